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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.color.TransferCurves;
import org.scenelinear.transform.CurveTransform.Direction;

class CurveTransformTest extends TransformContractTest {
    /** A curve of no known family. */
    private record CubeRoot() implements TransferCurve {
        @Override
        public double encode(double linear) {
            return Math.cbrt(linear);
        }

        @Override
        public double decode(double encoded) {
            return encoded * encoded * encoded;
        }

        @Override
        public String name() {
            return "cube root";
        }
    }

    @Override
    protected ColorTransform transform() {
        return new CurveTransform(new CubeRoot(), Direction.ENCODE);
    }

    @Test
    void aCurveOfNoKnownFamilyIsWithinTheStatedError() {
        Random random = new Random(3);
        float[][] source = new float[3][5000];
        for (int i = 0; i < source[0].length; i++) {
            source[0][i] = value(random);
        }
        float[][] encoded = run(transform(), source);
        for (int i = 0; i < source[0].length; i++) {
            double expected = Math.cbrt(source[0][i]);
            assertEquals(expected, encoded[0][i], CurveTransform.RELATIVE_ERROR * Math.abs(expected));
        }
    }

    @Test
    void theLinearCurveIsTheIdentity() {
        assertTrue(new CurveTransform(TransferCurves.LINEAR, Direction.ENCODE).isIdentity());
        assertFalse(new CurveTransform(TransferCurves.SRGB, Direction.DECODE).isIdentity());
        float[][] source = {{-1, Float.POSITIVE_INFINITY}, {0, 2}, {1, 3}};
        float[][] same = run(new CurveTransform(TransferCurves.LINEAR, Direction.DECODE), source);
        assertEquals(Float.POSITIVE_INFINITY, same[0][1]);
        assertEquals(-1, same[0][0]);
    }
}
