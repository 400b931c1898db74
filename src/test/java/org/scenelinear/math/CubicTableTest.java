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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CubicTableTest {
    private static float[] lookUp(DoubleUnaryOperator function, float... values) {
        float[] results = new float[values.length];
        new CubicTable(function, 4e-7, 1e-12).apply(values, results, values.length);
        return results;
    }

    @Test
    void smoothFunctionsComeOutToTheStatedErrorOnBothSidesOfZero() {
        float[] values = new float[20000];
        for (int i = 0; i < values.length; i++) {
            double magnitude = CubicTable.LEAST * Math.pow(0x1p47, i / (values.length + 1.0));
            values[i] = (float) (i % 2 == 0 ? magnitude : -magnitude);
        }
        float[] results = lookUp(Math::cbrt, values);
        for (int i = 0; i < values.length; i++) {
            double expected = Math.cbrt(values[i]);
            assertEquals(expected, results[i], 5e-7 * Math.abs(expected));
        }
    }

    @Test
    void aStraightLineHoldsThroughZero() {
        float[] values = {0f, -0f, Float.MIN_VALUE, 1e-30f, -1e-12f, 3f};
        float[] results = lookUp(x -> 2 * x, values);
        for (int i = 0; i < values.length; i++) {
            assertEquals(2 * values[i], results[i], 1e-7f * Math.abs(values[i]));
        }
    }

    @Test
    void whatTheTableDoesNotKnowIsNaN() {
        float[] results = lookUp(
                Math::cbrt,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                CubicTable.GREATEST,
                -1e30f,
                CubicTable.LEAST / 2);
        for (float result : results) {
            assertTrue(Float.isNaN(result));
        }
    }

    @Test
    void aKinkIsLeftToOthersAndItsNeighborsAreNot() {
        float[] results = lookUp(x -> Math.abs(x - 0.3), 0.3f, 0.29f, 0.31f);
        assertTrue(Float.isNaN(results[0]));
        assertEquals(0.01, results[1], 1e-7);
        assertEquals(0.01, results[2], 1e-7);
    }

    @Test
    void piecesMeet() {
        CubicTable table = new CubicTable(Math::log, 4e-7, 1e-12);
        for (float edge = 2; edge < 100; edge += edge / 128) {
            float[] values = {Math.nextDown(edge), edge};
            float[] results = new float[2];
            table.apply(values, results, 2);
            assertEquals(results[1], results[0], 4e-7f * Math.max(1, Math.abs(results[1])));
        }
    }

    @Test
    void aNaNIsFoundAnywhere() {
        for (int length = 1; length < 20; length++) {
            float[] values = new float[length];
            assertFalse(CubicTable.anyNaN(values, length));
            for (int i = 0; i < length; i++) {
                values[i] = Float.NaN;
                assertTrue(CubicTable.anyNaN(values, length));
                values[i] = 0;
            }
        }
    }
}
