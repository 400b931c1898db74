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

/** A 3x3 matrix on the pixels of three planes, as plain loops that become vector code. */
public final class MatrixSpan {
    private MatrixSpan() {}

    /**
     * The product of a matrix and each pixel (r, g, b). A NaN or an infinity in one component reaches every component
     * of the same pixel, as the arithmetic of floats has it (infinity minus infinity and zero times infinity are NaN),
     * and no other pixel.
     *
     * <p>Not in place: writing to other arrays and copying them back takes less time than loops that change what they
     * read.
     *
     * @param m nine numbers, row by row, as {@link Matrix3#toFloatArray()} gives them
     * @param r first components, {@code length} or more; not changed
     * @param g second components; not changed
     * @param b third components; not changed
     * @param toR receives the first components; none of the arrays read
     * @param toG receives the second components
     * @param toB receives the third components
     * @param length how many pixels
     */
    public static void multiply(
            float[] m, float[] r, float[] g, float[] b, float[] toR, float[] toG, float[] toB, int length) {
        row(m[0], m[1], m[2], r, g, b, toR, length);
        row(m[3], m[4], m[5], r, g, b, toG, length);
        row(m[6], m[7], m[8], r, g, b, toB, length);
    }

    /** One row: with more than one result in a loop, Java 17 does not reliably make vector code of it. */
    private static void row(float mr, float mg, float mb, float[] r, float[] g, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = mr * r[i] + mg * g[i] + mb * b[i];
        }
    }
}
