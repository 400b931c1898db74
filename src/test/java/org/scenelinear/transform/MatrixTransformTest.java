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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.math.Matrix3;

class MatrixTransformTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new MatrixTransform(Matrix3.of(0.7, 0.2, 0.1, -0.3, 1.4, 0.05, 0.02, -0.15, 1.2));
    }

    @Test
    void rowsMakeTheComponents() {
        ColorTransform matrix = new MatrixTransform(Matrix3.of(1, 2, 4, 8, 16, 32, 64, 128, 256));
        float[][] result = run(matrix, new float[][] {{1, 0, 0, -1}, {0, 1, 0, 1}, {0, 0, 1, 0.5f}});
        assertArrayEquals(new float[][] {{1, 2, 4, 3}, {8, 16, 32, 24}, {64, 128, 256, 192}}, result);
    }

    @Test
    void aSingularMatrixHasNoInverse() {
        assertEquals(Optional.empty(), new MatrixTransform(Matrix3.diagonal(1, 0, 1)).inverse());
    }

    @Test
    void anInfinityReachesTheWholePixel() {
        float[][] result = run(transform(), new float[][] {{Float.POSITIVE_INFINITY}, {1}, {1}});
        assertEquals(Float.POSITIVE_INFINITY, result[0][0]);
        assertEquals(Float.NEGATIVE_INFINITY, result[1][0]);
        ColorTransform swap = new MatrixTransform(Matrix3.of(0, 1, 0, 1, 0, 0, 0, 0, 1));
        assertTrue(Float.isNaN(run(swap, new float[][] {{Float.POSITIVE_INFINITY}, {1}, {1}})[0][0]));
    }
}
