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

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** What every transform keeps to. A subclass names one and inherits the tests. */
public abstract class TransformContractTest {
    /** The transform under test; not the identity. */
    protected abstract ColorTransform transform();

    /** How far a value may be off after the way there and back, relative to the largest component of its pixel or 1. */
    protected double roundTripTolerance() {
        return 1e-5;
    }

    /** Whether a NaN comes through. A transform that counts it as a number instead has a test of its own for that. */
    protected boolean keepsNaN() {
        return true;
    }

    /** Values it must serve; the tests take all three components of every pixel from here. */
    protected float value(Random random) {
        float magnitude = (float) Math.exp(random.nextGaussian() * 3 - 2);
        return random.nextInt(4) == 0 ? -magnitude : magnitude;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2047, 2048, 2049, 40_000})
    void theInverseLeadsBackForEveryLength(int length) {
        Optional<ColorTransform> inverse = transform().inverse();
        if (inverse.isEmpty()) {
            return; // the subclass tests that it has none
        }
        float[][] source = picture(length);
        float[][] back = run(inverse.get(), run(transform(), source));
        for (int i = 0; i < length; i++) {
            double largest = Math.max(
                    1e-3, Math.max(Math.abs(source[0][i]), Math.max(Math.abs(source[1][i]), Math.abs(source[2][i]))));
            for (int c = 0; c < 3; c++) {
                assertEquals(source[c][i], back[c][i], roundTripTolerance() * largest);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2047, 2048, 2049})
    void thePlaceInATileNeverChangesABit(int shift) {
        int length = 4099;
        float[][] source = picture(length);
        float[][] shifted = new float[3][length + shift];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(source[c], 0, shifted[c], shift, length);
        }
        float[][] expected = run(transform(), source);
        float[][] result = run(transform(), shifted);
        for (int c = 0; c < 3; c++) {
            float[] cut = new float[length];
            System.arraycopy(result[c], shift, cut, 0, length);
            assertArrayEquals(expected[c], cut, 0f);
        }
    }

    @Test
    void theNumberOfThreadsNeverChangesABit() {
        float[][] source = picture(100_003);
        float[][] expected = run(transform(), source);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            float[][] result = new float[3][source[0].length];
            Run run = Run.on(executor, 4, Progress.NONE, () -> false);
            TransformRunner.apply(transform().compile(), source, result, source[0].length, run);
            assertArrayEquals(expected, result);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void inPlaceGivesTheSame() {
        float[][] planes = picture(5000);
        float[][] expected = run(transform(), planes);
        TransformRunner.apply(transform().compile(), planes, planes, 5000, Run.inThisThread());
        assertArrayEquals(expected, planes);
    }

    @Test
    void theSourceAndWhatLiesBeyondTheLengthStayAsTheyAre() {
        float[][] source = picture(3000);
        float[][] before = copy(source);
        float[][] target = new float[3][3000];
        TransformRunner.apply(transform().compile(), source, target, 2500, Run.inThisThread());
        assertArrayEquals(before, source);
        for (float[] plane : target) {
            for (int i = 2500; i < 3000; i++) {
                assertEquals(0f, plane[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                Float.MIN_VALUE,
                -0f
            })
    void anExtremeValueNeverReachesAnotherPixel(float extreme) {
        int length = 3001;
        float[][] source = picture(length);
        float[][] expected = run(transform(), source);
        float[][] struck = copy(source);
        for (int i = 5; i < length; i += 97) {
            struck[i % 3][i] = extreme;
        }
        float[][] result = run(transform(), struck);
        for (int i = 0; i < length; i++) {
            if ((i - 5) % 97 != 0) {
                for (int c = 0; c < 3; c++) {
                    assertEquals(expected[c][i], result[c][i]);
                }
            }
        }
    }

    @Test
    void aNaNStaysOne() {
        float[][] source = picture(100);
        for (int i = 0; i < 100; i++) {
            source[i % 3][i] = Float.NaN;
        }
        float[][] result = run(transform(), source);
        for (int i = 0; i < 100; i++) {
            assertEquals(keepsNaN(), Float.isNaN(result[i % 3][i]), "pixel " + i);
        }
    }

    @Test
    void equalParametersMakeAnEqualTransform() {
        assertEquals(transform(), transform());
        assertEquals(transform().hashCode(), transform().hashCode());
    }

    @Test
    void itSaysWhatItDoes() {
        assertFalse(transform().isIdentity());
        assertFalse(transform().description().isBlank());
    }

    /** The result of a transform in planes of its own. */
    protected static float[][] run(ColorTransform transform, float[][] source) {
        int length = source[0].length;
        float[][] target = new float[3][length];
        TransformRunner.apply(transform.compile(), source, target, length, Run.inThisThread());
        return target;
    }

    private float[][] picture(int length) {
        Random random = new Random(length);
        float[][] planes = new float[3][length];
        for (int i = 0; i < length; i++) {
            for (float[] plane : planes) {
                plane[i] = value(random);
            }
        }
        return planes;
    }

    private static float[][] copy(float[][] planes) {
        return new float[][] {planes[0].clone(), planes[1].clone(), planes[2].clone()};
    }
}
