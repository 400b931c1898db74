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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Lut3D.Interpolation;

class Lut3DTest extends TransformContractTest {
    private static Lut3D random(int size, Interpolation interpolation) {
        Random random = new Random(size);
        float[] entries = new float[3 * size * size * size];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = 2 * random.nextFloat() - 0.5f;
        }
        return Lut3D.of(size, entries, interpolation);
    }

    /** A table of a linear function, which both interpolations have to meet everywhere. */
    private static Lut3D linear(int size, Interpolation interpolation) {
        float[] entries = new float[3 * size * size * size];
        int i = 0;
        for (int r = 0; r < size; r++) {
            for (int g = 0; g < size; g++) {
                for (int b = 0; b < size; b++) {
                    float scale = size - 1;
                    entries[i++] = (0.5f * r - 0.25f * g + 2 * b) / scale + 0.1f;
                    entries[i++] = (r + 3f * g) / scale;
                    entries[i++] = (0.2f * g - b) / scale - 1;
                }
            }
        }
        return Lut3D.of(size, entries, interpolation);
    }

    @Override
    protected ColorTransform transform() {
        return random(9, Interpolation.TETRAHEDRAL);
    }

    @Override
    protected float value(Random random) {
        return 1.4f * random.nextFloat() - 0.2f;
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aLinearFunctionIsMetEverywhere(Interpolation interpolation) {
        Random random = new Random(5);
        float[][] source = new float[3][5000];
        for (float[] plane : source) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = i % 7 == 0 ? random.nextInt(5) / 4f : random.nextFloat();
            }
        }
        float[][] result = run(linear(17, interpolation), source);
        for (int i = 0; i < 5000; i++) {
            float r = source[0][i];
            float g = source[1][i];
            float b = source[2][i];
            assertEquals(0.5f * r - 0.25f * g + 2 * b + 0.1f, result[0][i], 2e-6);
            assertEquals(r + 3 * g, result[1][i], 4e-6);
            assertEquals(0.2f * g - b - 1, result[2][i], 2e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void everyEntryIsMet(Interpolation interpolation) {
        int size = 5;
        Lut3D lut = random(size, interpolation);
        float[][] source = new float[3][size * size * size];
        for (int i = 0; i < source[0].length; i++) {
            source[0][i] = i / (size * size) / 4f;
            source[1][i] = i / size % size / 4f;
            source[2][i] = i % size / 4f;
        }
        float[][] result = run(lut, source);
        for (int i = 0; i < source[0].length; i++) {
            for (int c = 0; c < 3; c++) {
                assertEquals(lut.entry(i / (size * size), i / size % size, i % size, c), result[c][i], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void outsideTheCubeTheNearestPointHolds(Interpolation interpolation) {
        Lut3D lut = random(4, interpolation);
        float infinity = Float.POSITIVE_INFINITY;
        float[][] outside = run(lut, new float[][] {{-1, 2, infinity}, {0.3f, -infinity, 0.6f}, {7, 0.5f, -0.1f}});
        float[][] nearest = run(lut, new float[][] {{0, 1, 1}, {0.3f, 0, 0.6f}, {1, 0.5f, 0}});
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(nearest[c][i], outside[c][i], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aNaNMakesItsPixelNaN(Interpolation interpolation) {
        float[][] result = run(random(4, interpolation), new float[][] {{Float.NaN, 0.5f}, {0.2f, 0.5f}, {0.1f, 0.5f}});
        for (float[] plane : result) {
            assertTrue(Float.isNaN(plane[0]));
            assertTrue(Float.isFinite(plane[1]));
        }
    }

    @Test
    void theKernelForSmallTablesAndTheOneForAllGiveTheSame() {
        Lut3D lut = random(6, Interpolation.TETRAHEDRAL);
        Random random = new Random(8);
        Tile fast = new Tile();
        Tile plain = new Tile();
        fast.length = Tile.CAPACITY;
        plain.length = Tile.CAPACITY;
        for (int i = 0; i < Tile.CAPACITY; i++) {
            float grey = value(random);
            fast.r[i] = i % 5 == 0 ? grey : value(random);
            fast.g[i] = i % 3 == 0 ? grey : random.nextInt(6) / 5f;
            fast.b[i] = i % 7 == 0 ? 1e-30f : value(random);
            plain.r[i] = fast.r[i];
            plain.g[i] = fast.g[i];
            plain.b[i] = fast.b[i];
        }
        new TetrahedralKernel(lut).apply(fast);
        new Lut3DKernel(lut).apply(plain);
        assertArrayEquals(plain.r, fast.r, 3e-6f);
        assertArrayEquals(plain.g, fast.g, 3e-6f);
        assertArrayEquals(plain.b, fast.b, 3e-6f);
    }

    @Test
    void thereIsNoInverse() {
        assertEquals(Optional.empty(), transform().inverse());
    }

    @Test
    void tablesThatCannotServeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Lut3D.of(1, new float[3], Interpolation.TRILINEAR));
        assertThrows(IllegalArgumentException.class, () -> Lut3D.of(2, new float[23], Interpolation.TRILINEAR));
        float[] infinite = new float[24];
        infinite[5] = Float.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> Lut3D.of(2, infinite, Interpolation.TRILINEAR));
    }
}
