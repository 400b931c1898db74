/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.Whites;
import org.scenelinear.color.cie.CieLab;

class DensityColorsTest {
    private static double lightness(int rgb) {
        Color color = new Color(rgb);
        double[] linear = ColorSpaces.SRGB.decode(
                new double[] {color.getRed() / 255.0, color.getGreen() / 255.0, color.getBlue() / 255.0});
        return CieLab.of(ColorSpaces.SRGB.chromaticities().toXyz().times(linear), Whites.D65)
                .lightness();
    }

    @Test
    void moreIsBrighterOnADarkGroundAndDarkerOnABrightOne() {
        for (boolean dark : new boolean[] {true, false}) {
            ScopeStyle style = new ScopeStyle(dark, 1);
            DensityColors colors = style.density();
            double ground = lightness(style.ground().getRGB());
            double before = ground;
            for (int i = 1; i <= 100; i++) {
                double lightness = lightness(colors.of(i / 100.0));
                assertTrue(dark ? lightness > before : lightness < before, "step " + i);
                before = lightness;
            }
            assertTrue(Math.abs(lightness(colors.of(0.01)) - ground) > 10, "a single pixel stands out");
            assertEquals(style.ground().getRGB(), colors.of(0));
        }
    }

    @Test
    void aSinglePixelIsSeenAndTheLargestCountIsTheStrongest() {
        assertEquals(0, new Strengths(1000).of(0));
        assertEquals(1, new Strengths(1000).of(1000));
        assertEquals(0.5, new Strengths(960).of(30), 1e-12); // 31 is the root of 961
        assertEquals(0.5, new Strengths(9_998_243).of(3161), 1e-12); // 3162 is the root of 9 998 244
        assertTrue(new Strengths(Long.MAX_VALUE).of(1) > 0, "one among very many");
    }

    @Test
    void overlaidTracesAddUpToBrightOnDarkAndToDarkOnBright() {
        for (boolean dark : new boolean[] {true, false}) {
            ScopeStyle style = new ScopeStyle(dark, 1);
            assertEquals(style.ground().getRGB(), style.overlay(0, 0, 0));
            double all = lightness(style.overlay(1, 1, 1));
            assertTrue(dark ? all > 90 : all < 10, "all three");
            for (int trace = 0; trace < 3; trace++) {
                double one = lightness(style.overlay(trace == 0 ? 1 : 0, trace == 1 ? 1 : 0, trace == 2 ? 1 : 0));
                assertTrue(one > 25 && one < 75, "trace " + trace + " alone: " + one);
            }
        }
    }
}
