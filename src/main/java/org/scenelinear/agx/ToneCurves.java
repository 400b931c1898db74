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
 * {@link Mode#HDR} curves go on straight, as steep as their last sample. One that ends level goes on as steep as it is
 * on the whole, from 0 to 1: else all light beyond that end would become one. So a rising ramp of grays keeps rising.
 * NaN stays NaN.
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

    /** Samples that differ by less are on one level: a curve that rises so slowly rises by 1/400 from 0 to 1. */
    private static final float LEVEL = 1e-5f;

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
            return tile -> {
                float[][] planes = {tile.r, tile.g, tile.b};
                for (int c = 0; c < 3; c++) {
                    if (all != null) {
                        look(planes[c], planes[c], all, tile.length);
                    }
                    if (single[c] != null) {
                        look(planes[c], planes[c], single[c], tile.length);
                    }
                }
                if (luma != null) {
                    scale(tile, luma);
                }
            };
        }

        /**
         * For each sample its value and the step to the next, with one more sample before 0 and one after 1, where it
         * goes on; null for a curve that changes nothing.
         */
        private static float[] table(ToneCurve curve) {
            if (curve.isNeutral()) {
                return null;
            }
            float[] inside = curve.table();
            int last = inside.length - 1;
            float whole = (inside[last] - inside[0]) / last;
            float[] table = new float[2 * inside.length + 2];
            table[1] = steepness(inside[1] - inside[0], whole);
            table[0] = inside[0] - table[1];
            for (int i = 0; i <= last; i++) {
                table[2 * i + 2] = inside[i];
                table[2 * i + 3] =
                        i < last ? inside[i + 1] - inside[i] : steepness(inside[last] - inside[last - 1], whole);
            }
            return table;
        }

        /** From sample to sample, at an end and beyond it. */
        private static float steepness(float end, float whole) {
            return Math.abs(end) < LEVEL ? whole : end;
        }

        /** Straight lines between samples, beyond the ends too unless values are limited to 0 to 1 first. */
        private void look(float[] values, float[] results, float[] table, int length) {
            if (mode == Mode.COMPATIBLE) {
                limit(values, results, length);
                join(results, results, table, length);
            } else {
                join(values, results, table, length);
            }
        }

        private static void limit(float[] values, float[] results, int length) {
            for (int i = 0; i < length; i++) {
                results[i] = Math.min(Math.max(values[i], 0f), 1f);
            }
        }

        private static void join(float[] values, float[] results, float[] table, int length) {
            for (int i = 0; i < length; i++) {
                float place = values[i] * (ToneCurve.SAMPLES - 1) + 1;
                int sample = Math.max(0, Math.min((int) place, ToneCurve.SAMPLES));
                results[i] = table[2 * sample] + table[2 * sample + 1] * (place - sample);
            }
        }

        private void scale(Tile tile, float[] table) {
            float[] before = tile.scratch(0);
            float[] after = tile.scratch(1);
            float[] offsets = tile.scratch(2);
            Luma.read(new float[][] {tile.r, tile.g, tile.b}, 0, before, tile.length);
            look(before, after, table, tile.length);
            float[] gains = before;
            lines(before, after, gains, offsets, mode == Mode.HDR ? 1 : 0, tile.length);
            apply(tile.r, gains, offsets, tile.length);
            apply(tile.g, gains, offsets, tile.length);
            apply(tile.b, gains, offsets, tile.length);
        }

        /**
         * What is dark has no ratio to keep: as agx-photo it becomes gray, in the other mode it keeps differences. Nor
         * has what is infinite, which stays.
         */
        private static void lines(
                float[] before, float[] after, float[] gains, float[] offsets, float kept, int length) {
            for (int i = 0; i < length; i++) {
                if (before[i] > DARK) {
                    gains[i] = after[i] == Float.POSITIVE_INFINITY ? 1 : after[i] / before[i];
                    offsets[i] = 0;
                } else {
                    offsets[i] = after[i] - kept * before[i];
                    gains[i] = kept;
                }
            }
        }

        private static void apply(float[] plane, float[] gains, float[] offsets, int length) {
            for (int i = 0; i < length; i++) {
                plane[i] = plane[i] * gains[i] + offsets[i];
            }
        }
    }
}
