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
import org.scenelinear.color.ChannelCoupling.SystemGamma;
import org.scenelinear.transform.CurveTransform.Direction;

class SystemGammaTransformTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new SystemGammaTransform(new SystemGamma(10, 1.2), Direction.DECODE);
    }

    @Test
    void grayGetsTheGammaAndPeakWhiteThePeak() {
        float[][] gray = {{1, 0.5f, 0}, {1, 0.5f, 0}, {1, 0.5f, 0}};
        float[][] display = run(transform(), gray);
        assertEquals(10, display[0][0], 1e-5);
        assertEquals(10 * Math.pow(0.5, 1.2), display[1][1], 1e-5);
        assertEquals(0, display[2][2]);
    }

    @Test
    void nearBlackAndBelowItGoesThereAndBack() {
        float[][] dark = {{1e-7f, -1e-4f, 1e-3f}, {2e-7f, 1e-4f, -1e-3f}, {0, 1e-6f, 2e-3f}};
        float[][] back = run(transform().inverse().orElseThrow(), run(transform(), dark));
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(dark[c][i], back[c][i], 1e-6 * Math.abs(dark[c][i]));
            }
        }
    }

    @Test
    void aNanSpoilsItsOwnPixelOnly() {
        float[][] display = run(transform(), new float[][] {{Float.NaN, 1}, {1, 1}, {1, 1}});
        assertTrue(Float.isNaN(display[1][0]));
        assertEquals(10, display[1][1], 1e-5);
    }
}
