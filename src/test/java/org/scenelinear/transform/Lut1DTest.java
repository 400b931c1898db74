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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.math.HalfFloat;

class Lut1DTest extends TransformContractTest {
    private static float[] halfs() {
        float[] table = HalfFloat.table().clone();
        for (int i = 0; i < table.length; i++) {
            table[i] = 2 * table[i] + 1; // what it makes of infinities and NaN is never used
        }
        return table;
    }

    @Override
    protected ColorTransform transform() {
        return Lut1D.of(false, new float[] {0.1f, 0.35f, 0.8f, 1.2f}, new float[] {0, 0.5f, 0.6f, 2}, new float[] {
            1, 0.25f, -0.5f, -3
        });
    }

    @Override
    protected float value(Random random) {
        return random.nextFloat();
    }

    private static float[] apply(ColorTransform transform, float... values) {
        return run(transform, new float[][] {values, values, values})[0];
    }

    @Test
    void theEntriesAreMetAndBetweenThemLiesAStraightLine() {
        float[] result = apply(Lut1D.of(false, new float[] {1, 3, -1}), 0, 0.25f, 0.5f, 0.75f, 1);
        assertArrayEquals(new float[] {1, 2, 3, 1, -1}, result);
    }

    @Test
    void outsideTheDomainTheEndsHold() {
        float[] result = apply(
                Lut1D.of(false, new float[] {1, 3}),
                -0.1f,
                1.1f,
                Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY,
                Float.NaN);
        assertArrayEquals(new float[] {1, 3, 1, 3, Float.NaN}, result);
    }

    @Test
    void aTableOverHalfsServesAllTheirValues() {
        Lut1D lut = Lut1D.of(true, halfs());
        float[] values = {0, 1e-7f, -1e-7f, 0.18f, -3.14159f, 1000.3f, 65504, 70000, -1e9f, Float.POSITIVE_INFINITY};
        float[] result = apply(lut, values);
        for (int i = 0; i < values.length; i++) {
            float limited = Math.max(-65504, Math.min(65504, values[i]));
            assertEquals(2 * limited + 1, result[i], 1e-6 * Math.abs(2 * limited + 1));
        }
    }

    @Test
    void theInverseOfATableOverHalfsLeadsBack() {
        ColorTransform lut = Lut1D.of(true, halfs());
        float[] values = {-65504, -3.14159f, -0.18f, 0.18f, 1, 1000.3f, 65504};
        float[] back = apply(lut.inverse().orElseThrow(), apply(lut, values));
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], back[i], 2e-6 * Math.max(1, Math.abs(values[i])));
        }
    }

    @Test
    void theInverseTakesTheNearestValueOfTheTableAndTheInnerEndOfLevelStretches() {
        ColorTransform inverse = Lut1D.of(false, new float[] {0.5f, 0.5f, 0.75f, 0.75f, 1})
                .inverse()
                .orElseThrow();
        float[] result = apply(inverse, 0, 0.5f, 0.75f, 1, 2, Float.NaN);
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.5f, 1, 1, Float.NaN}, result);
    }

    @Test
    void aTableThatTurnsHasNoInverse() {
        assertEquals(Optional.empty(), Lut1D.of(false, new float[] {0, 1, 0.5f}).inverse());
        assertEquals(Optional.empty(), Lut1D.of(false, new float[] {1, 1, 1}).inverse());
        assertThrows(IllegalArgumentException.class, () -> new InverseLut1D(Lut1D.of(false, new float[] {0, 1, 0.5f})));
    }

    @Test
    void threeEqualTablesAreOne() {
        float[] table = {0, 0.3f, 1};
        assertEquals(Lut1D.of(false, table), Lut1D.of(false, table, table.clone(), table.clone()));
        assertTrue(Lut1D.of(false, table, table, table).isCommon());
    }

    @Test
    void tablesThatCannotServeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lut1D.of(false, new float[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Lut1D.of(true, new float[17]));
        assertThrows(IllegalArgumentException.class, () -> Lut1D.of(false, new float[2], new float[2]));
        assertThrows(IllegalArgumentException.class, () -> Lut1D.of(false, new float[2], new float[3], new float[2]));
        assertThrows(IllegalArgumentException.class, () -> Lut1D.of(false, new float[] {0, Float.NaN}));
    }
}
