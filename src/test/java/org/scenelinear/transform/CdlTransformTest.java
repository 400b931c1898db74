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

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.transform.CdlTransform.Style;

class CdlTransformTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new CdlTransform(
                Style.FORWARD_NO_CLAMP,
                new ChannelValues(1.2, 0.9, 1.05),
                new ChannelValues(0.02, -0.03, 0.01),
                new ChannelValues(1.1, 0.95, 1.3),
                1.2);
    }

    @Override
    protected double roundTripTolerance() {
        return 2e-3; // the offset takes digits from values far below it
    }

    private static CdlTransform of(Style style, double slope, double power, double saturation) {
        return new CdlTransform(
                style, ChannelValues.same(slope), ChannelValues.ZERO, ChannelValues.same(power), saturation);
    }

    @Test
    void aNeutralDecisionIsTheIdentityOnlyWithoutLimits() {
        assertTrue(of(Style.FORWARD_NO_CLAMP, 1, 1, 1).isIdentity());
        assertFalse(of(Style.FORWARD, 1, 1, 1).isIdentity());
    }

    @Test
    void whatIsLostHasNoInverse() {
        assertEquals(Optional.empty(), of(Style.FORWARD, 1, 1, 0).inverse());
        assertEquals(Optional.empty(), of(Style.FORWARD_NO_CLAMP, 0, 1, 1).inverse());
        assertThrows(IllegalArgumentException.class, () -> of(Style.REVERSE, 1, 1, 0));
    }

    @Test
    void limitsHoldForInfinities() {
        float[] values = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 5, -5};
        float[][] result = run(of(Style.FORWARD, 1.1, 0.8, 1.3), new float[][] {values, values, values});
        for (float[] plane : result) {
            assertEquals(0f, plane[0]);
            assertEquals(1f, plane[1], 1e-6f);
            assertEquals(1f, plane[2], 1e-6f);
            assertEquals(0f, plane[3]);
        }
    }

    @Test
    void greyStaysGreyWhateverTheSaturation() {
        float[] values = {-0.5f, 0, 0.18f, 1, 7};
        float[][] result = run(of(Style.FORWARD_NO_CLAMP, 1, 1, 1.7), new float[][] {values, values, values});
        for (float[] plane : result) {
            for (int i = 0; i < values.length; i++) {
                assertEquals(values[i], plane[i], 1e-6f * Math.abs(values[i]));
            }
        }
    }

    @Test
    void valuesOutsideTheDefinitionAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(Style.FORWARD, -0.1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> of(Style.FORWARD, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> of(Style.FORWARD, 1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> of(Style.FORWARD, 1, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> of(Style.FORWARD, Double.NaN, 1, 1));
    }
}
