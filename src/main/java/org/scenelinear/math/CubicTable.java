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
 * Any function of one variable as a table of cubics, looked up by the leading bits of a float: 32 pieces for each
 * factor of two, from {@value #LEAST} to {@value #GREATEST} and the same below 0, so that the relative error is as even
 * as the spacing of floats. Neighboring pieces meet in the same values.
 *
 * <pre>{@code
 * CubicTable table = new CubicTable(Math::cbrt, 4e-7, 1e-9);
 * table.apply(values, results, length);
 * if (CubicTable.anyNaN(results, length)) { ... } // evaluate those by other means
 * }</pre>
 *
 * <p>Where no cubic is near enough to the function (at a kink, a jump or a pole), for values beyond the table, for NaN
 * and infinities, the result is NaN. Below {@value #LEAST} the function is taken for a straight line through its value
 * at 0 if it is one to the tolerance. Immutable.
 *
 * <p>A look-up costs about 2 ns, whatever the function: Java 17 makes no vector code of it, but needs ten times as long
 * for {@code Math.pow}.
 */
public final class CubicTable {
    /** The least positive value of the table proper. */
    public static final float LEAST = 0x1p-30f;
    /** Where the table ends. */
    public static final float GREATEST = 0x1p17f;

    /** Bits of a float that a piece spans: the last of its significand. */
    private static final int SHIFT = 16;

    private static final int PIECE_MASK = -1 << SHIFT;
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    /** Less than the piece number of the first proper piece: piece 0 holds what is smaller. */
    private static final int BASE = (Float.floatToRawIntBits(LEAST) >>> SHIFT) - 1;
    /** The last piece of either sign, which holds what is beyond the table. */
    private static final int LAST = (Float.floatToRawIntBits(GREATEST) >>> SHIFT) - BASE;

    private static final int COEFFICIENTS = 4;

    /** Where in a piece the cubic has the value of the function. */
    private static final double[] NODES = {0, 0.25, 0.75, 1};

    private static final double[] CHECKS = {0.1, 0.5, 0.9};

    private final DoubleUnaryOperator function;
    private final float atZero;
    private final float[] coefficients = new float[2 * (LAST + 1) * COEFFICIENTS];

    /**
     * The table of a function.
     *
     * @param function what is to be looked up; may be undefined in places
     * @param relative the error that is accepted, as a part of the result
     * @param absolute what is accepted beside it
     */
    public CubicTable(DoubleUnaryOperator function, double relative, double absolute) {
        this.function = function;
        this.atZero = (float) function.applyAsDouble(0);
        for (int sign = 0; sign <= 1; sign++) {
            for (int piece = 0; piece <= LAST; piece++) {
                fill(function, sign, piece, relative, absolute);
            }
        }
    }

    private void fill(DoubleUnaryOperator function, int sign, int piece, double relative, double absolute) {
        int at = (sign * (LAST + 1) + piece) * COEFFICIENTS;
        double from = edge(sign, piece);
        double width = edge(sign, piece + 1) - from;
        if (piece == LAST || !fits(function, from, width, at, relative, absolute)) {
            for (int i = 0; i < COEFFICIENTS; i++) {
                coefficients[at + i] = Float.NaN;
            }
        }
    }

    /** The end of a piece that is nearer to 0. */
    private static double edge(int sign, int piece) {
        double magnitude = piece == 0 ? 0 : Float.intBitsToFloat(BASE + piece << SHIFT);
        return sign == 0 ? magnitude : -magnitude;
    }

    /** Writes the cubic of a piece and says whether it is near enough to the function. */
    private boolean fits(
            DoubleUnaryOperator function, double from, double width, int at, double relative, double absolute) {
        double[] c = cubic(function, from, width);
        for (int i = 0; i < COEFFICIENTS; i++) {
            coefficients[at + i] = (float) c[i];
        }
        for (double check : CHECKS) {
            float value = (float) (from + check * width);
            float t = value - (float) from;
            float result = value(at, t);
            double exact = function.applyAsDouble(value);
            if (!(Math.abs(result - exact) <= relative * Math.abs(exact) + absolute)) {
                return false;
            }
        }
        return true;
    }

    /** Newton's divided differences, multiplied out. */
    private static double[] cubic(DoubleUnaryOperator function, double from, double width) {
        double[] x = new double[COEFFICIENTS];
        double[] d = new double[COEFFICIENTS];
        for (int i = 0; i < COEFFICIENTS; i++) {
            x[i] = NODES[i] * width;
            d[i] = function.applyAsDouble(from + x[i]);
        }
        for (int order = 1; order < COEFFICIENTS; order++) {
            for (int i = COEFFICIENTS - 1; i >= order; i--) {
                d[i] = (d[i] - d[i - 1]) / (x[i] - x[i - order]);
            }
        }
        double[] c = {d[COEFFICIENTS - 1], 0, 0, 0};
        for (int i = COEFFICIENTS - 2; i >= 0; i--) { // c(t) becomes c(t) (t - x[i]) + d[i]
            for (int power = COEFFICIENTS - 1; power > 0; power--) {
                c[power] = c[power - 1] - x[i] * c[power];
            }
            c[0] = d[i] - x[i] * c[0];
        }
        return c;
    }

    private float value(int at, float t) {
        return ((coefficients[at + 3] * t + coefficients[at + 2]) * t + coefficients[at + 1]) * t + coefficients[at];
    }

    /**
     * Looks up a span of floats.
     *
     * @param values any floats, {@code length} or more; not changed unless it is {@code results}
     * @param results receives the function's values, NaN where the table does not know them; may be {@code values}
     * @param length how many
     */
    public void apply(float[] values, float[] results, int length) {
        float[] c = coefficients;
        for (int i = 0; i < length; i++) {
            float value = values[i];
            int bits = Float.floatToRawIntBits(value);
            int piece = Math.max(0, Math.min(((bits & MAGNITUDE) >>> SHIFT) - BASE, LAST));
            int at = ((bits >>> 31) * (LAST + 1) + piece) * COEFFICIENTS;
            float from = piece == 0 ? 0 : Float.intBitsToFloat(bits & PIECE_MASK);
            float t = value - from;
            results[i] = ((c[at + 3] * t + c[at + 2]) * t + c[at + 1]) * t + c[at];
        }
    }

    /**
     * Looks up as {@link #apply}, and evaluates in double what the table does not know.
     *
     * @param values what to look up
     * @param results receives the function's values; not {@code values}
     * @param length how many
     */
    public void applyEverywhere(float[] values, float[] results, int length) {
        apply(values, results, length);
        if (anyNaN(results, length)) {
            repair(values, results, length);
        }
    }

    /** Many pixels are black, and many curves too steep there for a table. */
    private void repair(float[] values, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(results[i])) {
                results[i] = values[i] == 0 ? atZero : (float) function.applyAsDouble(values[i]);
            }
        }
    }

    /** Whether a span may hold a NaN: always true if it does, seldom if it holds infinities only. */
    public static boolean anyNaN(float[] values, int length) {
        int i = 0;
        for (; i < length - 7; i += 8) {
            float sum = ((values[i] + values[i + 1]) + (values[i + 2] + values[i + 3]))
                    + ((values[i + 4] + values[i + 5]) + (values[i + 6] + values[i + 7]));
            if (Float.isNaN(sum)) {
                return true;
            }
        }
        for (; i < length; i++) {
            if (Float.isNaN(values[i])) {
                return true;
            }
        }
        return false;
    }
}
