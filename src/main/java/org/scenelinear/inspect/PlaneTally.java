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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.scenelinear.run.Tile;

/**
 * What one pass over samples tells: counts, extremes, sums. Means are over finite samples, the geometric mean over
 * positive finite ones. One belongs to one thread at a time.
 */
public final class PlaneTally {
    /** With these bits, as whole numbers, begin the ordinary samples. */
    private static final int FIRST = Float.floatToRawIntBits(PixelClass.SMALLEST_NORMAL_HALF);
    /** And with these they end, exclusive. */
    private static final int END = Float.floatToRawIntBits(PixelClass.LARGEST_HALF);

    private static final int ONE = Float.floatToRawIntBits(1f);
    /** A product of so many ordinary samples, of 2<sup>-14</sup> to 2<sup>16</sup>, is a normal double. */
    private static final int FACTORS = 60;

    private static final int LANES = 4;

    private final long[] classes = new long[PixelClass.values().length];
    private long samples;
    private long positive;
    private long aboveOne;
    private float least = Float.POSITIVE_INFINITY;
    private float largest = Float.NEGATIVE_INFINITY;
    private double sum;
    private double sumOfLogs;

    /** Room to see floats as their bits; two copies of memory cost less than a loop of conversions. */
    static final class Bits {
        final int[] bits = new int[Tile.CAPACITY];
        private final FloatBuffer asFloats;
        private final IntBuffer asInts;

        Bits() {
            ByteBuffer shared = ByteBuffer.allocate(Tile.CAPACITY * Float.BYTES).order(ByteOrder.nativeOrder());
            asFloats = shared.asFloatBuffer();
            asInts = shared.asIntBuffer();
        }

        int[] of(float[] values, int length) {
            asFloats.put(0, values, 0, length);
            asInts.get(0, bits, 0, length);
            return bits;
        }
    }

    /**
     * Adds samples.
     *
     * @param values from index 0
     * @param length how many, up to {@link Tile#CAPACITY}
     * @param scratch to work in
     */
    void add(float[] values, int length, Bits scratch) {
        int[] bits = scratch.of(values, length);
        if (special(bits, length) >= 0) {
            samples += length;
            positive += length;
            aboveOne += aboveOne(bits, length);
            least = Math.min(least, Float.intBitsToFloat(least(bits, length)));
            largest = Math.max(largest, Float.intBitsToFloat(largest(bits, length)));
            addSums(values, length);
        } else {
            for (int i = 0; i < length; i++) {
                add(values[i]);
            }
        }
    }

    private void add(float value) {
        samples++;
        PixelClass found = PixelClass.of(value);
        if (found != null) {
            classes[found.ordinal()]++;
        }
        if (value > 1) {
            aboveOne++;
        }
        if (Math.abs(value) <= Float.MAX_VALUE) {
            sum += value;
            least = Math.min(least, value);
            largest = Math.max(largest, value);
            if (value > 0) {
                positive++;
                sumOfLogs += Math.log(value);
            }
        }
    }

    /** Adds what another one tells; in the order of the samples, so that sums are rounded alike every time. */
    void add(PlaneTally other) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] += other.classes[i];
        }
        samples += other.samples;
        positive += other.positive;
        aboveOne += other.aboveOne;
        least = Math.min(least, other.least);
        largest = Math.max(largest, other.largest);
        sum += other.sum;
        sumOfLogs += other.sumOfLogs;
    }

    /** Below 0 if a sample is not ordinary. */
    private static int special(int[] bits, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= bits[i] - FIRST | END - 1 - bits[i];
        }
        return all;
    }

    private static int least(int[] bits, int length) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, bits[i]);
        }
        return least;
    }

    private static int largest(int[] bits, int length) {
        int largest = Integer.MIN_VALUE;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, bits[i]);
        }
        return largest;
    }

    private static int aboveOne(int[] bits, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += ONE - bits[i] >>> 31;
        }
        return count;
    }

    /** Adds up values and the logarithms of their products; four at a time, which do not wait for each other. */
    private void addSums(float[] values, int length) {
        for (int begin = 0; begin < length; begin += LANES * FACTORS) {
            int end = Math.min(begin + LANES * FACTORS, length);
            int even = end - (end - begin) % LANES;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double p0 = 1;
            double p1 = 1;
            double p2 = 1;
            double p3 = 1;
            for (int i = begin; i < even; i += LANES) {
                double v0 = values[i];
                double v1 = values[i + 1];
                double v2 = values[i + 2];
                double v3 = values[i + 3];
                s0 += v0;
                s1 += v1;
                s2 += v2;
                s3 += v3;
                p0 *= v0;
                p1 *= v1;
                p2 *= v2;
                p3 *= v3;
            }
            sum += (s0 + s1) + (s2 + s3);
            sumOfLogs += (Math.log(p0) + Math.log(p1)) + (Math.log(p2) + Math.log(p3));
            for (int i = even; i < end; i++) {
                sum += values[i];
                sumOfLogs += Math.log(values[i]);
            }
        }
    }

    /** How many samples there are. */
    public long samples() {
        return samples;
    }

    /** How many samples are of a kind. */
    public long count(PixelClass kind) {
        return classes[kind.ordinal()];
    }

    /** How many samples are neither NaN nor infinite. */
    public long finite() {
        return samples
                - count(PixelClass.NAN)
                - count(PixelClass.POSITIVE_INFINITY)
                - count(PixelClass.NEGATIVE_INFINITY);
    }

    /** How many samples are above 1, infinity among them. */
    public long aboveOne() {
        return aboveOne;
    }

    /** The least finite sample; NaN if there is none. */
    public float least() {
        return finite() == 0 ? Float.NaN : least;
    }

    /** The largest finite sample; NaN if there is none. */
    public float largest() {
        return finite() == 0 ? Float.NaN : largest;
    }

    /** The sum of finite samples. */
    public double sum() {
        return sum;
    }

    /** The mean of finite samples; NaN if there is none. */
    public double mean() {
        return sum / finite();
    }

    /** The geometric mean of positive finite samples; NaN if there is none. */
    public double geometricMean() {
        return Math.exp(sumOfLogs / positive);
    }
}
