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
 * Makes pixels paler that are far more saturated than those around them: the filters that thin out and fill up chroma
 * ring near hard edges, and there components of a color can fall to 0 and below. Luminance stays. The rule is
 * {@code fixSaturation} of {@code ImfRgbaYca.h}: the saturation of a pixel is 1 - least / greatest component; the mean
 * m of the four pixels that touch its corners allows up to 1 - (1 - m) / 4.
 */
final class Saturation {
    private final LuminanceWeights weights;
    private final int width;
    private final int height;

    Saturation(LuminanceWeights weights, int width, int height) {
        this.weights = weights;
        this.width = width;
        this.height = height;
    }

    /** The saturation of a line's pixels; 0 for black, negative colors and those that are not numbers. */
    static void measure(float[] red, float[] green, float[] blue, int start, float[] saturation, int width) {
        for (int i = 0; i < width; i++) {
            float greatest = Math.max(red[start + i], Math.max(green[start + i], blue[start + i]));
            float least = Math.min(red[start + i], Math.min(green[start + i], blue[start + i]));
            saturation[i] = greatest > 0 ? 1 - least / greatest : 0;
        }
    }

    /**
     * Goes over a picture.
     *
     * @param firstAbove the saturation of what is to be taken for the line above the first
     * @param below the number of the line that is taken for the one below the last
     */
    void repair(float[] red, float[] green, float[] blue, float[] firstAbove, int below) {
        float[] above = firstAbove.clone();
        float[] here = new float[width];
        float[] next = new float[width];
        float[] behindLast = new float[width];
        measure(red, green, blue, 0, here, width);
        measure(red, green, blue, below * width, behindLast, width); // before that line is changed
        for (int y = 0; y < height; y++) {
            if (y < height - 1) {
                measure(red, green, blue, (y + 1) * width, next, width);
            } else {
                next = behindLast;
            }
            for (int x = 0; x < width; x++) {
                int left = Math.max(x - 1, 0);
                int right = Math.min(x + 1, width - 1);
                float mean = Math.min(1, 0.25f * (above[left] + above[right] + next[left] + next[right]));
                float most = 1 - (1 - mean) * 0.25f;
                if (here[x] > most) {
                    makePaler(red, green, blue, y * width + x, most / here[x]);
                }
            }
            float[] free = above;
            above = here;
            here = next;
            next = free;
        }
    }

    private void makePaler(float[] red, float[] green, float[] blue, int i, float keep) {
        float r = red[i];
        float g = green[i];
        float b = blue[i];
        float greatest = Math.max(r, Math.max(g, b));
        if (!(keep > 0) || greatest == Float.POSITIVE_INFINITY) {
            return; // what is infinite stays so: there is no paler color of the same luminance
        }
        float paleRed = Math.max(greatest - (greatest - r) * keep, 0);
        float paleGreen = Math.max(greatest - (greatest - g) * keep, 0);
        float paleBlue = Math.max(greatest - (greatest - b) * keep, 0);
        double luminance = weights.red() * r + weights.green() * g + weights.blue() * b;
        double paleLuminance = weights.red() * paleRed + weights.green() * paleGreen + weights.blue() * paleBlue;
        float scale = paleLuminance > 0 ? (float) (luminance / paleLuminance) : 1;
        red[i] = paleRed * scale;
        green[i] = paleGreen * scale;
        blue[i] = paleBlue * scale;
    }
}
