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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.math.Matrix3;

class AffineTransformTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new AffineTransform(
                Matrix3.of(1.1, -0.08, -0.02, 0.05, 0.9, 0.05, -0.03, 0.2, 0.83), new ChannelValues(0.01, -0.02, 0.3));
    }

    @Override
    protected double roundTripTolerance() {
        return 2e-3; // the offset takes digits from values far below it
    }

    @Test
    void aSingularMatrixHasNoInverse() {
        assertEquals(
                Optional.empty(),
                new AffineTransform(Matrix3.of(1, 0, 0, 1, 0, 0, 1, 0, 0), ChannelValues.same(0.1)).inverse());
    }

    @Test
    void withoutAnOffsetItIsAMatrix() {
        assertEquals(new MatrixTransform(Matrix3.IDENTITY), AffineTransform.of(Matrix3.IDENTITY, ChannelValues.ZERO));
    }

    @Test
    void anIntervalBecomesZeroToOne() {
        ColorTransform toUnit = AffineTransform.toUnit(new ChannelValues(-1, 0, 2), new ChannelValues(1, 4, 3));
        float[][] result = run(toUnit, new float[][] {{-1, 1, 0}, {0, 4, 2}, {2, 3, 2.5f}});
        for (float[] plane : result) {
            assertEquals(0, plane[0], 1e-7);
            assertEquals(1, plane[1], 1e-7);
            assertEquals(0.5, plane[2], 1e-7);
        }
        assertTrue(AffineTransform.toUnit(ChannelValues.ZERO, ChannelValues.ONE).isIdentity());
    }

    @Test
    void anEmptyIntervalIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> AffineTransform.toUnit(ChannelValues.ONE, ChannelValues.ZERO));
    }
}
