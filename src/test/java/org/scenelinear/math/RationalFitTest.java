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

import org.junit.jupiter.api.Test;

class RationalFitTest {
    @Test
    void aRatioOfPolynomialsIsFoundAgain() {
        double[] points = RationalFit.chebyshevPoints(1, 3, 5);
        double[] fit = RationalFit.fit(x -> (2 + x - 0.5 * x * x) / (1 + 0.25 * x + 0.125 * x * x), points, 2);
        assertArrayEquals(new double[] {2, 1, -0.5, 1, 0.25, 0.125}, fit, 1e-10);
    }

    @Test
    void aPolynomialHasNoDenominator() {
        double[] fit = RationalFit.fit(x -> 3 - x + 2 * x * x, RationalFit.chebyshevPoints(-1, 1, 3), 2);
        assertArrayEquals(new double[] {3, -1, 2, 1}, fit, 1e-12);
    }

    @Test
    void theRatioEqualsTheFunctionAtEachPoint() {
        double[] points = RationalFit.chebyshevPoints(0, 1, 7);
        double[] fit = RationalFit.fit(Math::exp, points, 3);
        for (double x : points) {
            double numerator = fit[0] + x * (fit[1] + x * (fit[2] + x * fit[3]));
            double denominator = fit[4] + x * (fit[5] + x * (fit[6] + x * fit[7]));
            assertEquals(Math.exp(x), numerator / denominator, 1e-13);
        }
    }
}
