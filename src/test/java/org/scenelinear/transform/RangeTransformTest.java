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
import org.junit.jupiter.api.Test;

class RangeTransformTest extends TransformContractTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    @Override
    protected ColorTransform transform() {
        return new RangeTransform(0.1, 0.9, -0.5, 1.5, false);
    }

    @Override
    protected double roundTripTolerance() {
        return 1e-3; // the offset takes digits from values far below it
    }

    @Test
    void limitsHoldForInfinitiesToo() {
        float[] values = {Float.NEGATIVE_INFINITY, -1, 0.5f, 2, Float.POSITIVE_INFINITY, Float.NaN};
        float[][] result = run(new RangeTransform(0, 1, 0.25, 0.75, true), new float[][] {values, values, values});
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.5f, 0.75f, 0.75f, Float.NaN}, result[0]);
    }

    @Test
    void anOpenSideIsNotLimited() {
        float[] values = {-5, 0, 5, Float.POSITIVE_INFINITY};
        float[][] planes = {values, values, values};
        assertArrayEquals(
                new float[] {0.5f, 0.5f, 5.5f, Float.POSITIVE_INFINITY},
                run(new RangeTransform(0, OPEN, 0.5, OPEN, true), planes)[1]);
        assertArrayEquals(
                new float[] {-5.5f, -0.5f, 0.5f, 0.5f}, run(new RangeTransform(-OPEN, 1, -OPEN, 0.5, true), planes)[2]);
    }

    @Test
    void onlyALineWithoutLimitsCanBeTheIdentity() {
        assertTrue(new RangeTransform(0, 1, 0, 1, false).isIdentity());
        assertEquals(false, new RangeTransform(0, 1, 0, 1, true).isIdentity());
    }

    @Test
    void aRangeToOneValueHasNoInverse() {
        assertEquals(Optional.empty(), new RangeTransform(0, 1, 0.5, 0.5, true).inverse());
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RangeTransform(1, 0, 0, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new RangeTransform(0, 1, 1, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new RangeTransform(0, OPEN, 0, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new RangeTransform(0, OPEN, 0, OPEN, false));
        assertThrows(IllegalArgumentException.class, () -> new RangeTransform(Double.NaN, 1, 0, 1, true));
    }
}
