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

/**
 * A fixed power of many floats, x^p for 0 &lt; p &lt; 3, as a chain of square roots: whole powers and the roots
 * x^(1/2), x^(1/4), x^(1/8) by the binary digits of p, times a ratio of two cubics in x^(1/16) for what is left of p.
 * Nothing but + * / and square roots, which Java 17 turns into vector code (it does so for no form that takes floats
 * apart by their bits in the same loop). One loop serves all exponents, so it is compiled once.
 *
 * <p>On the interval given at construction the relative error is below 1e-6, mostly 3e-7. Outside it grows slowly; 0
 * gives 0. Immutable.
 */
public final class RootPower {
    private static final int DEGREE = 3;

    /** Which of 1, x, x^2 takes part; then pairs of 1 and 0 or 0 and 1: whether x^(1/2), x^(1/4), x^(1/8) do. */
    private final double[] selectors = new double[9];

    /** The ratio's coefficients. In double though used as floats: the loop must not seem to write to them. */
    private final double[] coefficients = new double[2 * DEGREE + 2];

    /**
     * A power.
     *
     * @param exponent p, above 0 and below 3
     * @param low where the interval begins on which the power is accurate, above 0
     * @param high where it ends
     */
    public RootPower(double exponent, double low, double high) {
        if (!(exponent > 0 && exponent < 3 && low > 0 && high > low)) {
            throw new IllegalArgumentException("no chain of roots for x^" + exponent + " from " + low + " to " + high);
        }
        int whole = (int) exponent;
        selectors[whole] = 1;
        double rest = exponent - whole;
        double part = 0.5;
        for (int i = 3; i < selectors.length; i += 2) {
            boolean takesPart = rest >= part;
            rest -= takesPart ? part : 0;
            selectors[i] = takesPart ? 1 : 0;
            selectors[i + 1] = takesPart ? 0 : 1;
            part /= 2;
        }
        double restOfRoot = rest * 16;
        double[] points = RationalFit.chebyshevPoints(Math.log(low) / 16, Math.log(high) / 16, 2 * DEGREE + 1);
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.exp(points[i]); // even steps of the logarithm keep the relative error even
        }
        double[] fit = RationalFit.fit(s -> Math.pow(s, restOfRoot), points, DEGREE);
        for (int i = 0; i < fit.length; i++) {
            coefficients[i] = (float) (fit[i] / fit[DEGREE]); // saves a product
        }
    }

    /**
     * The powers of floats of 0 or more. Less gives NaN.
     *
     * @param values the numbers, {@code length} or more; not changed unless it is {@code result}
     * @param result receives the powers; may be {@code values}
     * @param length how many
     */
    public void apply(float[] values, float[] result, int length) {
        roots(values, result, length, coefficients, selectors);
    }

    private static void roots(float[] x, float[] result, int length, double[] coefficients, double[] selectors) {
        float p0 = (float) coefficients[0];
        float p1 = (float) coefficients[1];
        float p2 = (float) coefficients[2];
        float q0 = (float) coefficients[4];
        float q1 = (float) coefficients[5];
        float q2 = (float) coefficients[6];
        float q3 = (float) coefficients[7];
        float one = (float) selectors[0];
        float linear = (float) selectors[1];
        float square = (float) selectors[2];
        float half = (float) selectors[3];
        float noHalf = (float) selectors[4];
        float quarter = (float) selectors[5];
        float noQuarter = (float) selectors[6];
        float eighth = (float) selectors[7];
        float noEighth = (float) selectors[8];
        for (int i = 0; i < length; i++) {
            float value = x[i];
            float r2 = (float) Math.sqrt(value);
            float r4 = (float) Math.sqrt(r2);
            float r8 = (float) Math.sqrt(r4);
            float s = (float) Math.sqrt(r8);
            float rest = (p0 + s * (p1 + s * (p2 + s))) / (q0 + s * (q1 + s * (q2 + s * q3)));
            float product = noHalf + half * r2;
            product = product * (noQuarter + quarter * r4);
            product = product * (noEighth + eighth * r8);
            product = product * (one + value * (linear + square * value));
            result[i] = product * rest;
        }
    }
}
