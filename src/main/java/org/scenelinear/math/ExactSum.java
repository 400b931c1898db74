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

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum of floats without any rounding on the way, so that it depends neither on their order nor on how the work is
 * divided. One integer is kept for each of a float's exponents.
 */
public final class ExactSum {
    private static final int EXPONENTS = 255;
    private static final int FRACTION_BITS = 23;
    private static final int FRACTION_MASK = (1 << FRACTION_BITS) - 1;

    /** 2<sup>-149</sup>, the smallest positive float. */
    private static final BigDecimal UNIT = new BigDecimal(Float.MIN_VALUE);

    private final long[] sums = new long[EXPONENTS];

    /**
     * Adds a number. Up to 2<sup>39</sup> numbers can be added.
     *
     * @param value finite
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public void add(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = bits >>> FRACTION_BITS & 0xFF;
        if (exponent == EXPONENTS) {
            throw new IllegalArgumentException("only finite numbers have an exact sum, not " + value);
        }
        long significand = bits & FRACTION_MASK | (exponent == 0 ? 0 : 1 << FRACTION_BITS);
        sums[exponent] += bits < 0 ? -significand : significand;
    }

    /** The sum, rounded once, to the nearest double. */
    public double value() {
        BigInteger units = BigInteger.ZERO;
        for (int exponent = 0; exponent < EXPONENTS; exponent++) {
            // Subnormal floats, of exponent 0, have the same unit as those of exponent 1.
            units = units.add(BigInteger.valueOf(sums[exponent]).shiftLeft(Math.max(exponent, 1) - 1));
        }
        return new BigDecimal(units).multiply(UNIT).doubleValue();
    }
}
