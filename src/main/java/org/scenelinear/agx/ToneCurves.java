/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.Optional;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * Curves of tone: one for all three components, then one for each, then one for luma, which scales the components
 * alike. In the mode that is as agx-photo 0.2.0 what lies outside 0 to 1 gets the value of the nearer end; in
 * {@link Mode#HDR} curves go on straight, as steep as their last sample, so a rising ramp of grays keeps rising unless
 * the curve ends level. NaN stays NaN.
 *
 * @param rgb for all components
 * @param luma for luma; colors keep their ratios
 * @param red for red alone
 * @param green for green alone
 * @param blue for blue alone
 */
public record ToneCurves(ToneCurve rgb, ToneCurve luma, ToneCurve red, ToneCurve green, ToneCurve blue)
        implements PixelStage {
    /** Lumas that are not greater than this are not divided by. */
    private static final float DARK = 1e-6f;

    @Override
    public boolean isNeutral() {
        return rgb.isNeutral() && luma.isNeutral() && red.isNeutral() && green.isNeutral() && blue.isNeutral();
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        return new Curves(this, mode);
    }

    /** The curves one after the other. */
    private record Curves(ToneCurves curves, Mode mode) implements ColorTransform {
        /** Empty: a curve may be level or turn around. */
        @Override
        public Optional<ColorTransform> inverse() {
            return Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return curves.isNeutral();
        }

        @Override
        public String description() {
            return "tone curves";
        }

        @Override
        public Kernel compile() {
            float[] all = table(curves.rgb);
            float[][] single = {table(curves.red), table(curves.green), table(curves.blue)};
            float[] luma = table(curves.luma);
            float limit = mode == Mode.HDR ? Float.POSITIVE_INFINITY : ToneCurve.SAMPLES - 1;
            return tile -> {
                float[][] planes = {tile.r, tile.g, tile.b};
                for (int c = 0; c < 3; c++) {
                    if (all != null) {
                        look(planes[c], planes[c], all, limit, tile.length);
                    }
                    if (single[c] != null) {
                        look(planes[c], planes[c], single[c], limit, tile.length);
                    }
                }
                if (luma != null) {
                    scale(tile, luma, limit);
                }
            };
        }

        /** Null for a curve that changes nothing. */
        private static float[] table(ToneCurve curve) {
            return curve.isNeutral() ? null : curve.table();
        }

        /** Straight lines between samples; {@code limit} is the place of the last, or infinite to go on beyond it. */
        private static void look(float[] values, float[] results, float[] table, float limit, int length) {
            float least = limit < Float.POSITIVE_INFINITY ? 0 : Float.NEGATIVE_INFINITY;
            int last = ToneCurve.SAMPLES - 2;
            for (int i = 0; i < length; i++) {
                float place = Math.max(Math.min(values[i] * (ToneCurve.SAMPLES - 1), limit), least);
                int sample = Math.max(0, Math.min((int) place, last));
                float from = table[sample];
                results[i] = from + (table[sample + 1] - from) * (place - sample);
            }
        }

        private void scale(Tile tile, float[] table, float limit) {
            float[] before = tile.scratch(0);
            float[] after = tile.scratch(1);
            Luma.read(new float[][] {tile.r, tile.g, tile.b}, 0, before, tile.length);
            look(before, after, table, limit, tile.length);
            scale(tile.r, before, after, mode, tile.length);
            scale(tile.g, before, after, mode, tile.length);
            scale(tile.b, before, after, mode, tile.length);
        }

        /** What is dark has no ratio to keep: as agx-photo it becomes gray, in the other mode it keeps differences. */
        private static void scale(float[] plane, float[] before, float[] after, Mode mode, int length) {
            float kept = mode == Mode.HDR ? 1 : 0;
            for (int i = 0; i < length; i++) {
                plane[i] =
                        before[i] > DARK ? plane[i] * (after[i] / before[i]) : after[i] + kept * (plane[i] - before[i]);
            }
        }
    }
}
