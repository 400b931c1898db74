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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanFunctionsTest {
    private static final int COUNT = 100_000;
    private final SpanScratch scratch = new SpanScratch(COUNT);

    @Test
    void logarithmsOfAllNormalFloatsAreWithinTheStatedError() {
        float[] values = logarithmic(Float.MIN_NORMAL, Float.MAX_VALUE);
        float[] result = new float[COUNT];
        Log2Span.apply(values, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double expected = Math.log(values[i]) / Math.log(2);
            assertEquals(expected, result[i], 3e-7 * Math.abs(expected));
        }
    }

    @Test
    void logarithmsNearOneKeepTheirRelativeError() {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = 1 + (i - COUNT / 2) * 0x1p-23f;
        }
        float[] result = new float[COUNT];
        Log2Span.apply(values, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double expected = Math.log1p(values[i] - 1.0) / Math.log(2);
            assertEquals(expected, result[i], 3e-7 * Math.abs(expected));
        }
    }

    @Test
    void powersOfTwoAreWithinTheStatedError() {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) (-126 + 254.0 * i / COUNT);
        }
        values[7] = 0;
        float[] result = new float[COUNT];
        Exp2Span.apply(values, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double expected = Math.pow(2, values[i]);
            assertEquals(expected, result[i], 2e-7 * expected);
        }
        assertEquals(1f, result[7]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 2.4, 2.4, 0.45, 1 / 0.45, 1 / 2.2, 2.6, -0.5, 1, 3, 0.159})
    void powersAreWithinTheStatedError(double power) {
        double largest = Math.pow(2, 125 / Math.max(1, Math.abs(power)));
        float[] values = logarithmic(1 / largest, largest);
        float[] result = new float[COUNT];
        new PowerSpan(power).apply(values, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double expected = Math.pow(values[i], power);
            assertEquals(expected, result[i], 4e-7 * expected);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, -4, 5, -5, 6, 12})
    void steepPowersStayCloseToo(double power) {
        double largest = Math.pow(2, 125 / Math.abs(power));
        float[] values = logarithmic(1 / largest, largest);
        float[] result = new float[COUNT];
        new PowerSpan(power).apply(values, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double expected = Math.pow(values[i], power);
            assertEquals(expected, result[i], 1e-6 * expected);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0x1p-9f, 0.0031308f, 1, 100})
    void whatIsNotAboveTheLimitGivesExactlyNothing(float limit) {
        float[] values = logarithmic(1e-6, 1e6);
        float[] special = {
            limit, Math.nextUp(limit), -limit, 0, -0f, -1e-30f, -1, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY
        };
        System.arraycopy(special, 0, values, 0, special.length);
        float[] above = new float[COUNT];
        float[] result = new float[COUNT];
        new PowerSpan(1 / 2.4).applyAbove(limit, values, above, result, scratch, COUNT);
        for (int i = 0; i < COUNT; i++) {
            boolean isAbove = values[i] > limit;
            assertEquals(isAbove ? 1 : 0, above[i]);
            if (!isAbove) {
                assertEquals(0, result[i], 0f);
            } else if (values[i] >= Float.MIN_NORMAL) {
                double expected = Math.pow(values[i], 1 / 2.4);
                assertEquals(expected, result[i], 4e-7 * expected);
            }
        }
    }

    @Test
    void aPowerTooSteepForALimitIsRefused() {
        PowerSpan steep = new PowerSpan(6);
        float[] values = {1};
        assertThrows(
                IllegalStateException.class, () -> steep.applyAbove(0, values, new float[1], new float[1], scratch, 1));
    }

    @Test
    void theResultMayLieInThePlaceOfTheValues() {
        float[] values = logarithmic(1e-5, 1e5);
        float[] result = new float[COUNT];
        PowerSpan power = new PowerSpan(0.7);
        power.apply(values, result, scratch, COUNT);
        float[] inPlace = values.clone();
        power.apply(inPlace, inPlace, scratch, COUNT);
        assertArrayEquals(result, inPlace);
    }

    @Test
    void valuesOutsideTheRangeNeverThrowAndNeverDisturbOthers() {
        float[] values = {0.5f, Float.NaN, 1, -1, 2, 0, 4, Float.POSITIVE_INFINITY, 8, Float.MIN_VALUE, 16};
        float[] result = new float[values.length];
        Log2Span.apply(values, result, scratch, values.length);
        for (int i = 0; i < values.length; i += 2) {
            assertEquals(i / 2 - 1, result[i]);
        }
        Exp2Span.apply(values, result, scratch, values.length);
        assertEquals(256f, result[8]);
    }

    @Test
    void aPowerNeedsAFiniteExponent() {
        assertThrows(IllegalArgumentException.class, () -> new PowerSpan(Double.NaN));
    }

    private static float[] logarithmic(double first, double last) {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) (first * Math.pow(last / first, i / (COUNT - 1.0)));
        }
        return values;
    }
}
