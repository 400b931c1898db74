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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTransformTest extends TransformContractTest {
    private static final CdlTransform GRADE = new CdlTransform(
            CdlTransform.Style.FORWARD_NO_CLAMP,
            new ChannelValues(1.3, 0.8, 1),
            new ChannelValues(0.02, 0, -0.1),
            new ChannelValues(1, 1.2, 0.9),
            0.7);

    private static final float[][] COLORS = {
        {0, 0.18f, 1, 900, -0.4f, Float.POSITIVE_INFINITY},
        {0, 0.18f, 0.1f, 20, 0.3f, Float.POSITIVE_INFINITY},
        {0, 0.18f, 3, 65504, 0.2f, Float.POSITIVE_INFINITY}
    };

    @Override
    protected ColorTransform transform() {
        return new BlendTransform(GRADE, 0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.9})
    void itIsTheWeightedMeanOfBeforeAndAfter(double strength) {
        float[][] after = run(GRADE, COLORS);
        float[][] blended = run(new BlendTransform(GRADE, strength), COLORS);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < COLORS[0].length; i++) {
                double expected = (1 - strength) * COLORS[c][i] + strength * after[c][i];
                double allowed = 2e-7 * (Math.abs(COLORS[c][i]) + Math.abs(after[c][i]));
                assertEquals(expected, blended[c][i], Double.isFinite(allowed) ? allowed : 0, c + " of " + i);
            }
        }
    }

    @Test
    void nothingOfItIsTheIdentityAndAllOfItIsTheWhole() {
        assertArrayEquals(COLORS, run(new BlendTransform(GRADE, 0), COLORS));
        assertArrayEquals(run(GRADE, COLORS), run(new BlendTransform(GRADE, 1), COLORS));
        assertTrue(new BlendTransform(GRADE, 0).isIdentity());
    }

    @Test
    void onlyAllOfItCanBeUndone() {
        assertEquals(Optional.empty(), transform().inverse());
        assertEquals(GRADE.inverse(), new BlendTransform(GRADE, 1).inverse());
    }

    @Test
    void aStrengthOutsideItsRangeAndABlendInABlendAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BlendTransform(GRADE, 1.01));
        assertThrows(IllegalArgumentException.class, () -> new BlendTransform(GRADE, Double.NaN));
        TransformChain inner = TransformChain.of(TransformChain.of(transform()));
        assertThrows(IllegalArgumentException.class, () -> new BlendTransform(inner, 0.5));
    }
}
