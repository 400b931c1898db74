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
 * An immutable 3x3 matrix of doubles, applied to column vectors.
 *
 * <pre>{@code
 * Matrix3 both = second.times(first); // first, then second
 * double[] xyz = both.times(new double[] {1, 1, 1});
 * }</pre>
 */
public final class Matrix3 {
    /** The identity. */
    public static final Matrix3 IDENTITY = diagonal(1, 1, 1);

    private final double[] m;

    private Matrix3(double[] m) {
        this.m = m;
    }

    /**
     * A matrix of nine numbers.
     *
     * @param rowMajor nine finite numbers, row by row
     * @return the matrix
     * @throws IllegalArgumentException if there are not nine, or one is not finite
     */
    public static Matrix3 of(double... rowMajor) {
        if (rowMajor.length != 9) {
            throw new IllegalArgumentException("a 3x3 matrix has 9 numbers, not " + rowMajor.length);
        }
        for (double value : rowMajor) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a matrix needs finite numbers, found " + value);
            }
        }
        return new Matrix3(rowMajor.clone());
    }

    /** A diagonal matrix. */
    public static Matrix3 diagonal(double a, double b, double c) {
        return of(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    /** The entry in a row and column, both 0 to 2. */
    public double get(int row, int column) {
        return m[3 * row + column];
    }

    /** The nine entries row by row, a copy. */
    public double[] toArray() {
        return m.clone();
    }

    /** The nine entries row by row, rounded to float. */
    public float[] toFloatArray() {
        float[] rounded = new float[9];
        for (int i = 0; i < 9; i++) {
            rounded[i] = (float) m[i];
        }
        return rounded;
    }

    /** The product that applies {@code first} and then this. */
    public Matrix3 times(Matrix3 first) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * row + column] += m[3 * row + k] * first.m[3 * k + column];
                }
            }
        }
        return new Matrix3(product);
    }

    /** This matrix times a column vector of three numbers. */
    public double[] times(double[] v) {
        return new double[] {
            m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
            m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
            m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
        };
    }

    /**
     * The inverse.
     *
     * @throws ArithmeticException if the matrix is singular
     */
    public Matrix3 inverse() {
        double c0 = m[4] * m[8] - m[5] * m[7];
        double c1 = m[5] * m[6] - m[3] * m[8];
        double c2 = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * c0 + m[1] * c1 + m[2] * c2;
        if (determinant == 0 || !Double.isFinite(1 / determinant)) {
            throw new ArithmeticException("singular matrix " + this);
        }
        double s = 1 / determinant;
        return new Matrix3(new double[] {
            c0 * s, (m[2] * m[7] - m[1] * m[8]) * s, (m[1] * m[5] - m[2] * m[4]) * s,
            c1 * s, (m[0] * m[8] - m[2] * m[6]) * s, (m[2] * m[3] - m[0] * m[5]) * s,
            c2 * s, (m[1] * m[6] - m[0] * m[7]) * s, (m[0] * m[4] - m[1] * m[3]) * s
        });
    }

    /** Whether no entry differs from the other matrix's by more than a tolerance. */
    public boolean isCloseTo(Matrix3 other, double tolerance) {
        for (int i = 0; i < 9; i++) {
            if (!(Math.abs(m[i] - other.m[i]) <= tolerance)) { // also if the difference is not a number
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix3 matrix && Arrays.equals(m, matrix.m);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m);
    }

    @Override
    public String toString() {
        return Arrays.toString(m);
    }
}
