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
 * White balance and exposure: each component is multiplied by a factor. The factors of the white balance have the mean
 * 1. NaN stays NaN. In compatible mode negative products become 0; in HDR mode they are kept.
 *
 * <p>Formulas: agx-photo 0.2.0.
 *
 * @param temperature -100 (blue) to 100 (amber), 0 is neutral
 * @param tint -100 (green) to 100 (magenta), 0 is neutral
 * @param exposure -5 to 5 stops, 0 is neutral
 */
public record WhiteBalanceExposure(double temperature, double tint, double exposure) implements PixelStage {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public WhiteBalanceExposure {
        ParameterRange.check("temperature", temperature, -100, 100);
        ParameterRange.check("tint", tint, -100, 100);
        ParameterRange.check("exposure", exposure, -5, 5);
    }

    /**
     * The white balance that makes a color gray: its three components are equal afterwards.
     *
     * @param red linear Rec.2020, above 0
     * @param green linear Rec.2020, above 0
     * @param blue linear Rec.2020, above 0
     * @return without exposure
     * @throws IllegalArgumentException if a component is not above 0, or if it takes more than the parameters' range
     */
    public static WhiteBalanceExposure makingGray(double red, double green, double blue) {
        if (!(red > 0 && green > 0 && blue > 0)) {
            throw new IllegalArgumentException("its red, green and blue in linear Rec.2020 are " + (float) red + ", "
                    + (float) green + " and " + (float) blue + ", not all above 0");
        }
        double warmth = (blue - red) / (blue + red); // red (1 + w) = blue (1 - w)
        double greenFactor = red * (1 + warmth) / green;
        return new WhiteBalanceExposure(200 * warmth, 200 * (1 - greenFactor), 0);
    }

    @Override
    public boolean isNeutral() {
        return temperature == 0 && tint == 0 && exposure == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.LINEAR;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        double red = 1 + temperature / 200;
        double green = 1 - tint / 200;
        double blue = 1 - temperature / 200;
        double gain = Math.pow(2, exposure) * 3 / (red + green + blue);
        return new Gains((float) (red * gain), (float) (green * gain), (float) (blue * gain), mode);
    }

    /** The factors of the three components. */
    private record Gains(float red, float green, float blue, Mode mode) implements ColorTransform {
        /** The reciprocal factors; empty in compatible mode, where what was negative is lost. */
        @Override
        public Optional<ColorTransform> inverse() {
            return mode == Mode.HDR ? Optional.of(new Gains(1 / red, 1 / green, 1 / blue, mode)) : Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return mode == Mode.HDR && red == 1 && green == 1 && blue == 1;
        }

        @Override
        public String description() {
            return "gain " + red + " " + green + " " + blue;
        }

        @Override
        public Kernel compile() {
            return mode == Mode.HDR ? this::scale : this::scaleAndClamp;
        }

        private void scale(Tile tile) {
            scale(tile.r, tile.length, red);
            scale(tile.g, tile.length, green);
            scale(tile.b, tile.length, blue);
        }

        private void scaleAndClamp(Tile tile) {
            scale(tile);
            clamp(tile.r, tile.length);
            clamp(tile.g, tile.length);
            clamp(tile.b, tile.length);
        }

        private static void scale(float[] plane, int length, float factor) {
            for (int i = 0; i < length; i++) {
                plane[i] *= factor;
            }
        }

        private static void clamp(float[] plane, int length) {
            for (int i = 0; i < length; i++) {
                plane[i] = Math.max(plane[i], 0f);
            }
        }
    }
}
