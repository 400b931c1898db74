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

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GamutClipTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return new GamutClip();
    }

    @Test
    void negativesBecomeZeroAndBrightValuesStay() {
        float[][] result = run(transform(), new float[][] {
            {-1, 0.5f, 65504}, {-0f, Float.NEGATIVE_INFINITY, 1e-30f}, {2, -1e-30f, Float.POSITIVE_INFINITY}
        });
        assertArrayEquals(new float[][] {{0, 0.5f, 65504}, {0, 0, 1e-30f}, {2, 0, Float.POSITIVE_INFINITY}}, result);
    }

    @Test
    void whatIsClippedIsLost() {
        assertEquals(Optional.empty(), transform().inverse());
    }
}
