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

import java.util.Objects;

/**
 * A fixed power of many floats, x^p for 0 &lt; p &lt; 2, as a chain of square roots: whole powers and the roots
 * x^(1/2), x^(1/4), x^(1/8) by the binary digits of p, times a ratio of two cubics in x^(1/16) for what is left of p.
 * Nothing but + * / and square roots, which Java 17 turns into vector code (it does so for no form that takes floats
 * apart by their bits in the same loop). One loop serves all exponents, so it is compiled once.
 *
 * <p>On the interval given at construction the relative error is below 1e-6, mostly 3e-7. Outside it grows slowly; 0
 * gives 0. Immutable.
 */
public final class RootPower {
    private static final int DEGREE = 3;
    private static final double LEAST_FRACTION = 1e-7;

    /** Pairs of 1 and 0 or 0 and 1: whether x, x^(1/2), x^(1/4), x^(1/8) take part. */
    private final double[] selectors = new double[8];

    /**
     * The coefficients of the ratio. In double though used as floats: C2 would take the loop to write to an array of
     * floats.
     */
    private final double[] coefficients = new double[2 * DEGREE + 2];

    /**
     * A power.
     *
     * @param exponent p, above 0 and below 2
     * @param low where the interval begins on which the power is accurate, above 0
     * @param high where it ends
     */
    public RootPower(double exponent, double low, double high) {
        if (!(exponent > 0 && exponent < 2 && low > 0 && high > low)) {
            throw new IllegalArgumentException("no chain of roots for x^" + exponent + " from " + low + " to " + high);
        }
        double rest = exponent;
        double part = 1;
        for (int i = 0; i < selectors.length; i += 2) {
            boolean takesPart = rest >= part;
            rest -= takesPart ? part : 0;
            selectors[i] = takesPart ? 1 : 0;
            selectors[i + 1] = takesPart ? 0 : 1;
            part /= 2;
        }
        double restOfRoot = awayFromWhole(rest * 16);
        double[] points = RationalFit.chebyshevPoints(Math.log(low) / 16, Math.log(high) / 16, 2 * DEGREE + 1);
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.exp(points[i]); // even steps of the logarithm keep the relative error even
        }
        double[] fit = RationalFit.fit(s -> Math.pow(s, restOfRoot), points, DEGREE);
        System.arraycopy(fit, 0, coefficients, 0, fit.length);
    }

    /** A whole power of s is a ratio of two cubics in many ways, none of which could be told from the others. */
    private static double awayFromWhole(double power) {
        double nearest = Math.rint(power);
        return Math.abs(power - nearest) < LEAST_FRACTION ? nearest + LEAST_FRACTION : power;
    }

    /**
     * The powers of floats of 0 or more. Less gives NaN.
     *
     * <p>One long method on purpose: C2 inlines no method of more than 325 bytes of bytecode, and where it did inline
     * this loop it did not turn it into vector code, at an eighth of the speed.
     *
     * @param values the numbers, {@code length} or more; not changed unless it is {@code result}
     * @param result receives the powers; may be {@code values}
     * @param length how many
     */
    public void apply(float[] values, float[] result, int length) {
        Objects.checkFromIndexSize(0, length, values.length);
        Objects.checkFromIndexSize(0, length, result.length);
        float p0 = (float) this.coefficients[0];
        float p1 = (float) this.coefficients[1];
        float p2 = (float) this.coefficients[2];
        float p3 = (float) this.coefficients[DEGREE];
        float q0 = (float) this.coefficients[DEGREE + 1];
        float q1 = (float) this.coefficients[DEGREE + 2];
        float q2 = (float) this.coefficients[DEGREE + 3];
        float q3 = (float) this.coefficients[DEGREE + 4];
        float whole = (float) this.selectors[0];
        float noWhole = (float) this.selectors[1];
        float half = (float) this.selectors[2];
        float noHalf = (float) this.selectors[3];
        float quarter = (float) this.selectors[4];
        float noQuarter = (float) this.selectors[5];
        float eighth = (float) this.selectors[6];
        float noEighth = (float) this.selectors[7];
        for (int i = 0; i < length; i++) {
            float value = values[i];
            float r2 = (float) Math.sqrt(value);
            float r4 = (float) Math.sqrt(r2);
            float r8 = (float) Math.sqrt(r4);
            float s = (float) Math.sqrt(r8);
            float numerator = p0 + s * (p1 + s * (p2 + s * p3));
            float denominator = q0 + s * (q1 + s * (q2 + s * q3));
            float product = noHalf + half * r2;
            product = product * (noQuarter + quarter * r4);
            product = product * (noEighth + eighth * r8);
            product = product * (noWhole + whole * value);
            result[i] = numerator / denominator * product;
        }
    }
}
