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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Matrix3Test {
    private static final Matrix3 IDENTITY = Matrix3.diagonal(1, 1, 1);

    @Test
    void aProductAppliesItsRightFactorFirst() {
        // rows by columns, worked out by hand
        Matrix3 a = Matrix3.of(1, 2, 3, 4, 5, 6, 7, 8, 10);
        Matrix3 b = Matrix3.of(2, 0, 1, 1, 3, 0, 0, 1, 1);
        assertEquals(Matrix3.of(4, 9, 4, 13, 21, 10, 22, 34, 17), a.times(b));
        double[] v = {1, -2, 3};
        assertArrayEquals(new double[] {6, 12, 21}, a.times(v));
        assertArrayEquals(a.times(b.times(v)), a.times(b).times(v), 1e-12);
    }

    @Test
    void theInverseOfAnIntegerMatrixIsTheKnownOne() {
        // determinant -3; the entries are cofactors divided by it
        Matrix3 inverse = Matrix3.of(1, 2, 3, 4, 5, 6, 7, 8, 10).inverse();
        assertTrue(inverse.isCloseTo(Matrix3.of(-2 / 3.0, -4 / 3.0, 1, -2 / 3.0, 11 / 3.0, -2, 1, -2, 1), 1e-14));
    }

    @Test
    void aMatrixTimesItsInverseIsTheIdentity() {
        Random random = new Random(21);
        for (int i = 0; i < 1000; i++) {
            double[] entries = random.doubles(9, -1, 1).toArray();
            entries[0] += 3;
            entries[4] += 3;
            entries[8] += 3;
            Matrix3 matrix = Matrix3.of(entries);
            assertTrue(matrix.times(matrix.inverse()).isCloseTo(IDENTITY, 1e-14), matrix::toString);
            assertTrue(matrix.inverse().times(matrix).isCloseTo(IDENTITY, 1e-14), matrix::toString);
        }
    }

    @Test
    void aSingularMatrixHasNoInverse() {
        Matrix3 singular = Matrix3.of(1, 2, 3, 2, 4, 6, 1, 1, 1);
        assertThrows(ArithmeticException.class, singular::inverse);
    }

    @Test
    void onlyNineFiniteNumbersMakeAMatrix() {
        assertThrows(IllegalArgumentException.class, () -> Matrix3.of(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Matrix3.diagonal(1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Matrix3.diagonal(1, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void aMatrixDoesNotShareItsNumbers() {
        double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Matrix3 matrix = Matrix3.of(numbers);
        numbers[0] = 100;
        matrix.toArray()[1] = 100;
        assertEquals(Matrix3.of(1, 2, 3, 4, 5, 6, 7, 8, 9), matrix);
        assertEquals(6, matrix.get(1, 2));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, matrix.toFloatArray());
    }

    @Test
    void matricesWithTheSameNumbersAreEqual() {
        assertEquals(IDENTITY, Matrix3.of(1, 0, 0, 0, 1, 0, 0, 0, 1));
        assertEquals(IDENTITY.hashCode(), Matrix3.of(1, 0, 0, 0, 1, 0, 0, 0, 1).hashCode());
        assertNotEquals(IDENTITY, Matrix3.diagonal(1, 1, Math.nextUp(1.0)));
    }

    @Test
    void closenessIsMeasuredEntryByEntry() {
        assertTrue(IDENTITY.isCloseTo(Matrix3.diagonal(1, 1, 1.25), 0.25));
        assertFalse(IDENTITY.isCloseTo(Matrix3.diagonal(1, 1, 1.25), 0.125));
        Matrix3 overflow = Matrix3.diagonal(1e200, 1, 1).times(Matrix3.diagonal(1e200, 1, 1));
        assertFalse(overflow.isCloseTo(overflow, 1), "infinity minus infinity is no small number");
    }
}
