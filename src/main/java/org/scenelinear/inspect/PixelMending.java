/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.ArrayList;
import java.util.List;

/** New planes without NaN and infinities: NaN becomes the mean of its neighbors, infinity a stated maximum. */
public final class PixelMending {
    private PixelMending() {}

    /**
     * Mends a plane. Larger spots of NaN are filled from their border inward, each ring from what stands around it.
     *
     * @param samples by lines; left as they are
     * @param width columns
     * @param maximum what +infinity becomes, and -infinity with a minus sign
     * @return new; if all samples are NaN, they stay so
     */
    public static float[] byNeighbors(float[] samples, int width, float maximum) {
        float[] mended = samples.clone();
        List<Integer> holes = new ArrayList<>();
        for (int i = 0; i < mended.length; i++) {
            if (Float.isNaN(mended[i])) {
                holes.add(i);
            } else if (Float.isInfinite(mended[i])) {
                mended[i] = Math.copySign(maximum, mended[i]);
            }
        }
        while (!holes.isEmpty()) {
            List<Integer> left = new ArrayList<>();
            List<Integer> filled = new ArrayList<>();
            List<Float> values = new ArrayList<>();
            for (int hole : holes) {
                float value = meanAround(mended, width, hole);
                if (Float.isNaN(value)) {
                    left.add(hole);
                } else {
                    filled.add(hole);
                    values.add(value);
                }
            }
            if (filled.isEmpty()) {
                return mended;
            }
            for (int i = 0; i < filled.size(); i++) {
                mended[filled.get(i)] = values.get(i);
            }
            holes = left;
        }
        return mended;
    }

    /** The mean of those of the eight neighbors that are numbers; NaN if none is. */
    private static float meanAround(float[] samples, int width, int at) {
        int column = at % width;
        int line = at / width;
        double sum = 0;
        int count = 0;
        for (int y = Math.max(line - 1, 0); y <= Math.min(line + 1, samples.length / width - 1); y++) {
            for (int x = Math.max(column - 1, 0); x <= Math.min(column + 1, width - 1); x++) {
                float value = samples[y * width + x];
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }
}
