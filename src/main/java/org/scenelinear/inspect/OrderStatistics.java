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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.scenelinear.run.Run;

/**
 * Percentiles of finite samples, exactly: a histogram over the upper halves of the floats' bits finds the bins of the
 * wanted ranks, a second one looks into those bins. Between two ranks the percentile is on a straight line (method 7 of
 * Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996).
 */
final class OrderStatistics {
    private static final int BINS = 1 << 16;
    private static final int PIECE = 1 << 18;

    private OrderStatistics() {}

    /**
     * Percentiles.
     *
     * @param samples any numbers; NaN and infinities do not count
     * @param percents from 0 to 100
     * @param run on how many threads
     * @return as many as {@code percents}; NaN if no sample is finite
     */
    static double[] percentiles(float[] samples, double[] percents, Run run) {
        int[] upper = histogram(samples, null, run)[0];
        long finite = 0;
        for (int count : upper) {
            finite += count;
        }
        double[] result = new double[percents.length];
        if (finite == 0) {
            Arrays.fill(result, Double.NaN);
            return result;
        }
        TreeSet<Integer> bins = new TreeSet<>();
        for (double percent : percents) {
            bins.add(place(upper, low(percent, finite))[0]);
            bins.add(place(upper, high(percent, finite))[0]);
        }
        int[] slots = new int[BINS];
        Arrays.fill(slots, -1);
        int next = 0;
        for (int bin : bins) {
            slots[bin] = next++;
        }
        int[][] lower = histogram(samples, slots, run);
        for (int i = 0; i < percents.length; i++) {
            double rank = percents[i] / 100 * (finite - 1);
            double below = value(upper, lower, slots, low(percents[i], finite));
            double above = value(upper, lower, slots, high(percents[i], finite));
            result[i] = below + (rank - Math.floor(rank)) * (above - below);
        }
        return result;
    }

    private static long low(double percent, long finite) {
        return (long) Math.floor(percent / 100 * (finite - 1));
    }

    private static long high(double percent, long finite) {
        return (long) Math.ceil(percent / 100 * (finite - 1));
    }

    /** The bin that a rank falls into, and the rank within. */
    private static int[] place(int[] histogram, long rank) {
        long left = rank;
        int bin = 0;
        while (left >= histogram[bin]) {
            left -= histogram[bin++];
        }
        return new int[] {bin, (int) left};
    }

    private static float value(int[] upper, int[][] lower, int[] slots, long rank) {
        int[] coarse = place(upper, rank);
        int fine = place(lower[slots[coarse[0]]], coarse[1])[0];
        return ofOrdered(coarse[0] << 16 | fine);
    }

    /**
     * Counts.
     *
     * @param slots for each upper half the histogram of lower halves to count in, below 0 for none; null to count upper
     *     halves
     */
    private static int[][] histogram(float[] samples, int[] slots, Run run) {
        int count = slots == null ? 1 : Arrays.stream(slots).max().getAsInt() + 1;
        List<int[][]> each = Collections.synchronizedList(new ArrayList<>());
        int pieces = (int) (((long) samples.length + PIECE - 1) / PIECE);
        run.forEach(
                "counting values",
                pieces,
                () -> {
                    int[][] made = new int[count][BINS];
                    each.add(made);
                    return made;
                },
                (counts, piece) -> {
                    int begin = piece * PIECE;
                    int end = (int) Math.min((long) begin + PIECE, samples.length);
                    if (slots == null) {
                        countUpper(samples, begin, end, counts[0]);
                    } else {
                        countLower(samples, begin, end, slots, counts);
                    }
                });
        int[][] total = new int[count][BINS];
        for (int[][] counts : each) {
            for (int slot = 0; slot < count; slot++) {
                for (int bin = 0; bin < BINS; bin++) {
                    total[slot][bin] += counts[slot][bin];
                }
            }
        }
        return total;
    }

    private static void countUpper(float[] samples, int begin, int end, int[] counts) {
        for (int i = begin; i < end; i++) {
            if (Math.abs(samples[i]) <= Float.MAX_VALUE) {
                counts[ordered(samples[i]) >>> 16]++;
            }
        }
    }

    private static void countLower(float[] samples, int begin, int end, int[] slots, int[][] counts) {
        for (int i = begin; i < end; i++) {
            int key = ordered(samples[i]);
            int slot = slots[key >>> 16];
            if (slot >= 0 && Math.abs(samples[i]) <= Float.MAX_VALUE) {
                counts[slot][key & 0xFFFF]++;
            }
        }
    }

    /** A number whose order, without sign, is that of the floats. */
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float ofOrdered(int key) {
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }
}
