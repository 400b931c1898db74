/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

/**
 * Between red, green, blue and what a luminance/chroma file holds: luminance Y at every pixel, and the chroma RY = (R -
 * Y) / Y and BY = (B - Y) / Y, mostly at every second pixel of every second line.
 *
 * <p>{@link #toRgb} does what OpenEXR's {@code RgbaInputFile} does on reading, but in floats instead of halfs: chroma
 * is filled up to every pixel, first along lines and then across them; R = (RY + 1) Y, B = (BY + 1) Y and G is what is
 * left of Y; then pixels that the filter's ringing made far more saturated than their neighbors are made paler.
 * {@link #fromRgb} does what {@code RgbaOutputFile} does on writing, but for its rounding of Y to 7 bits and of chroma
 * to 5. A pixel without chroma is gray, to the bit, both ways. Sources: OpenEXR Technical Introduction,
 * "Luminance/Chroma Images"; {@code ImfRgbaYca.h}, {@code ImfRgbaFile.cpp}.
 *
 * <p>Planes are line by line, without gaps. Alpha and all other channels have no part in this.
 *
 * <pre>{@code
 * Subsampling chroma = Subsampling.of(header, header.channel("RY").orElseThrow());
 * new LuminanceChroma(LuminanceWeights.of(header), chroma).toRgb(y, ry, by, red, y, blue); // green replaces Y
 * }</pre>
 *
 * @param weights how Y is mixed from red, green and blue
 * @param chroma where chroma is sampled
 */
public record LuminanceChroma(LuminanceWeights weights, Subsampling chroma) {
    /** Chroma beyond the range of half floats is not stored: the greatest half. */
    private static final float GREATEST_CHROMA = 65504;

    /**
     * Luminance and chroma to red, green and blue. Values are not limited; where Y is infinite or not a number, so are
     * the colors. Chroma of another step than 1 or 2 is filled up by straight lines, see {@link Subsampling}; colors
     * are made paler only where the filter was used.
     *
     * @param luminance Y at every pixel
     * @param ry the samples of RY
     * @param by the samples of BY
     * @param red gets R at every pixel
     * @param green gets G; may be the array of the luminance
     * @param blue gets B
     * @throws IllegalArgumentException if an array is too small
     */
    public void toRgb(float[] luminance, float[] ry, float[] by, float[] red, float[] green, float[] blue) {
        Subsampling.requireRoom("luminance", luminance, chroma.pixels());
        Subsampling.requireRoom("green", green, chroma.pixels());
        chroma.expand(ry, red);
        chroma.expand(by, blue);
        int width = chroma.width();
        Mixer mixer = new Mixer(width);
        boolean ringing = chroma.xStep() == 2 || chroma.yStep() == 2;
        float[] above = new float[width];
        if (chroma.yStep() == 2) {
            // Nothing lies above the first line, but its pixels are compared with it all the same.
            ChromaFilter filter = new ChromaFilter(width);
            System.arraycopy(luminance, 0, mixer.y, 0, width);
            filter.reconstructLine(red, chroma.height(), -1, mixer.ry);
            filter.reconstructLine(blue, chroma.height(), -1, mixer.by);
            mixer.mix(weights);
            Saturation.measure(mixer.red, mixer.green, mixer.blue, 0, above, width);
        }
        for (int y = 0; y < chroma.height(); y++) {
            int start = y * width;
            System.arraycopy(luminance, start, mixer.y, 0, width);
            System.arraycopy(red, start, mixer.ry, 0, width);
            System.arraycopy(blue, start, mixer.by, 0, width);
            mixer.mix(weights);
            System.arraycopy(mixer.red, 0, red, start, width);
            System.arraycopy(mixer.green, 0, green, start, width);
            System.arraycopy(mixer.blue, 0, blue, start, width);
        }
        if (ringing) {
            if (chroma.yStep() != 2) {
                Saturation.measure(red, green, blue, 0, above, width);
            }
            int last = chroma.height() - 1;
            int below = chroma.yStep() == 2 ? last - 1 : last; // chroma is stored up to there
            new Saturation(weights, width, chroma.height()).repair(red, green, blue, above, below);
        }
    }

    /**
     * Red, green and blue to luminance and chroma at every second pixel of every second line. As in OpenEXR, components
     * that are negative or not finite are taken for 0, for chroma cannot carry them; and so is chroma beyond the range
     * of half floats.
     *
     * @param red R at every pixel
     * @param green G at every pixel
     * @param blue B at every pixel
     * @param luminance gets Y at every pixel; may be one of the three
     * @param ry gets the samples of RY
     * @param by gets the samples of BY
     * @throws IllegalArgumentException if an array is too small, or the step is not 2 in both directions
     */
    public void fromRgb(float[] red, float[] green, float[] blue, float[] luminance, float[] ry, float[] by) {
        if (chroma.xStep() != 2 || chroma.yStep() != 2) {
            throw new IllegalArgumentException("chroma can be made for every second pixel and line only, not for every "
                    + chroma.xStep() + " x " + chroma.yStep());
        }
        for (float[] plane : new float[][] {red, green, blue, luminance}) {
            Subsampling.requireRoom("plane", plane, chroma.pixels());
        }
        Subsampling.requireRoom("RY", ry, chroma.samples());
        Subsampling.requireRoom("BY", by, chroma.samples());
        int width = chroma.width();
        int half = width / 2;
        float[] thinRy = new float[half * chroma.height()];
        float[] thinBy = new float[half * chroma.height()];
        ChromaFilter filter = new ChromaFilter(width);
        float[] lineRy = new float[width];
        float[] lineBy = new float[width];
        float yRed = (float) weights.red();
        float yBlue = (float) weights.blue();
        for (int y = 0; y < chroma.height(); y++) {
            int start = y * width;
            for (int x = 0; x < width; x++) {
                float r = storable(red[start + x]);
                float g = storable(green[start + x]);
                float b = storable(blue[start + x]);
                // The weights add up to 1: in this form a gray keeps its bits.
                float mixed = g + yRed * (r - g) + yBlue * (b - g);
                luminance[start + x] = mixed;
                lineRy[x] = chroma(r - mixed, mixed);
                lineBy[x] = chroma(b - mixed, mixed);
            }
            filter.decimate(lineRy, thinRy, y * half);
            filter.decimate(lineBy, thinBy, y * half);
        }
        ChromaFilter down = new ChromaFilter(half);
        for (int y = 0; y < chroma.height(); y += 2) {
            down.decimateLine(thinRy, chroma.height(), y, lineRy);
            System.arraycopy(lineRy, 0, ry, y / 2 * half, half);
            down.decimateLine(thinBy, chroma.height(), y, lineBy);
            System.arraycopy(lineBy, 0, by, y / 2 * half, half);
        }
    }

    private static float storable(float component) {
        return component >= 0 && component <= Float.MAX_VALUE ? component : 0;
    }

    private static float chroma(float difference, float luminance) {
        return Math.abs(difference) < GREATEST_CHROMA * luminance ? difference / luminance : 0;
    }

    /** One line on its way from Y, RY, BY to R, G, B. */
    private static final class Mixer {
        final float[] y;
        final float[] ry;
        final float[] by;
        final float[] red;
        final float[] green;
        final float[] blue;

        Mixer(int width) {
            y = new float[width];
            ry = new float[width];
            by = new float[width];
            red = new float[width];
            green = new float[width];
            blue = new float[width];
        }

        void mix(LuminanceWeights weights) {
            scale(ry, y, red);
            scale(by, y, blue);
            rest(
                    y,
                    ry,
                    by,
                    (float) (weights.red() / weights.green()),
                    (float) (weights.blue() / weights.green()),
                    green);
        }

        private static void scale(float[] chroma, float[] y, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (chroma[i] + 1) * y[i];
            }
        }

        /** G = (Y - wr R - wb B) / wg, with R and B put in: Y times something that is 1 where chroma is 0. */
        private static void rest(float[] y, float[] ry, float[] by, float redShare, float blueShare, float[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (1 - (ry[i] * redShare + by[i] * blueShare)) * y[i];
            }
        }
    }
}
