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

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.CurveTransform.Direction;

/** The compiled form of the curve of every space of the catalog does as the curve's own evaluation does. */
class EveryCurveTest {
    static final List<TransferCurve> CURVES =
            ColorSpaces.all().stream().map(ColorSpace::curve).distinct().toList();

    private static final float[] EXTREMES = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        0f,
        Float.MIN_VALUE,
        1e20f,
        -1e20f,
        2f
    };

    @ParameterizedTest
    @FieldSource("CURVES")
    void itsKernelEncodesAsTheCurveDoes(TransferCurve curve) {
        compare(curve, Direction.ENCODE, 1e-7, 65504);
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void itsKernelDecodesAsTheCurveDoes(TransferCurve curve) {
        compare(curve, Direction.DECODE, 1e-7, 1.5);
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void theExactFormIsTheCurveItself(TransferCurve curve) {
        Tile tile = new Tile();
        tile.length = EXTREMES.length;
        System.arraycopy(EXTREMES, 0, tile.g, 0, EXTREMES.length);
        new CurveTransform(curve, Direction.ENCODE).exact().apply(tile);
        for (int i = 0; i < EXTREMES.length; i++) {
            assertEquals((float) curve.encode(EXTREMES[i]), tile.g[i]);
        }
    }

    /** From 1e-6 to the largest half, or as far as the curve tells values apart. */
    @ParameterizedTest
    @FieldSource("CURVES")
    void itsKernelsLeadThereAndBack(TransferCurve curve) {
        int count = 1 << 14;
        float[][] source = new float[3][count];
        for (int i = 0; i < count; i++) {
            source[0][i] = (float) (1e-6 * Math.pow(65504 / 1e-6, i / (count - 1.0)));
        }
        float[][] encoded = TransformContractTest.run(new CurveTransform(curve, Direction.ENCODE), source);
        float[][] back = TransformContractTest.run(new CurveTransform(curve, Direction.DECODE), encoded);
        for (int i = 0; i < count; i++) {
            float x = source[0][i];
            double steps = 3 * Math.ulp(encoded[0][i]); // what floats cannot tell apart when encoded
            double low = curve.decode(curve.encode(x) - steps) - CurveTransform.ABSOLUTE_ERROR;
            double high = curve.decode(curve.encode(x) + steps) + CurveTransform.ABSOLUTE_ERROR;
            double result = back[0][i];
            assertTrue(
                    result >= low - 1e-5 * Math.abs(low) && !(result > high + 1e-5 * Math.abs(high)),
                    () -> curve.name() + " " + x + " became " + result);
        }
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void moreLightIsNeverASmallerCode(TransferCurve curve) {
        int count = 1 << 16;
        float[][] source = new float[3][count];
        for (int i = 0; i < count; i++) {
            source[0][i] = (float) (1e-6 * Math.pow(65504 / 1e-6, i / (count - 1.0)));
            source[1][count - 1 - i] = -source[0][i];
            source[2][i] = i / (count - 1f) - 0.1f;
        }
        float[][] encoded = TransformContractTest.run(new CurveTransform(curve, Direction.ENCODE), source);
        for (int c = 0; c < 3; c++) {
            for (int i = 1; i < count; i++) {
                float before = encoded[c][i - 1];
                float after = encoded[c][i];
                // F-Log and L-Log step down at their break, by their makers' own rounded constants
                double ownStep = Math.max(0, curve.encode(source[c][i - 1]) - curve.encode(source[c][i]));
                double tolerance =
                        CurveTransform.RELATIVE_ERROR * Math.abs(before) + CurveTransform.ABSOLUTE_ERROR + ownStep;
                assertTrue(after >= before - tolerance, () -> curve.name() + ": " + before + ", then " + after);
            }
        }
    }

    private static void compare(TransferCurve curve, Direction direction, double smallest, double largest) {
        int count = 1 << 14;
        float[][] source = new float[3][count + EXTREMES.length];
        for (int i = 0; i < count; i++) {
            source[0][i] = (float) (smallest * Math.pow(largest / smallest, i / (count - 1.0)));
            source[1][i] = -source[0][i];
            source[2][i] = (float) (i / (count - 1.0) - 0.1);
        }
        for (float[] plane : source) {
            System.arraycopy(EXTREMES, 0, plane, count, EXTREMES.length);
        }
        float[][] result = TransformContractTest.run(new CurveTransform(curve, direction), source);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < source[c].length; i++) {
                float x = source[c][i];
                double expected = direction == Direction.ENCODE ? curve.encode(x) : curve.decode(x);
                if (Double.isNaN(expected) || Math.abs(expected) > Float.MAX_VALUE) {
                    assertEquals((float) expected, result[c][i], direction + " " + x);
                } else {
                    double tolerance =
                            CurveTransform.RELATIVE_ERROR * Math.abs(expected) + CurveTransform.ABSOLUTE_ERROR;
                    assertEquals(expected, result[c][i], tolerance, () -> curve.name() + " " + direction + " " + x);
                }
            }
        }
    }
}
