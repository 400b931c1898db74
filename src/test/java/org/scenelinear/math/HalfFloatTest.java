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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfFloatTest {
    /** The finite halfs from 0 up, by the definition of binary16; the index is the bit pattern. */
    private static final double[] FINITE = finiteHalfs();

    @Test
    void everyHalfHasTheValueThatItsBitsDefine() {
        for (int bits = 0; bits < FINITE.length; bits++) {
            assertEquals(FINITE[bits], HalfFloat.toFloat((short) bits), () -> "half");
            assertEquals(-FINITE[bits], HalfFloat.toFloat((short) (bits | 0x8000)));
            assertEquals(HalfFloat.toFloat((short) bits), HalfFloat.table()[bits]);
        }
        assertEquals(Float.POSITIVE_INFINITY, HalfFloat.toFloat((short) 0x7C00));
        assertEquals(Float.NEGATIVE_INFINITY, HalfFloat.toFloat((short) 0xFC00));
    }

    @Test
    void all65536HalfsComeBackToTheirBits() {
        for (int bits = 0; bits < 65536; bits++) {
            assertEquals((short) bits, HalfFloat.fromFloat(HalfFloat.toFloat((short) bits)));
        }
    }

    @Test
    void theMiddleBetweenTwoHalfsGoesToTheEvenOneAndItsNeighborsToTheNearer() {
        for (int bits = 0; bits + 1 < FINITE.length; bits++) {
            float middle = (float) ((FINITE[bits] + FINITE[bits + 1]) / 2);
            int even = bits % 2 == 0 ? bits : bits + 1;
            assertRounds(even, middle);
            assertRounds(bits, Math.nextDown(middle));
            assertRounds(bits + 1, Math.nextUp(middle));
        }
    }

    @Test
    void anyFloatGoesToTheNearestHalf() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (!Float.isNaN(value)) {
                assertRounds(nearest(Math.abs((double) value)), Math.abs(value));
            }
        }
        for (int i = 0; i < 1_000_000; i++) { // in the range of half, where most of the random bits are not
            float value = (float) Math.exp(random.nextDouble() * 30 - 18);
            assertRounds(nearest(value), value);
        }
    }

    @Test
    void from65520OnHalfsAreInfinite() {
        assertRounds(0x7BFF, HalfFloat.MAX);
        assertRounds(0x7BFF, Math.nextDown(65520f));
        assertRounds(0x7C00, 65520f);
        assertRounds(0x7C00, Math.nextDown(65536f));
        assertRounds(0x7C00, 65536f);
        assertRounds(0x7C00, Float.MAX_VALUE);
        assertRounds(0x7C00, Float.POSITIVE_INFINITY);
    }

    @Test
    void aNanStaysANanAndKeepsItsSignAndUpperPayload() {
        Random random = new Random(12);
        for (int i = 0; i < 100_000; i++) {
            int bits = random.nextInt() | 0x7F800000;
            bits = (bits & 0x7FFFFF) == 0 ? bits | 1 : bits;
            int half = HalfFloat.fromFloat(Float.intBitsToFloat(bits)) & 0xFFFF;
            assertEquals(0x7C00, half & 0x7C00);
            assertTrue((half & 0x3FF) != 0, "became infinite: " + Integer.toHexString(bits));
            assertEquals(bits >>> 31, half >>> 15);
            int payload = bits >>> 13 & 0x3FF;
            if (payload != 0) {
                assertEquals(payload, half & 0x3FF);
            }
            assertTrue(Float.isNaN(HalfFloat.toFloat((short) half)));
        }
    }

    private static void assertRounds(int expectedBits, float value) {
        // Compared before a message is built: this runs millions of times.
        if ((short) expectedBits != HalfFloat.fromFloat(value)) {
            assertEquals(expectedBits, HalfFloat.fromFloat(value) & 0xFFFF, Float.toHexString(value));
        }
        if ((short) (expectedBits | 0x8000) != HalfFloat.fromFloat(-value)) {
            assertEquals(expectedBits | 0x8000, HalfFloat.fromFloat(-value) & 0xFFFF, Float.toHexString(-value));
        }
    }

    /** Searches among all halfs, with 65536 in the place of infinity, as IEEE 754 section 4.3.1 defines rounding. */
    private static int nearest(double magnitude) {
        int found = Arrays.binarySearch(FINITE, magnitude);
        if (found >= 0) {
            return found;
        }
        int above = -found - 1;
        double below = FINITE[above - 1];
        double next = above < FINITE.length ? FINITE[above] : 65536;
        double fromBelow = magnitude - below;
        double toNext = next - magnitude;
        if (fromBelow == toNext) {
            return above % 2 == 0 ? above : above - 1;
        }
        return fromBelow < toNext ? above - 1 : above;
    }

    private static double[] finiteHalfs() {
        double[] values = new double[0x7C00];
        for (int bits = 0; bits < values.length; bits++) {
            int exponent = bits / 1024;
            int fraction = bits % 1024;
            values[bits] =
                    exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1024.0 + fraction, exponent - 25);
        }
        return values;
    }
}
