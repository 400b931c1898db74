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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.transform.LogTransform.Parameters;
import org.scenelinear.transform.LogTransform.Style;

class LogTransformTest extends TransformContractTest {
    private static final Parameters CAMERA = new Parameters(10, 0.25, 0.39, 5.5, 0.06, 0.011, Double.NaN);

    @Override
    protected ColorTransform transform() {
        return new LogTransform(
                Style.CAMERA_LIN_TO_LOG,
                CAMERA,
                new Parameters(10, 0.25, 0.39, 5.5, 0.06, 0.02, 5.0),
                new Parameters(2, 0.07, 0.5, 1.2, 0.05, 0.01, Double.NaN));
    }

    @Override
    protected double roundTripTolerance() {
        return 1e-4; // the logarithm has few digits for what is far above 1
    }

    private static LogTransform of(Style style) {
        return style.hasParameters()
                ? LogTransform.same(
                        style,
                        style.isCamera() ? CAMERA : new Parameters(10, 0.6, 0.4, 1.2, 0.02, Double.NaN, Double.NaN))
                : LogTransform.plain(style);
    }

    private static float[] apply(ColorTransform transform, float... values) {
        return run(transform, new float[][] {values, values, values})[2];
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theWayBackUndoesEveryStyle(Style style) {
        if (style.isReverse()) {
            return;
        }
        float[] values = {0.001f, 0.004f, 0.0109f, 0.0111f, 0.18f, 0.5f, 1, 3.7f, 120, 65504};
        float[] back = apply(of(style).inverse().orElseThrow(), apply(of(style), values));
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], back[i], 1e-5 * values[i] + 1e-7, style + " of " + values[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStyleRisesWithTheValue(Style style) {
        float[] values = new float[2001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 500) * 0.0007f;
        }
        float[] result = apply(of(style), values);
        for (int i = 1; i < result.length; i++) {
            assertTrue(result[i] >= result[i - 1] - 1e-6f * Math.abs(result[i]), style + " at " + values[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void infinityStaysInfinite(Style style) {
        assertEquals(Float.POSITIVE_INFINITY, apply(of(style), Float.POSITIVE_INFINITY)[0]);
    }

    @Test
    void whatHasNoLogarithmGetsThatOfTheLeastNormalFloat() {
        float[] result = apply(of(Style.LOG_2), 0, -1, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MIN_NORMAL);
        for (float value : result) {
            assertEquals(-126, value, 1e-4);
        }
    }

    @Test
    void aNegativeSlopeIsServedToo() {
        Parameters falling = new Parameters(10, -0.5, 0.3, 1, 0, Double.NaN, Double.NaN);
        float[] values = {0.01f, 0.18f, 1, 20};
        float[] log = apply(LogTransform.same(Style.LIN_TO_LOG, falling), values);
        float[] back = apply(LogTransform.same(Style.LOG_TO_LIN, falling), log);
        for (int i = 0; i < values.length; i++) {
            assertEquals(0.3 - 0.5 * Math.log10(values[i]), log[i], 1e-6);
            assertEquals(values[i], back[i], 1e-5 * values[i]);
        }
    }

    @Test
    void parametersThatMakeNoCurveAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Parameters.ofBase(1));
        assertThrows(IllegalArgumentException.class, () -> Parameters.ofBase(-2));
        assertThrows(IllegalArgumentException.class, () -> new Parameters(2, 0, 0, 1, 0, Double.NaN, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Parameters(2, 1, 0, 1, -0.5, 0.1, Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> LogTransform.same(Style.CAMERA_LIN_TO_LOG, Parameters.ofBase(2)));
        assertThrows(IllegalArgumentException.class, () -> LogTransform.same(Style.LIN_TO_LOG, CAMERA));
        assertThrows(IllegalArgumentException.class, () -> LogTransform.same(Style.LOG_10, Parameters.ofBase(2)));
    }
}
