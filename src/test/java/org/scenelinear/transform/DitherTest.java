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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class DitherTest {
    private static float[] dithered(float value, int length, Run run) {
        float[] plane = new float[length];
        Arrays.fill(plane, value);
        Dither.apply(plane, 255, 1, run);
        return plane;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 100.25 / 255, 100.5 / 255, 200.9 / 255})
    void theMeanIsTheValueAndTheSpreadTheSameForAll(double value) {
        float[] plane = dithered((float) value, 300_000, Run.inThisThread());
        double sum = 0;
        double squares = 0;
        for (float code : plane) {
            double error = 255 * (code - value);
            assertTrue(Math.abs(error) <= 1.5 + 1e-4);
            assertEquals(Math.rint(255 * code), 255 * code, 1e-4);
            sum += error;
            squares += error * error;
        }
        assertEquals(0, sum / plane.length, 0.005);
        // triangular noise of two code values' width and the rounding: 1/6 + 1/12
        assertEquals(0.25, squares / plane.length, 0.005);
    }

    @Test
    void blackAndWhiteStayWhatTheyAre() {
        float[] plane = {0, 1, -1, 2, Float.NaN, Float.POSITIVE_INFINITY};
        Dither.apply(plane, 255, 0, Run.inThisThread());
        assertArrayEquals(new float[] {0, 1, 0, 1, 0, 1}, plane);
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        Run four = Run.on(ForkJoinPool.commonPool(), 4, Progress.NONE, () -> false);
        assertArrayEquals(dithered(0.3f, 200_001, Run.inThisThread()), dithered(0.3f, 200_001, four));
    }

    @Test
    void planesGetNoiseOfTheirOwn() {
        float[] other = new float[1000];
        Arrays.fill(other, 0.3f);
        Dither.apply(other, 255, 2, Run.inThisThread());
        assertFalse(Arrays.equals(other, dithered(0.3f, 1000, Run.inThisThread())));
    }
}
