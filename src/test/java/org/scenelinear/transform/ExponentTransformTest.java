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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.transform.ExponentTransform.Power;
import org.scenelinear.transform.ExponentTransform.Style;

class ExponentTransformTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new ExponentTransform(
                Style.MONITOR_MIRROR_FORWARD, new Power(2.4, 0.055), new Power(1.8, 0.1), new Power(3, 0.16));
    }

    private static ExponentTransform of(Style style, double exponent) {
        return ExponentTransform.same(style, new Power(exponent, style.isMonitor() ? 0.055 : 0));
    }

    private static float[] apply(ColorTransform transform, float... values) {
        return run(transform, new float[][] {values, values, values})[1];
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void theWayBackUndoesEveryStyleForPositiveValues(Style style) {
        float[] values = {0, 1e-6f, 0.001f, 0.02f, 0.18f, 0.5f, 1, 3.7f, 120, 65504};
        ColorTransform there = of(style, 2.2);
        float[] back = apply(there.inverse().orElseThrow(), apply(there, values));
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], back[i], 4e-6 * values[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStyleRisesWithTheValue(Style style) {
        for (double exponent : new double[] {1, 1.4, 2.6, 9}) {
            float[] values = new float[2001];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i - 1000) * 0.002f;
            }
            float[] result = apply(of(style, exponent), values);
            for (int i = 1; i < result.length; i++) {
                assertTrue(result[i] >= result[i - 1] - 1e-6f * Math.abs(result[i]), style + " at " + values[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.21, 0.5, 2.2, 4.9, 5.1, 40, 100})
    void thePowerIsThatOfTheFormulaOverTheWholeRangeOfFloats(double exponent) {
        float[] values = {1e-38f, 1e-30f, 1e-12f, 1e-4f, 0.3f, 0.999f, 1, 1.001f, 2, 40, 1e5f, 1e20f, 3e38f};
        float[] result = apply(of(Style.BASIC_FORWARD, exponent), values);
        for (int i = 0; i < values.length; i++) {
            double expected = (float) Math.pow(values[i], exponent);
            assertEquals(
                    expected, result[i], Double.isInfinite(expected) ? 0 : 1e-6 * expected + 1e-7, "of " + values[i]);
        }
    }

    @Test
    void negativeValuesAndInfinitiesFollowTheStyle() {
        float[] values = {-4, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        assertEquals(0, apply(of(Style.BASIC_FORWARD, 2), values)[0]);
        assertEquals(0, apply(of(Style.BASIC_FORWARD, 2), values)[1]);
        assertEquals(-16, apply(of(Style.BASIC_MIRROR_FORWARD, 2), values)[0], 1e-5);
        assertEquals(Float.NEGATIVE_INFINITY, apply(of(Style.BASIC_MIRROR_FORWARD, 2), values)[1]);
        assertEquals(-4, apply(of(Style.BASIC_PASS_FORWARD, 2), values)[0]);
        assertEquals(Float.NEGATIVE_INFINITY, apply(of(Style.BASIC_PASS_FORWARD, 2), values)[1]);
        for (Style style : Style.values()) {
            assertEquals(Float.POSITIVE_INFINITY, apply(of(style, 2), values)[2]);
        }
    }

    @Test
    void anExponentOfOneIsTheIdentityUnlessNegativeValuesAreLost() {
        assertTrue(of(Style.BASIC_PASS_FORWARD, 1).isIdentity());
        assertTrue(of(Style.MONITOR_FORWARD, 1).isIdentity());
        assertFalse(of(Style.BASIC_FORWARD, 1).isIdentity());
    }

    @Test
    void parametersOutsideTheFormatAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(Style.BASIC_FORWARD, 0));
        assertThrows(IllegalArgumentException.class, () -> of(Style.BASIC_FORWARD, 101));
        assertThrows(IllegalArgumentException.class, () -> of(Style.MONITOR_FORWARD, 0.9));
        assertThrows(
                IllegalArgumentException.class, () -> ExponentTransform.same(Style.MONITOR_FORWARD, new Power(2.4, 1)));
        assertThrows(
                IllegalArgumentException.class, () -> ExponentTransform.same(Style.BASIC_FORWARD, new Power(2.4, 0.1)));
    }
}
