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
 * The inverse cosine transform of 8x8 blocks, in two passes: along the rows of each block, then down the columns of
 * many blocks side by side.
 *
 * <p>The sums are added in the order of OpenEXR's AVX code ({@code internal_dwa_simd.h}, 3.4), in single precision and
 * without fused multiply-add, so that the results are equal to the bit.
 */
final class InverseDct {
    private static final float A = 3.535536e-01f;
    private static final float B = 4.903927e-01f;
    private static final float C = 4.619398e-01f;
    private static final float D = 4.157349e-01f;
    private static final float E = 2.777855e-01f;
    private static final float F = 1.913422e-01f;
    private static final float G = 9.754573e-02f;

    private InverseDct() {}

    /** Transforms the 8 coefficients from {@code from} on into 8 values at {@code to}. */
    static void row(float[] coefficients, int from, float[] values, int to) {
        float x0 = coefficients[from] * A;
        float x1 = coefficients[from + 1];
        float x2 = coefficients[from + 2];
        float x3 = coefficients[from + 3];
        float x4 = coefficients[from + 4] * A;
        float x5 = coefficients[from + 5];
        float x6 = coefficients[from + 6];
        float x7 = coefficients[from + 7];
        float even0 = (x0 + x2 * C) + (x4 + x6 * F);
        float even1 = (x0 + x2 * F) - (x4 + x6 * C);
        float even2 = (x0 - x2 * F) - (x4 - x6 * C);
        float even3 = (x0 - x2 * C) + (x4 - x6 * F);
        float odd0 = (x1 * B + x3 * D) + (x5 * E + x7 * G);
        float odd1 = (x1 * D - x3 * G) - (x5 * B + x7 * E);
        float odd2 = (x1 * E - x3 * B) + (x5 * G + x7 * D);
        float odd3 = (x1 * G - x3 * E) + (x5 * D - x7 * B);
        values[to] = even0 + odd0;
        values[to + 1] = even1 + odd1;
        values[to + 2] = even2 + odd2;
        values[to + 3] = even3 + odd3;
        values[to + 4] = even3 - odd3;
        values[to + 5] = even2 - odd2;
        values[to + 6] = even1 - odd1;
        values[to + 7] = even0 - odd0;
    }

    /**
     * Transforms columns in place. Each loop makes one array, which the JIT compiler turns into vector code.
     *
     * @param rows the 8 rows
     * @param scratch 8 arrays as long as the rows
     * @param count columns
     */
    static void columns(float[][] rows, float[][] scratch, int count) {
        float[] r0 = rows[0];
        float[] r1 = rows[1];
        float[] r2 = rows[2];
        float[] r3 = rows[3];
        float[] r4 = rows[4];
        float[] r5 = rows[5];
        float[] r6 = rows[6];
        float[] r7 = rows[7];
        for (int k = 0; k < 4; k++) {
            odd(k, r1, r3, r5, r7, scratch[4 + k], count);
        }
        outer(r0, r4, r2, r6, C, F, scratch[0], scratch[3], count);
        inner(r0, r4, r2, r6, scratch[1], scratch[2], count);
        for (int k = 0; k < 4; k++) {
            butterfly(scratch[k], scratch[4 + k], rows[k], rows[7 - k], count);
        }
    }

    private static void odd(int k, float[] r1, float[] r3, float[] r5, float[] r7, float[] to, int count) {
        switch (k) {
            case 0 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = (r1[i] * B + r3[i] * D) + (r5[i] * E + r7[i] * G);
                }
            }
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = (r1[i] * D - (r3[i] * G + r5[i] * B)) - r7[i] * E;
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = ((r1[i] * E - r3[i] * B) + r5[i] * G) + r7[i] * D;
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    to[i] = (r1[i] * G + r5[i] * D) - (r3[i] * E + r7[i] * B);
                }
            }
        }
    }

    private static void outer(
            float[] r0,
            float[] r4,
            float[] r2,
            float[] r6,
            float c,
            float f,
            float[] sum,
            float[] difference,
            int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = (r0[i] * A + r4[i] * A) + (r2[i] * c + r6[i] * f);
        }
        for (int i = 0; i < count; i++) {
            difference[i] = (r0[i] * A + r4[i] * A) - (r2[i] * c + r6[i] * f);
        }
    }

    private static void inner(
            float[] r0, float[] r4, float[] r2, float[] r6, float[] sum, float[] difference, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = (r0[i] * A - r4[i] * A) + (r2[i] * F - r6[i] * C);
        }
        for (int i = 0; i < count; i++) {
            difference[i] = (r0[i] * A - r4[i] * A) - (r2[i] * F - r6[i] * C);
        }
    }

    private static void butterfly(float[] even, float[] odd, float[] front, float[] back, int count) {
        for (int i = 0; i < count; i++) {
            front[i] = even[i] + odd[i];
        }
        for (int i = 0; i < count; i++) {
            back[i] = even[i] - odd[i];
        }
    }
}
