/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/**
 * The cosine transform of 8x8 blocks, in two passes: down the columns of many blocks side by side, then along a row of
 * one block.
 *
 * <p>Factorization of W. B. Pennebaker and J. L. Mitchell, "JPEG: Still Image Data Compression Standard", section
 * 4.3.2. Constants and order of the sums are those of OpenEXR's SSE2 code ({@code internal_dwa_simd.h}, 3.4), so that
 * the coefficients are equal to the bit.
 */
final class ForwardDct {
    private static final float C4 = .70710678f;
    private static final float HALF_C1 = .490392640f;
    private static final float HALF_C2 = .461939770f;
    private static final float HALF_C3 = .415734810f;
    private static final float HALF_C5 = .277785120f;
    private static final float HALF_C6 = .191341720f;
    private static final float HALF_C7 = .097545161f;

    /** Arrays of scratch that {@link #columns} takes. */
    static final int SCRATCH = 10;

    private ForwardDct() {}

    /** Transforms the 8 values from {@code from} on into 8 coefficients at {@code to}. */
    static void row(float[] values, int from, float[] coefficients, int to) {
        float x0 = values[from];
        float x1 = values[from + 1];
        float x2 = values[from + 2];
        float x3 = values[from + 3];
        float x4 = values[from + 4];
        float x5 = values[from + 5];
        float x6 = values[from + 6];
        float x7 = values[from + 7];
        float s07 = x0 + x7;
        float d07 = x0 - x7;
        float s12 = x1 + x2;
        float d12 = x1 - x2;
        float s34 = x3 + x4;
        float d34 = x3 - x4;
        float s56 = x5 + x6;
        float d56 = x5 - x6;
        float outer = (s07 + s34) * C4;
        float inner = (s12 + s56) * C4;
        coefficients[to] = (outer + inner) * .5f;
        coefficients[to + 4] = (outer - inner) * .5f;
        float p = d12 - d56;
        float q = s07 - s34;
        coefficients[to + 2] = p * HALF_C6 + q * HALF_C2;
        coefficients[to + 6] = q * HALF_C6 - p * HALF_C2;
        float k0 = (s12 - s56) * C4;
        float k1 = (d12 + d56) * -C4;
        float u = d07 - k0;
        float v = d34 + k1;
        coefficients[to + 3] = u * HALF_C3 - v * HALF_C5;
        coefficients[to + 5] = u * HALF_C5 + v * HALF_C3;
        float w = d07 + k0;
        float z = k1 - d34;
        coefficients[to + 1] = w * HALF_C1 - z * HALF_C7;
        coefficients[to + 7] = w * HALF_C7 + z * HALF_C1;
    }

    /**
     * Transforms columns in place. Each loop makes one array, which the JIT compiler turns into vector code.
     *
     * @param rows the 8 rows
     * @param scratch {@link #SCRATCH} arrays as long as the rows
     * @param count columns
     */
    static void columns(float[][] rows, float[][] scratch, int count) {
        float[] s07 = scratch[0];
        float[] d07 = scratch[1];
        float[] s12 = scratch[2];
        float[] d12 = scratch[3];
        float[] s34 = scratch[4];
        float[] d34 = scratch[5];
        float[] s56 = scratch[6];
        float[] d56 = scratch[7];
        float[] k0 = scratch[8];
        float[] k1 = scratch[9];
        sumAndDifference(rows[0], rows[7], s07, d07, count);
        sumAndDifference(rows[1], rows[2], s12, d12, count);
        sumAndDifference(rows[3], rows[4], s34, d34, count);
        sumAndDifference(rows[5], rows[6], s56, d56, count);
        zeroAndFour(s07, s34, s12, s56, rows[0], rows[4], count);
        twoAndSix(d12, d56, s07, s34, rows[2], rows[6], count);
        for (int i = 0; i < count; i++) {
            k0[i] = (s12[i] - s56[i]) * C4;
        }
        for (int i = 0; i < count; i++) {
            k1[i] = (d12[i] + d56[i]) * -C4;
        }
        threeAndFive(d07, k0, d34, k1, rows[3], rows[5], count);
        oneAndSeven(d07, k0, d34, k1, rows[1], rows[7], count);
    }

    private static void sumAndDifference(float[] x, float[] y, float[] sum, float[] difference, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = x[i] + y[i];
        }
        for (int i = 0; i < count; i++) {
            difference[i] = x[i] - y[i];
        }
    }

    private static void zeroAndFour(
            float[] s07, float[] s34, float[] s12, float[] s56, float[] out0, float[] out4, int count) {
        for (int i = 0; i < count; i++) {
            out0[i] = ((s07[i] + s34[i]) * C4 + (s12[i] + s56[i]) * C4) * .5f;
        }
        for (int i = 0; i < count; i++) {
            out4[i] = ((s07[i] + s34[i]) * C4 - (s12[i] + s56[i]) * C4) * .5f;
        }
    }

    private static void twoAndSix(
            float[] d12, float[] d56, float[] s07, float[] s34, float[] out2, float[] out6, int count) {
        for (int i = 0; i < count; i++) {
            out2[i] = (d12[i] - d56[i]) * HALF_C6 + (s07[i] - s34[i]) * HALF_C2;
        }
        for (int i = 0; i < count; i++) {
            out6[i] = (s07[i] - s34[i]) * HALF_C6 - (d12[i] - d56[i]) * HALF_C2;
        }
    }

    private static void threeAndFive(
            float[] d07, float[] k0, float[] d34, float[] k1, float[] out3, float[] out5, int count) {
        for (int i = 0; i < count; i++) {
            out3[i] = (d07[i] - k0[i]) * HALF_C3 - (d34[i] + k1[i]) * HALF_C5;
        }
        for (int i = 0; i < count; i++) {
            out5[i] = (d07[i] - k0[i]) * HALF_C5 + (d34[i] + k1[i]) * HALF_C3;
        }
    }

    private static void oneAndSeven(
            float[] d07, float[] k0, float[] d34, float[] k1, float[] out1, float[] out7, int count) {
        for (int i = 0; i < count; i++) {
            out1[i] = (d07[i] + k0[i]) * HALF_C1 - (k1[i] - d34[i]) * HALF_C7;
        }
        for (int i = 0; i < count; i++) {
            out7[i] = (d07[i] + k0[i]) * HALF_C7 + (k1[i] - d34[i]) * HALF_C1;
        }
    }
}
