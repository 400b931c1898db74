/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform.spatial;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.scenelinear.run.Run;

/**
 * Finds the sample that would stand at a place if all were sorted, without sorting: counts the upper halves of their
 * bits, then the lower halves of those that share the upper half of the one looked for. NaN counts as the largest or,
 * with its sign bit set, the smallest.
 */
public final class RankSelection {
    private static final int VALUES = 1 << 16;

    private RankSelection() {}

    /**
     * The sample of a rank.
     *
     * @param source gives the lines, each twice
     * @param width samples of a line
     * @param height lines
     * @param rank how many samples stand before it, from 0
     * @param run on how many threads, who hears of it, who can cancel
     */
    public static float select(Lines.Source source, int width, int height, long rank, Run run) {
        AtomicIntegerArray upper = new AtomicIntegerArray(VALUES);
        count(source, width, height, run, upper, -1);
        long[] rest = {rank};
        int high = place(upper, rest);
        AtomicIntegerArray lower = new AtomicIntegerArray(VALUES);
        count(source, width, height, run, lower, high);
        int ordered = (high << 16 | place(lower, rest)) ^ Integer.MIN_VALUE;
        return Float.intBitsToFloat(ordered ^ (ordered >> 31 & Integer.MAX_VALUE));
    }

    private static int place(AtomicIntegerArray counts, long[] rest) {
        for (int value = 0; value < VALUES; value++) {
            if (rest[0] < counts.get(value)) {
                return value;
            }
            rest[0] -= counts.get(value);
        }
        throw new IllegalArgumentException("the rank is beyond the last sample by " + rest[0]);
    }

    private static void count(
            Lines.Source source, int width, int height, Run run, AtomicIntegerArray counts, int high) {
        Lines.forEachBand("sorting", height, 256, run, () -> new float[width], (line, begin, end) -> {
            int[] mine = new int[VALUES];
            for (int y = begin; y < end; y++) {
                source.read(y, line);
                countLine(line, width, mine, high);
            }
            for (int value = 0; value < VALUES; value++) {
                if (mine[value] != 0) {
                    counts.addAndGet(value, mine[value]);
                }
            }
        });
    }

    private static void countLine(float[] line, int width, int[] counts, int high) {
        for (int x = 0; x < width; x++) {
            int bits = Float.floatToRawIntBits(line[x]);
            int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE) ^ Integer.MIN_VALUE;
            if (high < 0) {
                counts[ordered >>> 16]++;
            } else if (ordered >>> 16 == high) {
                counts[ordered & 0xffff]++;
            }
        }
    }
}
