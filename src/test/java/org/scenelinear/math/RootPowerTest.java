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
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootPowerTest {
    @ParameterizedTest
    @CsvSource({
        "0.42, 1e-8, 1e4",
        "1.190476190476, 1e-8, 1e7",
        "1.15, 1e-9, 1",
        "1.13706, 1e-6, 12",
        "0.87946, 1e-6, 5",
        "0.416666667, 1e-8, 100",
        "0.454545455, 1e-8, 100",
        "0.384615385, 1e-8, 100",
        "0.1593017578125, 1e-10, 1",
        "0.833333333, 1e-8, 1",
        "0.01, 1e-4, 1e4",
        "1, 1e-4, 1e4",
        "0.875, 1e-6, 10",
        "0.8750000001, 1e-6, 10",
        "0.87499, 1e-6, 10",
        "0.0625, 1e-6, 10",
        "0.06250001, 1e-6, 10",
        "1.9999, 1e-4, 1e4",
    })
    void powersAreAccurateOnTheirInterval(double exponent, double low, double high) {
        RootPower power = new RootPower(exponent, low, high);
        int count = 5001;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (low * Math.pow(high / low, (i + 0.5) / count));
        }
        float[] result = new float[count];
        power.apply(values, result, count);
        for (int i = 0; i < count; i++) {
            double expected = Math.pow(values[i], exponent);
            assertEquals(expected, result[i], 1.2e-6 * expected, "at " + values[i]);
        }
    }

    @Test
    void zeroStaysZeroAndBelowTheIntervalThePowerStaysSmall() {
        float[] values = {0, Float.MIN_VALUE, 1e-30f, 1e-12f};
        new RootPower(0.42, 1e-8, 1e4).apply(values, values, 4);
        assertEquals(0f, values[0]);
        assertTrue(values[1] >= 0 && values[1] < values[2] && values[2] < values[3], values[1] + " " + values[2]);
        assertEquals(Math.pow(1e-12, 0.42), values[3], 0.01 * values[3]);
    }

    @Test
    void inPlaceAndOtherLengthsGiveTheSameAndTouchNothingElse() {
        RootPower power = new RootPower(0.7, 1e-3, 1e3);
        float[] values = new float[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i;
        }
        float[] all = new float[100];
        power.apply(values, all, 100);
        for (int length = 0; length <= 100; length += 7) {
            float[] some = values.clone();
            power.apply(some, some, length);
            float[] expected = values.clone();
            System.arraycopy(all, 0, expected, 0, length);
            assertArrayEquals(expected, some);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "-1, 1, 2", "2, 1, 2", "NaN, 1, 2", "0.5, 0, 1", "0.5, 2, 1", "0.5, NaN, 1"})
    void whatNoChainOfRootsCanDoIsRefused(double exponent, double low, double high) {
        assertThrows(IllegalArgumentException.class, () -> new RootPower(exponent, low, high));
    }

    @Test
    void aLengthBeyondAnArrayIsRefused() {
        RootPower power = new RootPower(0.5, 1, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> power.apply(new float[3], new float[4], 4));
        assertThrows(IndexOutOfBoundsException.class, () -> power.apply(new float[4], new float[3], 4));
    }
}
