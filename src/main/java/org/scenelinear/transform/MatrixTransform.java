/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Optional;
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.MatrixSpan;

/**
 * A 3x3 matrix on (r, g, b). Negative values and values above 1 are kept. A NaN or an infinity reaches every component
 * of its pixel, as the arithmetic of floats has it: infinity minus infinity and zero times infinity are NaN.
 *
 * @param matrix the matrix, applied to columns; rounded to float when compiled
 */
public record MatrixTransform(Matrix3 matrix) implements ColorTransform {
    /** What is left of an identity after matrices and their inverses were multiplied in double. */
    private static final double ROUNDING = 1e-12;

    /** The inverse matrix, or empty if the matrix is singular. */
    @Override
    public Optional<ColorTransform> inverse() {
        try {
            return Optional.of(new MatrixTransform(matrix.inverse()));
        } catch (ArithmeticException singular) {
            return Optional.empty();
        }
    }

    /** Whether the matrix is the identity but for the rounding of doubles, which no float shows. */
    @Override
    public boolean isIdentity() {
        return matrix.isCloseTo(Matrix3.IDENTITY, ROUNDING);
    }

    @Override
    public String description() {
        return "matrix " + matrix;
    }

    @Override
    public Kernel compile() {
        float[] m = matrix.toFloatArray();
        return tile -> {
            float[] r = tile.scratch(0);
            float[] g = tile.scratch(1);
            float[] b = tile.scratch(2);
            MatrixSpan.multiply(m, tile.r, tile.g, tile.b, r, g, b, tile.length);
            System.arraycopy(r, 0, tile.r, 0, tile.length);
            System.arraycopy(g, 0, tile.g, 0, tile.length);
            System.arraycopy(b, 0, tile.b, 0, tile.length);
        };
    }
}
