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

import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/**
 * {@link HslBands} pixel by pixel. What happens to a hue comes from a table of 16 entries for each degree, with
 * straight lines between them; the borders of the ranges fall on entries.
 */
final class HslKernel implements Kernel {
    private static final int ENTRIES_PER_DEGREE = 16;

    /** Less saturation is that of a gray. */
    private static final float GRAY = 1e-4f;

    private final boolean keepsHeadroom;
    private final float[] changes = new float[3 * (360 * ENTRIES_PER_DEGREE + 2)];

    HslKernel(HslBands bands, Mode mode) {
        keepsHeadroom = mode == Mode.HDR;
        for (int i = 0; i < changes.length / 3; i++) {
            double[] change = bands.change(i / (double) ENTRIES_PER_DEGREE % 360);
            for (int c = 0; c < 3; c++) {
                changes[3 * i + c] = (float) change[c];
            }
        }
    }

    @Override
    public void apply(Tile tile) {
        float[] r = tile.r;
        float[] g = tile.g;
        float[] b = tile.b;
        for (int i = 0; i < tile.length; i++) {
            float most = Math.max(r[i], Math.max(g[i], b[i]));
            float scale = keepsHeadroom && most > 1 ? most : 1;
            float inRed = Math.min(Math.max(r[i] / scale, 0f), 1f);
            float inGreen = Math.min(Math.max(g[i] / scale, 0f), 1f);
            float inBlue = Math.min(Math.max(b[i] / scale, 0f), 1f);
            float max = Math.max(inRed, Math.max(inGreen, inBlue));
            float min = Math.min(inRed, Math.min(inGreen, inBlue));
            float sum = max + min;
            float range = max - min;
            float saturation = range / (sum <= 1 ? sum : 2 - sum);
            if (!(saturation >= GRAY)) {
                continue; // a gray, black, or not a number
            }
            float hue = hue(inRed, inGreen, inBlue, max, range);
            float place = hue * ENTRIES_PER_DEGREE;
            int entry = 3 * (int) place;
            float part = place - (int) place;
            float newHue = hue + saturation * between(entry, part);
            float newSaturation = limited(saturation + saturation * between(entry + 1, part));
            float lightness = limited(0.5f * sum + saturation * between(entry + 2, part));
            float chroma = (1 - Math.abs(2 * lightness - 1)) * newSaturation;
            float least = lightness - 0.5f * chroma;
            float sixth = sixth(newHue);
            float outRed = least + chroma * limited(Math.abs(sixth - 3) - 1);
            float outGreen = least + chroma * limited(2 - Math.abs(sixth - 2));
            float outBlue = least + chroma * limited(2 - Math.abs(sixth - 4));
            if (keepsHeadroom) {
                r[i] = (outRed + (r[i] / scale - inRed)) * scale;
                g[i] = (outGreen + (g[i] / scale - inGreen)) * scale;
                b[i] = (outBlue + (b[i] / scale - inBlue)) * scale;
            } else {
                r[i] = outRed;
                g[i] = outGreen;
                b[i] = outBlue;
            }
        }
    }

    /** Degrees from 0, less than 360. */
    private static float hue(float r, float g, float b, float max, float range) {
        float sixth;
        if (max == r) {
            sixth = (g - b) / range;
        } else if (max == g) {
            sixth = (b - r) / range + 2;
        } else {
            sixth = (r - g) / range + 4;
        }
        float degrees = 60 * sixth;
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Hue in sixths of a turn, 0 to 6. */
    private static float sixth(float degrees) {
        // Several ranges may turn a hue by more than a circle together.
        return (degrees - 360 * (float) Math.floor(degrees / 360)) / 60;
    }

    private float between(int entry, float part) {
        return changes[entry] + part * (changes[entry + 3] - changes[entry]);
    }

    private static float limited(float value) {
        return Math.min(Math.max(value, 0f), 1f);
    }
}
