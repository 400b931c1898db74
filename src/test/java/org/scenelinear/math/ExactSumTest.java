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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Test
    void smallNumbersSurviveLargeOnesThatCancel() {
        ExactSum sum = new ExactSum();
        sum.add(Float.MAX_VALUE);
        sum.add(Float.MIN_VALUE);
        sum.add(-Float.MAX_VALUE);
        assertEquals(Float.MIN_VALUE, sum.value());
    }

    @Test
    void theSumOfNumbersOfAllSizesIsThatOfBigDecimals() {
        Random random = new Random(1);
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                sum.add(value);
                expected = expected.add(new BigDecimal(value));
            }
        }
        assertEquals(expected.doubleValue(), sum.value());
    }

    @Test
    void nothingSumsToZero() {
        assertEquals(0.0, new ExactSum().value());
    }

    @Test
    void infinityAndNotANumberAreRefused() {
        ExactSum sum = new ExactSum();
        assertThrows(IllegalArgumentException.class, () -> sum.add(Float.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> sum.add(Float.NaN));
    }
}
