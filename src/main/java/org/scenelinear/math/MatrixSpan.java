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

/** A 3x3 matrix on the pixels of three planes: plain loops that become vector code. */
public final class MatrixSpan {
    private MatrixSpan() {}

    /**
     * Replaces each pixel (r, g, b) by its product with a matrix. A NaN or an infinity in one component reaches every
     * component of the same pixel, as the arithmetic of floats has it (infinity minus infinity and zero times infinity
     * are NaN), and no other pixel.
     *
     * @param m nine numbers, row by row, as {@link Matrix3#toFloatArray()} gives them
     * @param r first components, {@code length} or more
     * @param g second components
     * @param b third components
     * @param length how many pixels
     */
    public static void multiply(float[] m, float[] r, float[] g, float[] b, int length) {
        float m00 = m[0];
        float m01 = m[1];
        float m02 = m[2];
        float m10 = m[3];
        float m11 = m[4];
        float m12 = m[5];
        float m20 = m[6];
        float m21 = m[7];
        float m22 = m[8];
        for (int i = 0; i < length; i++) {
            float x = r[i];
            float y = g[i];
            float z = b[i];
            r[i] = m00 * x + m01 * y + m02 * z;
            g[i] = m10 * x + m11 * y + m12 * z;
            b[i] = m20 * x + m21 * y + m22 * z;
        }
    }
}
