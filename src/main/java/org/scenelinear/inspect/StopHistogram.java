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

import java.util.Arrays;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;

/**
 * How often which light occurs in red, green, blue and luminance, in stops from 18 % gray. Every sample of the area is
 * counted once: in the bin of its stops, or apart with what has no stops or marks a limit. Neither the number of
 * workers nor the order of their work changes a count.
 */
public final class StopHistogram {
    /** The channels, in the order of the counts. Luminance is the CIE Y of the linear components, in double. */
    public enum Channel {
        /** Red. */
        R,
        /** Green. */
        G,
        /** Blue. */
        B,
        /** Luminance; NaN where infinities of different signs meet. */
        LUMINANCE
    }

    /** What is counted outside the bins. */
    public enum Apart {
        /** Above 0, but darker than the darkest bin. */
        BELOW_RANGE,
        /** Finite, but brighter than the brightest bin. */
        ABOVE_RANGE,
        /** A component that is 65504, the largest half float: probably clipped. Luminance is never counted here. */
        AT_HALF_MAXIMUM,
        /** Plus or minus 0. */
        ZERO,
        /** Below 0 and finite. */
        NEGATIVE,
        /** Plus infinity. */
        POSITIVE_INFINITY,
        /** Minus infinity. */
        NEGATIVE_INFINITY,
        /** Not a number. */
        NAN
    }

    /** Where the first bin begins, in stops from 18 % gray. */
    public static final int DARKEST_STOP = -20;
    /** Where the last bin ends. */
    public static final int BRIGHTEST_STOP = 20;
    /** Bins of a stop. */
    public static final int BINS_PER_STOP = 8;
    /** All bins. */
    public static final int BINS = (BRIGHTEST_STOP - DARKEST_STOP) * BINS_PER_STOP;

    private static final float HALF_MAXIMUM = 65504;

    /** Ranks of positive numbers: 0 below the range, 1 to BINS the bins, BINS + 1 above the range. */
    private static final int RANKS = BINS + 2;

    private static final int SLOTS = RANKS + Apart.values().length;

    /** The least number of each rank, and infinity at the end. */
    private static final double[] LEAST = least();
    /** The rank of the least float with these upper 16 bits. No two ranks begin within the floats that share them. */
    private static final short[] RANK_OF_UPPER_BITS = ranks();

    private final long[][] counts;

    private StopHistogram(long[][] counts) {
        this.counts = counts;
    }

    /** A histogram of nothing. */
    public static StopHistogram empty() {
        return new StopHistogram(new long[Channel.values().length][SLOTS]);
    }

    /**
     * Counts the light of an area.
     *
     * @param rgb planes of linear red, green and blue; not changed
     * @param width columns of the planes
     * @param space a linear space, which gives the luminance
     * @param area which pixels count; lies within the planes
     * @param run how to work
     */
    public static StopHistogram of(float[][] rgb, int width, ColorSpace space, Area area, Run run) {
        double[] matrix = space.chromaticities().toXyz().toArray();
        double[] weights = Arrays.copyOfRange(matrix, 3, 6);
        StopHistogram sum = empty();
        run.forEach(
                "counting light", area.height(), () -> new Worker(rgb, width, weights, area, sum), Worker::countLine);
        return sum;
    }

    /** The sum of two histograms. */
    public StopHistogram plus(StopHistogram other) {
        StopHistogram sum = empty();
        sum.add(counts);
        sum.add(other.counts);
        return sum;
    }

    private synchronized void add(long[][] more) {
        for (int channel = 0; channel < counts.length; channel++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                counts[channel][slot] += more[channel][slot];
            }
        }
    }

    /**
     * The samples of a bin.
     *
     * @param bin 0 to {@link #BINS} - 1; it begins at {@code DARKEST_STOP + bin / BINS_PER_STOP} stops
     */
    public long count(Channel channel, int bin) {
        if (bin < 0 || bin >= BINS) {
            throw new IndexOutOfBoundsException("bin " + bin + " of " + BINS);
        }
        return counts[channel.ordinal()][bin + 1];
    }

    /** The samples that are counted apart. */
    public long count(Channel channel, Apart kind) {
        return counts[channel.ordinal()][slot(kind)];
    }

    private static int slot(Apart kind) {
        return switch (kind) {
            case BELOW_RANGE -> 0;
            case ABOVE_RANGE -> RANKS - 1;
            default -> RANKS + kind.ordinal();
        };
    }

    /** Where a bin begins, in stops from 18 % gray; the bin before it ends there. */
    public static double stops(int bin) {
        return DARKEST_STOP + (double) bin / BINS_PER_STOP;
    }

    private static double[] least() {
        double[] least = new double[RANKS + 1];
        for (int bin = 0; bin <= BINS; bin++) {
            least[bin + 1] = LightStatistics.GRAY * Math.pow(2, stops(bin));
        }
        least[RANKS] = Double.POSITIVE_INFINITY;
        return least;
    }

    private static short[] ranks() {
        short[] ranks = new short[(Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> 16) + 1];
        int rank = 0;
        for (int bits = 0; bits < ranks.length; bits++) {
            double lowest = Float.intBitsToFloat(bits << 16);
            while (rank < RANKS - 1 && lowest >= LEAST[rank + 1]) {
                rank++;
            }
            ranks[bits] = (short) rank;
        }
        return ranks;
    }

    /** The slot of a number. */
    private static int slot(double value) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            int rank = RANK_OF_UPPER_BITS[Float.floatToRawIntBits((float) value) >>> 16];
            // Rounding to float may have reached the next rank, and ranks may begin among floats of the same bits.
            return value < LEAST[rank] ? rank - 1 : value >= LEAST[rank + 1] ? rank + 1 : rank;
        }
        if (value == 0) {
            return slot(Apart.ZERO);
        }
        if (Double.isNaN(value)) {
            return slot(Apart.NAN);
        }
        if (Double.isInfinite(value)) {
            return slot(value > 0 ? Apart.POSITIVE_INFINITY : Apart.NEGATIVE_INFINITY);
        }
        return slot(Apart.NEGATIVE);
    }

    /** One worker's counts, added to the sum at the end. */
    private static final class Worker implements AutoCloseable {
        private final float[][] rgb;
        private final int width;
        private final double[] weights;
        private final Area area;
        private final StopHistogram sum;
        private final long[][] own = new long[Channel.values().length][SLOTS];

        Worker(float[][] rgb, int width, double[] weights, Area area, StopHistogram sum) {
            this.rgb = rgb;
            this.width = width;
            this.weights = weights;
            this.area = area;
            this.sum = sum;
        }

        void countLine(int line) {
            int start = (area.y() + line) * width + area.x();
            boolean[] inside = area.inside();
            for (int column = 0; column < area.width(); column++) {
                if (inside == null || inside[line * area.width() + column]) {
                    count(rgb[0][start + column], rgb[1][start + column], rgb[2][start + column]);
                }
            }
        }

        private void count(float r, float g, float b) {
            own[0][component(r)]++;
            own[1][component(g)]++;
            own[2][component(b)]++;
            own[3][slot(weights[0] * r + weights[1] * g + weights[2] * b)]++;
        }

        private static int component(float value) {
            return value == HALF_MAXIMUM ? slot(Apart.AT_HALF_MAXIMUM) : slot((double) value);
        }

        @Override
        public void close() {
            sum.add(own);
        }
    }
}
