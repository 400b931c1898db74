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

import java.util.List;
import java.util.Optional;
import org.scenelinear.math.CubicTable;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * Tints and lifts of shadows, midtones, highlights and the whole, weighted by luma: shadows by the square of its
 * distance from 1, highlights by its square, midtones by the rest. Nothing is limited but the luma that the weights are
 * made of, so both modes do the same; lifts of opposite signs can turn a ramp of grays around, as in the original.
 * Formulas: agx-photo 0.2.0.
 *
 * @param balance -100 to 100: above 0 more counts as highlights, below 0 as shadows
 * @param shadows for what is dark
 * @param midtones for what is between
 * @param highlights for what is bright
 * @param global for all
 */
public record ColorGrading(
        double balance, GradingWheel shadows, GradingWheel midtones, GradingWheel highlights, GradingWheel global)
        implements PixelStage {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the balance is outside of it
     */
    public ColorGrading {
        ParameterRange.check("balance", balance, -100, 100);
    }

    /** Whether all wheels are; a balance alone changes nothing. */
    @Override
    public boolean isNeutral() {
        return List.of(shadows, midtones, highlights, global).stream().allMatch(GradingWheel::isNeutral);
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        return new Wheels(this);
    }

    /** The tints and lifts. */
    private record Wheels(ColorGrading grading) implements ColorTransform {
        /** Empty: lights of different luma may become the same. */
        @Override
        public Optional<ColorTransform> inverse() {
            return Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return grading.isNeutral();
        }

        @Override
        public String description() {
            return "color grading, balance " + grading.balance;
        }

        @Override
        public Kernel compile() {
            double power = Math.pow(2, -grading.balance / 100);
            CubicTable bent = grading.balance == 0 ? null : new CubicTable(l -> Math.pow(l, power), 1e-6, 1e-8);
            return tile -> apply(tile, bent);
        }

        private void apply(Tile tile, CubicTable bent) {
            float[] luma = tile.scratch(0);
            Luma.read(new float[][] {tile.r, tile.g, tile.b}, 0, luma, tile.length);
            limit(luma, tile.length);
            if (bent != null) {
                float[] before = tile.scratch(1);
                System.arraycopy(luma, 0, before, 0, tile.length);
                bent.applyEverywhere(before, luma, tile.length);
            }
            float[][] planes = {tile.r, tile.g, tile.b};
            for (int c = 0; c < 3; c++) {
                float all = grading.global.tint(c);
                blend(
                        planes[c],
                        luma,
                        new float[] {
                            grading.shadows.tint(c) * all,
                            grading.midtones.tint(c) * all,
                            grading.highlights.tint(c) * all
                        },
                        new float[] {
                            grading.shadows.lift() + grading.global.lift(),
                            grading.midtones.lift() + grading.global.lift(),
                            grading.highlights.lift() + grading.global.lift()
                        },
                        tile.length);
            }
        }

        private static void limit(float[] luma, int length) {
            for (int i = 0; i < length; i++) {
                luma[i] = Math.min(Math.max(luma[i], 0f), 1f);
            }
        }

        /** Numbers of shadows, midtones and highlights. The weights sum to 1. */
        private static void blend(float[] plane, float[] luma, float[] tints, float[] lifts, int length) {
            float midTint = tints[1];
            float darkTint = tints[0] - midTint;
            float brightTint = tints[2] - midTint;
            float midLift = lifts[1];
            float darkLift = lifts[0] - midLift;
            float brightLift = lifts[2] - midLift;
            for (int i = 0; i < length; i++) {
                float dark = (1 - luma[i]) * (1 - luma[i]);
                float bright = luma[i] * luma[i];
                plane[i] = plane[i] * (midTint + dark * darkTint + bright * brightTint)
                        + (midLift + dark * darkLift + bright * brightLift);
            }
        }
    }
}
