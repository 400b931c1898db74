/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.math;

import java.util.Arrays;

/**
 * What there is in a span of pixels: negative components, NaN and infinities, and the largest component. Counts grow
 * from span to span. One belongs to one thread at a time.
 *
 * <p>Works on the bits of floats as whole numbers, whose loops become vector code; spans without anything remarkable
 * take the shortest way.
 */
public final class PixelCounts {
    private static final int MAGNITUDE = 0x7FFFFFFF;
    private static final int LARGEST_FINITE = 0x7F7FFFFF;

    private long negative;
    private long invalid;
    private float largest = Float.NEGATIVE_INFINITY;

    /** Pixels with a component below 0 and neither NaN nor infinity in any. */
    public long negative() {
        return negative;
    }

    /** Pixels with NaN or infinity in a component. */
    public long invalid() {
        return invalid;
    }

    /** The largest finite component, minus infinity if there was none. */
    public float largest() {
        return largest;
    }

    /** Adds what another one counted. */
    public void add(PixelCounts other) {
        negative += other.negative;
        invalid += other.invalid;
        largest = other.largest > largest ? other.largest : largest;
    }

    /**
     * Looks through a span.
     *
     * @param r first components, {@code length} or more
     * @param g second components
     * @param b third components
     * @param scratch to work in
     * @param length how many pixels
     */
    public void add(float[] r, float[] g, float[] b, SpanScratch scratch, int length) {
        int[] bits = scratch.bits;
        int[] seen = scratch.moreBits;
        boolean plain = true;
        int most = Integer.MIN_VALUE;
        for (float[] plane : new float[][] {r, g, b}) {
            scratch.toBits(plane, bits, length);
            most = Math.max(most, largest(bits, length));
            plain &= most <= LARGEST_FINITE && signs(bits, length) >= 0;
        }
        if (plain) {
            largest = Math.max(largest, Float.intBitsToFloat(most));
            return;
        }
        Arrays.fill(seen, 0, length, 0);
        for (float[] plane : new float[][] {r, g, b}) {
            scratch.toBits(plane, bits, length);
            look(bits, seen, length);
            largestFinite(plane, length);
        }
        invalid += sumInvalid(seen, length);
        negative += sumNegative(seen, length);
    }

    private static int largest(int[] bits, int length) {
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < length; i++) {
            most = Math.max(most, bits[i]);
        }
        return most;
    }

    /** Negative if a float is, or is minus zero. */
    private static int signs(int[] bits, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all = all | bits[i];
        }
        return all;
    }

    /** Adds bit 0 to what was seen of a pixel for a number below 0, bit 1 for NaN and infinity. */
    private static void look(int[] bits, int[] seen, int length) {
        for (int i = 0; i < length; i++) {
            int magnitude = bits[i] & MAGNITUDE;
            int below = (bits[i] & -magnitude) >>> 31;
            int not = (LARGEST_FINITE - magnitude) >>> 31;
            seen[i] = seen[i] | below | not + not;
        }
    }

    private static int sumInvalid(int[] seen, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += seen[i] >>> 1;
        }
        return sum;
    }

    private static int sumNegative(int[] seen, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += seen[i] & ~(seen[i] >>> 1) & 1;
        }
        return sum;
    }

    private void largestFinite(float[] plane, int length) {
        float most = largest;
        for (int i = 0; i < length; i++) {
            float value = plane[i];
            if (value > most && value <= Float.MAX_VALUE) {
                most = value;
            }
        }
        largest = most;
    }
}
