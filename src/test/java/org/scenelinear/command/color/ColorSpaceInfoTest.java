/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;

class ColorSpaceInfoTest {
    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    private static String value(ColorSpace space, String property) {
        return new ColorSpaceInfo(space)
                .lines().stream()
                        .filter(line -> line.property().equals(property))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    @Test
    void theFactsAreThoseOfTheStandard() {
        assertEquals("0.7130000  0.2930000", value(ColorSpaces.ACESCG, "red x, y"));
        // Academy specification S-2014-004
        assertEquals("0.6624542  0.1340042  0.1561877", value(ColorSpaces.ACESCG, "to CIE XYZ, row 1"));
        assertEquals("0.6954522  0.1406787  0.1638691", value(ColorSpaces.ACESCG, "to ACES2065-1, Bradford, row 1"));
        assertEquals("none: linear light", value(ColorSpaces.ACESCG, "curve"));
        assertTrue(value(ColorSpaces.ACESCG, "other names").contains("lin_ap1_scene"));
        assertTrue(value(ColorSpaces.SRGB, "values are").startsWith("display-referred"));
    }

    @Test
    void theCurveOfACameraRunsOverStopsAndThatOfADisplayOverLight() {
        ColorSpaceInfo.Curve log = new ColorSpaceInfo(ColorSpaces.ACESCCT).curve();
        assertEquals(-12, log.xs()[0]);
        assertEquals(10, log.xs()[log.xs().length - 1]);
        // middle gray of ACEScct: Academy specification S-2016-001
        double gray = 0;
        for (int i = 1; i < log.xs().length; i++) {
            if (log.xs()[i - 1] < 0 && log.xs()[i] >= 0) {
                gray = log.ys()[i];
            }
        }
        assertEquals(0.4135884, gray, 0.003);
        ColorSpaceInfo.Curve display = new ColorSpaceInfo(ColorSpaces.SRGB).curve();
        assertEquals(0, display.ys()[0], 1e-12);
        assertEquals(1, display.ys()[display.ys().length - 1], 1e-12);
    }

    @Test
    void anImageWithoutASpaceIsToldWhatToGive() {
        WindowManager.setTempCurrentImage(new ImagePlus("detector", new FloatProcessor(1, 1)));
        ColorSpaceInfoCommand command = new ColorSpaceInfoCommand();
        command.runMacro("");
        assertEquals("Color Space Info: the active image has no color space; give space=", command.getCancelReason());
    }
}
