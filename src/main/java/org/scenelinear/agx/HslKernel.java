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
 * straight lines between them; the borders of the ranges fall on entries. All but that look into the table is vector
 * code, in passes over scratch of the tile.
 */
final class HslKernel implements Kernel {
    private static final int ENTRIES_PER_DEGREE = 16;

    /** Less saturation is that of a gray. */
    private static final float GRAY = 1e-4f;

    /** Times this, a difference of values from 0 to 1 that is none becomes 1 or more. */
    private static final float LARGE = 1e30f;

    /** Divisors are not smaller. */
    private static final float LEAST = 1e-30f;

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
        int length = tile.length;
        float[] scale = tile.scratch(0);
        float[][] planes = {tile.r, tile.g, tile.b};
        float[][] within = {tile.scratch(1), tile.scratch(2), tile.scratch(3)};
        float[] most = tile.scratch(4);
        float[] range = tile.scratch(5);
        float[] sum = tile.scratch(6);
        float[] saturation = tile.scratch(7);
        float[] place = tile.scratch(8);
        if (keepsHeadroom) {
            scales(planes, scale, length);
        }
        for (int c = 0; c < 3; c++) {
            if (keepsHeadroom) {
                divide(planes[c], scale, within[c], length);
                limit(within[c], within[c], length);
            } else {
                limit(planes[c], within[c], length);
            }
        }
        largest(within, most, length);
        smallest(within, sum, length);
        differences(most, sum, range, length);
        sums(most, sum, length);
        saturations(range, sum, saturation, length);
        places(within, most, range, place, length);
        float[] sixths = most;
        float[] moreSaturation = tile.scratch(9);
        float[] moreLight = tile.scratch(10);
        look(place, saturation, sixths, moreSaturation, moreLight, length);
        float[] lightness = sum;
        lightnesses(sum, saturation, moreLight, lightness, length);
        float[] chroma = moreSaturation;
        chromas(saturation, moreSaturation, lightness, chroma, length);
        float[] least = moreLight;
        leasts(lightness, chroma, least, length);
        for (int c = 0; c < 3; c++) {
            float[] result = c == 0 ? range : c == 1 ? place : lightness;
            rise(sixths, c, result, length);
            colors(least, chroma, result, length);
            if (keepsHeadroom) {
                addHeadroom(planes[c], within[c], scale, result, length);
            }
        }
        choose(saturation, range, planes[0], length);
        choose(saturation, place, planes[1], length);
        choose(saturation, lightness, planes[2], length);
    }

    /** The largest component where that is above 1, else 1. */
    private static void scales(float[][] rgb, float[] results, int length) {
        largest(rgb, results, length);
        for (int i = 0; i < length; i++) {
            results[i] = Math.max(results[i], 1f);
        }
    }

    private static void divide(float[] values, float[] divisors, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = values[i] / divisors[i];
        }
    }

    private static void limit(float[] values, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = Math.min(Math.max(values[i], 0f), 1f);
        }
    }

    private static void largest(float[][] rgb, float[] results, int length) {
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int i = 0; i < length; i++) {
            results[i] = Math.max(r[i], Math.max(g[i], b[i]));
        }
    }

    private static void smallest(float[][] rgb, float[] results, int length) {
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int i = 0; i < length; i++) {
            results[i] = Math.min(r[i], Math.min(g[i], b[i]));
        }
    }

    private static void differences(float[] most, float[] least, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = most[i] - least[i];
        }
    }

    private static void sums(float[] most, float[] leastAndResults, int length) {
        for (int i = 0; i < length; i++) {
            leastAndResults[i] = most[i] + leastAndResults[i];
        }
    }

    /** Not a number for black and white. */
    private static void saturations(float[] range, float[] sum, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = range[i] / Math.min(sum[i], 2 - sum[i]);
        }
    }

    /** Where hues stand in the table. A factor that is 0 or 1 takes the place of each branch. */
    private static void places(float[][] rgb, float[] most, float[] range, float[] results, int length) {
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        for (int i = 0; i < length; i++) {
            float notRed = Math.min((most[i] - r[i]) * LARGE, 1f);
            float notGreen = Math.min((most[i] - g[i]) * LARGE, 1f);
            float fromGreen = (b[i] - r[i]) + 2 * range[i];
            float fromBlue = (r[i] - g[i]) + 4 * range[i];
            float others = (1 - notGreen) * fromGreen + notGreen * fromBlue;
            results[i] = (1 - notRed) * (g[i] - b[i]) + notRed * others;
        }
        for (int i = 0; i < length; i++) {
            results[i] = results[i] / Math.max(range[i], LEAST) * (60 * ENTRIES_PER_DEGREE);
        }
        for (int i = 0; i < length; i++) {
            results[i] = results[i] + 360 * ENTRIES_PER_DEGREE * Math.min(Math.max(-results[i] * LARGE, 0f), 1f);
        }
    }

    /** The only pass that is not vector code but for the last: what the table says. */
    private void look(
            float[] places, float[] saturation, float[] sixths, float[] saturations, float[] lights, int length) {
        for (int i = 0; i < length; i++) {
            float place = places[i];
            int entry = 3 * (int) place;
            float part = place - (int) place;
            float hue = place / ENTRIES_PER_DEGREE + saturation[i] * between(entry, part);
            // Several ranges may turn a hue by more than a circle together.
            sixths[i] = (hue - 360 * (float) Math.floor(hue / 360)) / 60;
            saturations[i] = between(entry + 1, part);
            lights[i] = between(entry + 2, part);
        }
    }

    private float between(int entry, float part) {
        return changes[entry] + part * (changes[entry + 3] - changes[entry]);
    }

    private static void lightnesses(float[] sum, float[] saturation, float[] more, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = Math.min(Math.max(0.5f * sum[i] + saturation[i] * more[i], 0f), 1f);
        }
    }

    private static void chromas(float[] saturation, float[] more, float[] lightness, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            float newSaturation = Math.min(Math.max(saturation[i] + saturation[i] * more[i], 0f), 1f);
            results[i] = (1 - Math.abs(2 * lightness[i] - 1)) * newSaturation;
        }
    }

    private static void leasts(float[] lightness, float[] chroma, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = lightness[i] - 0.5f * chroma[i];
        }
    }

    /** How far a component is from the least to the largest, over the hue in sixths of a turn. */
    private static void rise(float[] sixths, int component, float[] results, int length) {
        float sign = component == 0 ? 1 : -1;
        float middle = component == 0 ? 3 : component == 1 ? 2 : 4;
        float offset = component == 0 ? -1 : 2;
        for (int i = 0; i < length; i++) {
            results[i] = Math.min(Math.max(sign * Math.abs(sixths[i] - middle) + offset, 0f), 1f);
        }
    }

    private static void colors(float[] least, float[] chroma, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = least[i] + chroma[i] * results[i];
        }
    }

    private static void addHeadroom(float[] plane, float[] within, float[] scale, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = (results[i] + (plane[i] / scale[i] - within[i])) * scale[i];
        }
    }

    /** Grays, black and what is not a number stay. */
    private static void choose(float[] saturation, float[] results, float[] plane, int length) {
        for (int i = 0; i < length; i++) {
            if (saturation[i] >= GRAY) {
                plane[i] = results[i];
            }
        }
    }
}
