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

import org.junit.jupiter.api.Test;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.transform.CurveTransform.Direction;

/** What every curve's compiled form keeps to: it does as the curve's own evaluation does. */
abstract class CurveContractTest extends TransformContractTest {
    /** The curve under test. */
    protected abstract TransferCurve curve();

    @Override
    protected ColorTransform transform() {
        return new CurveTransform(curve(), Direction.ENCODE);
    }

    @Test
    void encodingIsThatOfTheCurve() {
        compare(Direction.ENCODE, 1e-7, 1e9);
    }

    @Test
    void decodingIsThatOfTheCurve() {
        compare(Direction.DECODE, 1e-7, curve().encode(1e9));
    }

    @Test
    void theWholeRangeOfHalfFloatsGoesThereAndBack() {
        int count = 1 << 16;
        float[][] source = new float[3][count];
        for (int i = 0; i < count; i++) {
            source[0][i] = (float) (1e-6 * Math.pow(65504e6, i / (count - 1.0)));
            source[1][i] = -source[0][i];
            source[2][i] = i;
        }
        float[][] back =
                run(TransformChain.of(new CurveTransform(curve(), Direction.DECODE)), run(transform(), source));
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < count; i++) {
                double tolerance = 1e-5 * Math.abs(source[c][i]) + blackTolerance();
                assertEquals(source[c][i], back[c][i], tolerance);
            }
        }
    }

    /** How far a linear value near 0 may be off because an encoded float near black is no finer. */
    protected double blackTolerance() {
        return 0;
    }

    @Test
    void everyFloatAroundTheBreakIsOnTheRightPiece() {
        for (Direction direction : Direction.values()) {
            for (double around : new double[] {0.0031308, 0.04045, 0.018, 0.081, 0.0078125, 0.155251141552511}) {
                float[][] source = new float[3][2000];
                float value = (float) around;
                for (int i = 0; i < 1000; i++) {
                    value = Math.nextDown(value);
                }
                for (int i = 0; i < 2000; i++, value = Math.nextUp(value)) {
                    source[0][i] = source[1][i] = source[2][i] = value;
                }
                compare(direction, source);
            }
        }
    }

    @Test
    void extremeValuesGoTheWayOfTheCurve() {
        float[] extremes = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            1e10f,
            1e20f,
            1e30f,
            -1e10f,
            -1e20f,
            -1e30f,
            7f,
            9f
        };
        compare(Direction.ENCODE, new float[][] {extremes, extremes, extremes});
        compare(Direction.DECODE, new float[][] {extremes, extremes, extremes});
    }

    @Test
    void theResultRisesWithTheValue() {
        float[][] source = new float[3][1 << 16];
        for (int i = 0; i < source[0].length; i++) {
            source[0][i] = (float) (1e-4 * Math.pow(1e6, i / 65535.0));
            source[1][i] = -source[0][i];
            source[2][i] = (float) (i / 65535.0 * 0.05);
        }
        float[][] result = run(transform(), source);
        for (int i = 1; i < source[0].length; i++) {
            double rounding = 3e-7 * Math.abs(result[0][i]);
            assertTrue(result[0][i] >= result[0][i - 1] - rounding);
            assertTrue(result[1][i] <= result[1][i - 1]);
            assertTrue(result[2][i] >= result[2][i - 1] - 1e-7);
        }
    }

    private void compare(Direction direction, double smallest, double largest) {
        int count = 1 << 17;
        float[][] source = new float[3][count];
        for (int i = 0; i < count; i++) {
            source[0][i] = (float) (smallest * Math.pow(largest / smallest, i / (count - 1.0)));
            source[1][i] = -source[0][i];
            source[2][i] = (float) i / count;
        }
        compare(direction, source);
    }

    private void compare(Direction direction, float[][] source) {
        float[][] result = run(new CurveTransform(curve(), direction), source);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < source[c].length; i++) {
                float x = source[c][i];
                double expected = direction == Direction.ENCODE ? curve().encode(x) : curve().decode(x);
                if (Double.isNaN(expected) || Math.abs(expected) > Float.MAX_VALUE) {
                    assertEquals((float) expected, result[c][i], direction + " " + x);
                } else {
                    double tolerance =
                            CurveTransform.RELATIVE_ERROR * Math.abs(expected) + CurveTransform.ABSOLUTE_ERROR;
                    assertEquals(expected, result[c][i], tolerance, () -> direction + " " + x);
                }
            }
        }
    }
}
