/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.math.HalfFloat;

/** The steps of the lossy path, each against its definition. */
class DwaTransformTest {
    @Test
    void theForwardTransformIsTheCosineTransform() {
        float[][] rows = random(3);
        double[][] expected = cosineTransform(rows);
        ForwardDct.columns(rows, new float[ForwardDct.SCRATCH][8], 8);
        float[] coefficients = new float[8];
        for (int v = 0; v < 8; v++) {
            ForwardDct.row(rows[v], 0, coefficients, 0);
            for (int u = 0; u < 8; u++) {
                assertEquals(expected[v][u], coefficients[u], 2e-5);
            }
        }
    }

    @Test
    void theInverseTransformTakesTheCosineTransformBack() {
        float[][] block = random(4);
        double[][] coefficients = cosineTransform(block);
        // Two blocks side by side, the second one the negative of the first.
        float[][][] rows = new float[8][8][2];
        float[][][] columns = new float[8][8][];
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                rows[v][u][0] = (float) coefficients[v][u];
                rows[v][u][1] = (float) -coefficients[v][u];
                columns[u][v] = rows[v][u];
            }
        }
        float[][] scratch = new float[InverseDct.SCRATCH][2];
        for (float[][] row : rows) {
            InverseDct.rows(row, scratch, 2);
        }
        for (float[][] column : columns) {
            InverseDct.columns(column, scratch, 2);
        }
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                assertEquals(block[y][x], rows[y][x][0], 2e-5);
                assertEquals(-block[y][x], rows[y][x][1], 2e-5);
            }
        }
    }

    @Test
    void theCurveAndItsInverseMeet() {
        for (int bits = 0x0400; bits < 0x7C00; bits++) {
            float linear = HalfFloat.toFloat((short) bits);
            float back = HalfFloat.toFloat(DwaCurve.TO_LINEAR[DwaCurve.TO_NONLINEAR[bits] & 0xFFFF]);
            assertEquals(linear, back, 0.01f * linear);
            assertEquals(
                    DwaCurve.TO_NONLINEAR[bits] ^ (short) 0x8000, DwaCurve.TO_NONLINEAR[bits | 0x8000], "odd function");
        }
        assertEquals(0, DwaCurve.TO_NONLINEAR[0x7C00]);
        assertEquals(0, DwaCurve.TO_LINEAR[0x7E00]);
    }

    @Test
    void aFloatOnTheCurveBecomesWhatItsNearestHalfBecomes() {
        Random random = new Random(8);
        for (int i = 0; i < 300_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            short expected = DwaCurve.TO_LINEAR[HalfFloat.fromFloat(value) & 0xFFFF];
            assertEquals(expected, DwaCurve.FLOAT_TO_LINEAR[DwaCurve.floatIndex(value)], "for " + value);
        }
        for (int half = 0; half < 65536; half++) {
            float value = HalfFloat.toFloat((short) half);
            for (float near : new float[] {value, Math.nextUp(value), Math.nextDown(value)}) {
                short expected = DwaCurve.TO_LINEAR[HalfFloat.fromFloat(near) & 0xFFFF];
                assertEquals(expected, DwaCurve.FLOAT_TO_LINEAR[DwaCurve.floatIndex(near)], "for " + near);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-8f, 3e-7f, 4.5e-5f, 4.5e-4f, 0.00297f, 0.0123f, 0.7f, 55f, 70000f})
    void quantizingFindsTheNearestOfTheHalfsWithTheFewestBits(float tolerance) {
        for (int code = 0; code < 0x7C00; code += 1 + code % 5) {
            float value = HalfFloat.toFloat((short) code);
            int best = code;
            for (int other = 0; other < 0x7C00; other++) {
                float distance = Math.abs(HalfFloat.toFloat((short) other) - value);
                int fewer = Integer.bitCount(best) - Integer.bitCount(other);
                if (distance < tolerance
                        && (fewer > 0 || fewer == 0 && distance < Math.abs(HalfFloat.toFloat((short) best) - value))) {
                    best = other;
                }
            }
            assertEquals(best, DwaQuantizer.fewestBits(code, tolerance), "for " + value);
            if (code % 97 > 9) {
                code += 60;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.3f, 10, 45, 3000, 1e6f})
    void selectedAreThoseThatQuantizingDoesNotMakeZero(float level) {
        DwaQuantizer quantizer = new DwaQuantizer(level, false);
        Random random = new Random(2);
        for (int round = 0; round < 2000; round++) {
            float[] coefficients = new float[64];
            for (int i = 0; i < 64; i++) {
                double spread = Math.max(level, 1e-3) / 100000 * 40 * random.nextDouble();
                coefficients[i] = (float) (random.nextGaussian() * spread);
            }
            byte[] places = new byte[65];
            int count = quantizer.select(coefficients, places);
            int next = 0;
            for (int i = 0; i < 64; i++) {
                boolean selected = next < count && places[next] == i;
                next += selected ? 1 : 0;
                int half = quantizer.quantize(coefficients[i], i) & 0x7FFF;
                assertEquals(selected, half != 0 || level == 0, coefficients[i] + " at " + i);
            }
            assertEquals(count, next);
        }
    }

    @Test
    void noCoefficientLooksLikeARunOfZeros() {
        DwaQuantizer quantizer = new DwaQuantizer(45, true);
        for (int bits : new int[] {0x7F800000, 0xFF800000, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFE02000, 0x7F7FFFFF}) {
            assertTrue(quantizer.quantize(Float.intBitsToFloat(bits), 63) < 0xFF00);
        }
    }

    private static float[][] random(long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[8][8];
        for (float[] row : rows) {
            for (int x = 0; x < 8; x++) {
                row[x] = random.nextFloat() * 4 - 1;
            }
        }
        return rows;
    }

    /** The orthonormal two-dimensional cosine transform (type II) by its definition. */
    private static double[][] cosineTransform(float[][] block) {
        double[][] coefficients = new double[8][8];
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double sum = 0;
                for (int y = 0; y < 8; y++) {
                    for (int x = 0; x < 8; x++) {
                        sum += block[y][x]
                                * Math.cos((2 * x + 1) * u * Math.PI / 16)
                                * Math.cos((2 * y + 1) * v * Math.PI / 16);
                    }
                }
                coefficients[v][u] = sum / 4 * (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1);
            }
        }
        return coefficients;
    }
}
