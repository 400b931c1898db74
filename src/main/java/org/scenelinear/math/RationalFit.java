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

import java.util.function.DoubleUnaryOperator;

/**
 * Ratios of two polynomials that stand in for a function which is slow to evaluate. The ratio equals the function at
 * given points; it is found by solving one small linear system.
 *
 * <p>With the Chebyshev points of an interval the error is spread almost evenly over it.
 */
public final class RationalFit {
    private RationalFit() {}

    /** The Chebyshev points of an interval, which leave least error between them. */
    public static double[] chebyshevPoints(double low, double high, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = (low + high) / 2 + (high - low) / 2 * Math.cos(Math.PI * (i + 0.5) / count);
        }
        return points;
    }

    /**
     * The coefficients of p(x) / q(x) for f(x).
     *
     * @param f the function, not 0 at any of the points
     * @param points where the ratio is to equal the function, as many as there are coefficients to be found
     * @param numerator the degree of p; that of q follows from the number of points, 0 if there is one more than this
     * @return the coefficients of p and then of q, both by rising powers; the first one of q is 1
     */
    public static double[] fit(DoubleUnaryOperator f, double[] points, int numerator) {
        int n = points.length;
        int denominator = n - 1 - numerator;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            double x = points[i];
            double value = f.applyAsDouble(x);
            double power = 1;
            for (int k = 0; k <= Math.max(numerator, denominator); k++) {
                if (k <= numerator) {
                    rows[i][k] = power / value;
                }
                if (k >= 1 && k <= denominator) {
                    rows[i][numerator + k] = -power;
                }
                power *= x;
            }
            rows[i][n] = 1;
        }
        double[] solution = solve(rows);
        double[] coefficients = new double[n + 1];
        System.arraycopy(solution, 0, coefficients, 0, numerator + 1);
        coefficients[numerator + 1] = 1;
        System.arraycopy(solution, numerator + 1, coefficients, numerator + 2, denominator);
        return coefficients;
    }

    /** Gaussian elimination with the largest pivot of each column; overwrites the rows. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
                    pivot = i;
                }
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = row;
            for (int i = column + 1; i < n; i++) {
                double factor = rows[i][column] / row[column];
                for (int k = column; k <= n; k++) {
                    rows[i][k] -= factor * row[k];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int k = i + 1; k < n; k++) {
                sum -= rows[i][k] * solution[k];
            }
            solution[i] = sum / rows[i][i];
        }
        return solution;
    }
}
