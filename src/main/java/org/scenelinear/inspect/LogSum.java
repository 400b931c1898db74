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

/**
 * The sum of logarithms of many numbers, kept as their product: its exponent as a whole number, its mantissa between 1
 * and 2. A multiplication costs a twentieth of a logarithm and is rounded as finely.
 */
final class LogSum {
    /** A product of so many ordinary samples, of 2<sup>-14</sup> to 2<sup>16</sup>, is a normal double. */
    static final int FACTORS = 60;

    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = Double.doubleToRawLongBits(1);

    private long exponent;
    private double mantissa = 1;

    /** Adds the logarithm of a positive normal number. */
    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        exponent += (bits >>> MANTISSA_BITS) - Double.MAX_EXPONENT;
        mantissa *= Double.longBitsToDouble(bits & MANTISSA | ONE);
        if (mantissa >= 2) {
            mantissa /= 2;
            exponent++;
        }
    }

    /** Adds another sum. */
    void add(LogSum other) {
        exponent += other.exponent;
        add(other.mantissa);
    }

    /** The natural logarithms' sum. */
    double sum() {
        return exponent * Math.log(2) + Math.log(mantissa);
    }
}
