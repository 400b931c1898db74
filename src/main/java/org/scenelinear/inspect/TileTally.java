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
import java.util.Arrays;

/**
 * Tallies one channel tile by tile. Of ordinary samples the bits, as whole numbers, have the order of the values, so
 * counts and extremes are loops over whole numbers that become vector code. Each place in a tile keeps its own ones;
 * bringing them together within those loops would cost more than the rest. Sums are in double, four at a time, which do
 * not wait for each other; the compiler of Java 17 has no vector code that turns float into double.
 */
final class TileTally {
    /** With these bits, as whole numbers, begin the ordinary samples. */
    private static final int FIRST = Float.floatToRawIntBits(PixelClass.SMALLEST_NORMAL_HALF);
    /** And with these they end, exclusive. */
    private static final int END = Float.floatToRawIntBits(PixelClass.LARGEST_HALF);

    private static final int ONE = Float.floatToRawIntBits(1f);
    private static final int LANES = 4;

    /** The most samples added at once; few enough that all that four channels need stays in a core's nearest cache. */
    static final int CAPACITY = 1024;

    private final int[] bits = new int[CAPACITY];
    private final int[] least = new int[CAPACITY];
    private final int[] largest = new int[CAPACITY];
    private final int[] aboveOne = new int[CAPACITY];
    private final FloatBuffer asFloats;
    private final IntBuffer asInts;
    private PlaneTally tally;
    private long ordinary;

    TileTally() {
        // Two copies of memory cost less than a loop of conversions.
        ByteBuffer shared = ByteBuffer.allocate(CAPACITY * Float.BYTES).order(ByteOrder.nativeOrder());
        asFloats = shared.asFloatBuffer();
        asInts = shared.asIntBuffer();
        restart();
    }

    private void restart() {
        tally = new PlaneTally();
        ordinary = 0;
        Arrays.fill(least, END);
        Arrays.fill(largest, FIRST);
        Arrays.fill(aboveOne, 0);
    }

    /**
     * Adds samples.
     *
     * @param values from index 0
     * @param length how many, up to {@link #CAPACITY}
     */
    void add(float[] values, int length) {
        asFloats.put(0, values, 0, length);
        asInts.get(0, bits, 0, length);
        if (special(bits, length) < 0) {
            tally.add(values, length);
            return;
        }
        ordinary += length;
        lower(least, bits, length);
        raise(largest, bits, length);
        countAboveOne(aboveOne, bits, length);
        addSums(values, length);
    }

    /** What was added since it was last asked. */
    PlaneTally take() {
        if (ordinary > 0) {
            tally.addOrdinary(
                    ordinary,
                    sum(aboveOne),
                    Float.intBitsToFloat(least(least)),
                    Float.intBitsToFloat(largest(largest)));
        }
        PlaneTally result = tally;
        restart();
        return result;
    }

    /** Below 0 if a sample is not ordinary. */
    private static int special(int[] bits, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= bits[i] - FIRST | END - 1 - bits[i];
        }
        return all;
    }

    /** The smaller of both; written without a choice, else it would not become vector code. */
    private static void lower(int[] least, int[] bits, int length) {
        for (int i = 0; i < length; i++) {
            int below = bits[i] - least[i];
            least[i] += below & below >> 31;
        }
    }

    private static void raise(int[] largest, int[] bits, int length) {
        for (int i = 0; i < length; i++) {
            int above = largest[i] - bits[i];
            largest[i] -= above & above >> 31;
        }
    }

    private static void countAboveOne(int[] counts, int[] bits, int length) {
        for (int i = 0; i < length; i++) {
            counts[i] += ONE - bits[i] >>> 31;
        }
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static int least(int[] values) {
        int least = values[0];
        for (int value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static int largest(int[] values) {
        int largest = values[0];
        for (int value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private void addSums(float[] values, int length) {
        for (int begin = 0; begin < length; begin += LANES * LogSum.FACTORS) {
            int end = Math.min(begin + LANES * LogSum.FACTORS, length);
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
            tally.addOrdinary(s0, p0);
            tally.addOrdinary(s1, p1);
            tally.addOrdinary(s2, p2);
            tally.addOrdinary(s3, p3);
            for (int i = even; i < end; i++) {
                tally.addOrdinary(values[i], values[i]);
            }
        }
    }
}
