/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubsamplingTest {
    /** How much louder the filter of OpenEXR makes a constant, in each direction. */
    private static final double FILTER_GAIN = 2e-6;

    static Stream<Arguments> steps() {
        return Stream.of(1, 2, 3, 4).flatMap(x -> Stream.of(1, 2, 3, 4).map(y -> Arguments.of(x, y)));
    }

    private static float[] expand(Subsampling sampling, float[] samples) {
        float[] plane = new float[sampling.pixels()];
        Arrays.fill(plane, Float.NaN);
        sampling.expand(samples, plane);
        return plane;
    }

    @ParameterizedTest
    @MethodSource("steps")
    void samplesStayWhereTheyStand(int xStep, int yStep) {
        Subsampling sampling = new Subsampling(24, 36, xStep, yStep);
        float[] samples = new float[sampling.samples()];
        Random random = new Random(xStep * 10L + yStep);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat();
        }
        float[] plane = expand(sampling, samples);
        for (int y = 0; y < 36; y += yStep) {
            for (int x = 0; x < 24; x += xStep) {
                assertEquals(
                        samples[y / yStep * sampling.samplesPerLine() + x / xStep], plane[y * 24 + x], x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aConstantStaysConstant(int xStep, int yStep) {
        Subsampling sampling = new Subsampling(24, 36, xStep, yStep);
        float[] samples = new float[sampling.samples()];
        Arrays.fill(samples, 0.7f);
        double gain = FILTER_GAIN * ((xStep == 2 ? 1 : 0) + (yStep == 2 ? 1 : 0));
        for (float value : expand(sampling, samples)) {
            assertEquals(0.7, value, 0.7 * gain + 2e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aRampIsRestoredAwayFromTheEdges(int xStep, int yStep) {
        int size = 60;
        Subsampling sampling = new Subsampling(size, size, xStep, yStep);
        float[] samples = new float[sampling.samples()];
        for (int i = 0; i < samples.length; i++) {
            int x = i % sampling.samplesPerLine() * xStep;
            int y = i / sampling.samplesPerLine() * yStep;
            samples[i] = 0.01f * x - 0.02f * y;
        }
        float[] plane = expand(sampling, samples);
        int edge = 14; // half the width of the filter
        for (int y = edge; y < size - edge; y++) {
            for (int x = edge; x < size - edge; x++) {
                assertEquals(0.01 * x - 0.02 * y, plane[y * size + x], 1e-5, x + ", " + y);
            }
        }
    }

    @Test
    void straightLinesStayWithinTheirEndsAndEndFlat() {
        float[] plane = expand(new Subsampling(9, 1, 3, 1), new float[] {1, 4, 2});
        assertArrayEquals(new float[] {1, 2, 3, 4, 10 / 3f, 8 / 3f, 2, 2, 2}, plane, 1e-6f);
    }

    @Test
    void infiniteSamplesDoNotHarmTheOthers() {
        float infinite = Float.POSITIVE_INFINITY;
        assertArrayEquals(
                new float[] {1, infinite, infinite, infinite, infinite, infinite},
                expand(new Subsampling(6, 1, 3, 1), new float[] {1, infinite}));
        assertArrayEquals(
                new float[] {1, infinite, infinite, infinite, infinite, infinite},
                expand(new Subsampling(1, 6, 1, 3), new float[] {1, infinite}));
    }

    @Test
    void theSmallestWindowHasOneSample() {
        assertArrayEquals(new float[] {5}, expand(new Subsampling(1, 1, 1, 1), new float[] {5}));
        float[] four = expand(new Subsampling(2, 2, 2, 2), new float[] {5});
        assertArrayEquals(new float[] {5, 5, 5, 5}, four, 5e-5f);
    }

    @Test
    void samplingThatDoesNotDivideTheWindowIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Subsampling(7, 4, 2, 2))
                .getMessage();
        assertTrue(message.contains("7 x 4"), message);
        assertThrows(IllegalArgumentException.class, () -> new Subsampling(4, 4, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Subsampling(0, 4, 1, 1));
    }

    @Test
    void planesThatAreTooSmallAreRefused() {
        Subsampling sampling = new Subsampling(4, 4, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> sampling.expand(new float[3], new float[16]));
        assertThrows(IllegalArgumentException.class, () -> sampling.expand(new float[4], new float[15]));
    }
}
