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
 * The inverse cosine transform of 8x8 blocks, in two passes: along the rows of many blocks side by side, then down
 * their columns. An array holds the samples at one place of all blocks.
 *
 * <p>The sums are added in the order of OpenEXR's AVX code ({@code internal_dwa_simd.h}, 3.4), in single precision and
 * without fused multiply-add, so that the results are equal to the bit. Each loop makes one array, which the JIT
 * compiler turns into vector code, and they are few, because it takes its time. Where a factor is negative the sign
 * stands for a subtraction: that is the same to the bit.
 */
final class InverseDct {
    private static final float A = 3.535536e-01f;
    private static final float B = 4.903927e-01f;
    private static final float C = 4.619398e-01f;
    private static final float D = 4.157349e-01f;
    private static final float E = 2.777855e-01f;
    private static final float F = 1.913422e-01f;
    private static final float G = 9.754573e-02f;

    /** Arrays of scratch that the passes take. */
    static final int SCRATCH = 8;

    private InverseDct() {}

    /**
     * Transforms rows in place.
     *
     * @param x 8 arrays, by horizontal frequency before and column after the transform: one row of each block
     * @param t {@link #SCRATCH} arrays as long as these
     * @param count how many blocks
     */
    static void rows(float[][] x, float[][] t, int count) {
        sum(x[0], A, x[2], C, x[4], A, x[6], -F, t[0], count);
        difference(x[0], A, x[2], F, x[4], A, x[6], C, t[1], count);
        difference(x[0], A, x[2], -F, x[4], A, x[6], -C, t[2], count);
        sum(x[0], A, x[2], -C, x[4], A, x[6], F, t[3], count);
        sum(x[1], B, x[3], D, x[5], E, x[7], -G, t[4], count);
        difference(x[1], D, x[3], -G, x[5], B, x[7], E, t[5], count);
        sum(x[1], E, x[3], -B, x[5], G, x[7], -D, t[6], count);
        sum(x[1], G, x[3], -E, x[5], D, x[7], B, t[7], count);
        butterflies(t, x, count);
    }

    /**
     * Transforms columns in place.
     *
     * @param x 8 arrays, by vertical frequency before and row after the transform: one column of each block
     * @param t {@link #SCRATCH} arrays as long as these
     * @param count how many blocks
     */
    static void columns(float[][] x, float[][] t, int count) {
        sum(x[0], A, x[4], A, x[2], C, x[6], -F, t[0], count);
        sum(x[0], A, x[4], -A, x[2], F, x[6], C, t[1], count);
        difference(x[0], A, x[4], -A, x[2], F, x[6], -C, t[2], count);
        difference(x[0], A, x[4], A, x[2], C, x[6], F, t[3], count);
        sum(x[1], B, x[3], D, x[5], E, x[7], -G, t[4], count);
        oddOne(x[1], x[3], x[5], x[7], t[5], count);
        oddTwo(x[1], x[3], x[5], x[7], t[6], count);
        difference(x[1], G, x[5], D, x[3], E, x[7], B, t[7], count);
        butterflies(t, x, count);
    }

    private static void sum(
            float[] x,
            float fx,
            float[] y,
            float fy,
            float[] z,
            float fz,
            float[] w,
            float minusFw,
            float[] to,
            int count) {
        for (int i = 0; i < count; i++) {
            // A minus to tell the two sums apart: of a plus the compiler of Java 17 makes no vector code.
            to[i] = (x[i] * fx + y[i] * fy) + (z[i] * fz - w[i] * minusFw);
        }
    }

    private static void difference(
            float[] x, float fx, float[] y, float fy, float[] z, float fz, float[] w, float fw, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (x[i] * fx + y[i] * fy) - (z[i] * fz + w[i] * fw);
        }
    }

    private static void oddOne(float[] x1, float[] x3, float[] x5, float[] x7, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (x1[i] * D - (x3[i] * G + x5[i] * B)) - x7[i] * E;
        }
    }

    private static void oddTwo(float[] x1, float[] x3, float[] x5, float[] x7, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = ((x1[i] * E - x3[i] * B) + x5[i] * G) + x7[i] * D;
        }
    }

    private static void butterflies(float[][] t, float[][] x, int count) {
        for (int k = 0; k < 4; k++) {
            add(t[k], t[4 + k], x[k], count);
            subtract(t[k], t[4 + k], x[7 - k], count);
        }
    }

    private static void add(float[] x, float[] y, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = x[i] + y[i];
        }
    }

    private static void subtract(float[] x, float[] y, float[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = x[i] - y[i];
        }
    }
}
