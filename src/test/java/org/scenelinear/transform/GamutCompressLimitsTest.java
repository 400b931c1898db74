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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.math.Matrix3;

class GamutCompressLimitsTest {
    @Test
    void everyColorWithinTheSourceEndsWithinTheTargetForAllPairsOfSpaces() {
        for (ColorSpace from : ColorSpaces.all()) {
            for (ColorSpace to : ColorSpaces.all()) {
                Matrix3 matrix = from.matrixTo(to, Adaptation.BRADFORD);
                float[][] colors = mixtures(matrix);
                float[][] result = TransformContractTest.run(GamutCompressLimits.fitting(matrix), colors);
                for (int i = 0; i < colors[0].length; i++) {
                    double largest = Math.max(result[0][i], Math.max(result[1][i], result[2][i]));
                    for (int c = 0; c < 3; c++) {
                        // Within the target already: the rounding of the matrix is all there is.
                        double rounding = result[c][i] == colors[c][i] ? 1e-4 * largest : 0;
                        assertTrue(
                                result[c][i] >= -rounding,
                                () -> from.name() + " to " + to.name() + ": a negative component is left");
                    }
                }
            }
        }
    }

    /** Primaries, points of the sides, and points within. */
    private static float[][] mixtures(Matrix3 matrix) {
        Random random = new Random(3);
        int length = 300;
        float[][] planes = new float[3][length];
        for (int i = 0; i < length; i++) {
            double[] source = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            if (i < 3) {
                source = new double[] {i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0};
            } else if (i < 200) {
                source[i % 3] = 0;
            }
            double[] target = matrix.times(source);
            for (int c = 0; c < 3; c++) {
                planes[c][i] = (float) target[c];
            }
        }
        return planes;
    }

    @Test
    void noMixtureIsFartherThanTheFarthestAndOneIsAsFar() {
        Matrix3 matrix = ColorSpaces.ACES2065_1.matrixTo(ColorSpaces.LINEAR_REC709, Adaptation.BRADFORD);
        double[] farthest = GamutCompressLimits.farthest(matrix);
        double[] found = new double[3];
        int steps = 400;
        for (int i = 0; i <= steps; i++) {
            for (int k = 0; k <= steps - i; k++) {
                double[] color = matrix.times(new double[] {i, k, steps - i - k});
                double largest = Math.max(color[0], Math.max(color[1], color[2]));
                for (int c = 0; c < 3; c++) {
                    found[c] = Math.max(found[c], (largest - color[c]) / largest);
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            assertTrue(found[c] <= farthest[c] + 1e-9);
            assertEquals(farthest[c], found[c], 0.01);
        }
    }

    @Test
    void aSourceWithinTheTargetIsNotTouched() {
        assertTrue(GamutCompressLimits.fitting(
                        ColorSpaces.LINEAR_REC709.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD))
                .isIdentity());
        assertTrue(GamutCompressLimits.fitting(Matrix3.IDENTITY).isIdentity());
    }

    @Test
    void aSourceWithoutAnyPositiveComponentInTheTargetGetsTheLargestLimit() {
        GamutCompress compression =
                (GamutCompress) GamutCompressLimits.fitting(Matrix3.of(1, 0, -1, 0, 1, -1, 0, 0, -1));
        assertEquals(GamutCompressLimits.CAP, compression.cyan().limit());
    }
}
