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
 * Contrast, highlights, shadows, whites and blacks, in this order, each component by itself. Contrast turns the values
 * about 0.5; the others move what lies above or below a threshold, the more the farther. All five are straight lines
 * beyond 0 and 1 and never fall, so both modes do the same. NaN stays NaN; contrast -100 makes one of an infinity.
 *
 * <p>Formulas: agx-photo 0.2.0. All parameters are -100 to 100, 0 is neutral.
 *
 * @param contrast slope about 0.5 in percent, less 100
 * @param highlights moves values above 0.5, at 1 by half of the percentage
 * @param shadows moves values below 0.5, at 0 by half of the percentage
 * @param whites moves values above 0.75, at 1 by a quarter of the percentage
 * @param blacks moves values below 0.25, at 0 by a quarter of the percentage
 */
public record BasicTone(double contrast, double highlights, double shadows, double whites, double blacks)
        implements PixelStage {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public BasicTone {
        ParameterRange.check("contrast", contrast, -100, 100);
        ParameterRange.check("highlights", highlights, -100, 100);
        ParameterRange.check("shadows", shadows, -100, 100);
        ParameterRange.check("whites", whites, -100, 100);
        ParameterRange.check("blacks", blacks, -100, 100);
    }

    @Override
    public boolean isNeutral() {
        return contrast == 0 && highlights == 0 && shadows == 0 && whites == 0 && blacks == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        return new Bends(this);
    }

    /** The five operations on each component. */
    private record Bends(BasicTone tone) implements ColorTransform {
        /** Empty: at -100 or 100 values fall together. */
        @Override
        public Optional<ColorTransform> inverse() {
            return Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return tone.isNeutral();
        }

        @Override
        public String description() {
            return "contrast " + tone.contrast + ", highlights " + tone.highlights + ", shadows " + tone.shadows
                    + ", whites " + tone.whites + ", blacks " + tone.blacks;
        }

        @Override
        public Kernel compile() {
            return this::apply;
        }

        private void apply(Tile tile) {
            apply(tile.r, tile.length);
            apply(tile.g, tile.length);
            apply(tile.b, tile.length);
        }

        private void apply(float[] plane, int length) {
            if (tone.contrast != 0) {
                turn(plane, length, (float) (1 + tone.contrast / 100));
            }
            if (tone.highlights != 0) {
                bendAbove(plane, length, 0.5f, (float) (tone.highlights / 100));
            }
            if (tone.shadows != 0) {
                bendBelow(plane, length, 0.5f, (float) (tone.shadows / 100));
            }
            if (tone.whites != 0) {
                bendAbove(plane, length, 0.75f, (float) (tone.whites / 100));
            }
            if (tone.blacks != 0) {
                bendBelow(plane, length, 0.25f, (float) (tone.blacks / 100));
            }
        }

        private static void turn(float[] plane, int length, float slope) {
            for (int i = 0; i < length; i++) {
                plane[i] = 0.5f + (plane[i] - 0.5f) * slope;
            }
        }

        private static void bendAbove(float[] plane, int length, float threshold, float slope) {
            for (int i = 0; i < length; i++) {
                plane[i] += Math.max(plane[i] - threshold, 0f) * slope;
            }
        }

        private static void bendBelow(float[] plane, int length, float threshold, float slope) {
            for (int i = 0; i < length; i++) {
                plane[i] += Math.max(threshold - plane[i], 0f) * slope;
            }
        }
    }
}
