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

import java.util.concurrent.atomic.LongAdder;
import org.scenelinear.run.Run;

/**
 * How the values of red, green and blue are spread, counted over every pixel: what of them is finite, where they peak,
 * and between which magnitudes most of them lie. Percentiles come from a histogram whose bins are 1/128 of a power of
 * two apart, so they are right within 0.8 %; the exact ones of {@link OrderStatistics} take more than three times as
 * long.
 */
final class ValueCounts {
    private static final int LINES = 64;
    private static final int BIN_SHIFT = 16;
    private static final int BINS = 0x7F800000 >>> BIN_SHIFT;

    /** How near below the peak values are counted as being beside it. */
    private static final float BESIDE = 0.98f;

    private final long[] histogram = new long[BINS];
    private long invalid;
    private long negative;
    private long zero;
    private long pixelsAboveOne;
    private float peak = Float.NEGATIVE_INFINITY;
    private float least = Float.POSITIVE_INFINITY;
    private final LongAdder atPeak = new LongAdder();
    private final LongAdder besidePeak = new LongAdder();
    private long pixels;

    private ValueCounts() {}

    /**
     * Counts the values of planes.
     *
     * @param rgb three planes
     * @param width their columns
     * @param height their lines
     * @param run how to work
     */
    static ValueCounts of(float[][] rgb, int width, int height, Run run) {
        ValueCounts total = new ValueCounts();
        int blocks = (height + LINES - 1) / LINES;
        run.forEach("counting values", blocks, ValueCounts::new, (mine, block) -> {
            ValueCounts counted = new ValueCounts();
            counted.count(rgb, block * LINES * width, Math.min(height, (block + 1) * LINES) * width);
            total.add(counted);
        });
        run.forEach("counting the peak", blocks, () -> total, (all, block) -> {
            int begin = block * LINES * width;
            int end = Math.min(height, (block + 1) * LINES) * width;
            all.addNearPeak(rgb, begin, end);
        });
        return total;
    }

    private void count(float[][] rgb, int begin, int end) {
        for (float[] plane : rgb) {
            for (int i = begin; i < end; i++) {
                countValue(plane[i]);
            }
        }
        for (int i = begin; i < end; i++) {
            if (rgb[0][i] > 1 || rgb[1][i] > 1 || rgb[2][i] > 1) {
                pixelsAboveOne++;
            }
        }
        pixels += end - begin;
    }

    private void countValue(float value) {
        if (!Float.isFinite(value)) {
            invalid++;
            return;
        }
        peak = Math.max(peak, value);
        least = Math.min(least, value);
        if (value > 0) {
            histogram[Float.floatToRawIntBits(value) >>> BIN_SHIFT]++;
        } else if (value < 0) {
            negative++;
        } else {
            zero++;
        }
    }

    private synchronized void add(ValueCounts other) {
        for (int i = 0; i < BINS; i++) {
            histogram[i] += other.histogram[i];
        }
        invalid += other.invalid;
        negative += other.negative;
        zero += other.zero;
        pixelsAboveOne += other.pixelsAboveOne;
        pixels += other.pixels;
        peak = Math.max(peak, other.peak);
        least = Math.min(least, other.least);
    }

    private void addNearPeak(float[][] rgb, int begin, int end) {
        long at = 0;
        long beside = 0;
        for (float[] plane : rgb) {
            for (int i = begin; i < end; i++) {
                float value = plane[i];
                if (value == peak) {
                    at++;
                } else if (value >= peak * BESIDE && value < peak) {
                    beside++;
                }
            }
        }
        atPeak.add(at);
        besidePeak.add(beside);
    }

    /** Values that are finite. */
    long finite() {
        return 3 * pixels - invalid;
    }

    /** Values that are NaN or infinite. */
    long invalid() {
        return invalid;
    }

    /** Values below 0. */
    long negative() {
        return negative;
    }

    /** The largest finite value; minus infinity if there is none. */
    float peak() {
        return peak;
    }

    /** The smallest finite value; infinity if there is none. */
    float least() {
        return least;
    }

    /** The share of pixels with a component above 1. */
    double shareAboveOne() {
        return (double) pixelsAboveOne / pixels;
    }

    /** The share of finite values that are the peak itself. */
    double shareAtPeak() {
        return (double) atPeak.sum() / Math.max(1, finite());
    }

    /** Whether far more values are the peak itself than lie just below: what clipping leaves. */
    boolean hasPlateau() {
        return peak > 0
                && atPeak.sum() >= 16
                && shareAtPeak() > 0.0005
                && atPeak.sum() > besidePeak.sum()
                && peak > least;
    }

    /**
     * The value that a share of the finite ones lie below.
     *
     * @param share 0 to 1
     * @return 0 if that is not above 0
     */
    double percentile(double share) {
        double wanted = share * finite();
        long below = negative + zero;
        for (int bin = 0; bin < BINS; bin++) {
            below += histogram[bin];
            if (histogram[bin] > 0 && below >= wanted && negative + zero < wanted) {
                return Float.intBitsToFloat((bin << BIN_SHIFT) + (1 << BIN_SHIFT - 1));
            }
        }
        return 0;
    }

    /** Stops between the 0.1 and the 99.9 percentile of the values above 0; 0 if there are none. */
    double stops() {
        long above = finite() - negative - zero;
        if (above == 0) {
            return 0;
        }
        double start = (double) (negative + zero) / finite();
        double low = percentile(start + (1 - start) * 0.001);
        double high = percentile(start + (1 - start) * 0.999);
        return low > 0 ? Math.log(high / low) / Math.log(2) : 0;
    }
}
