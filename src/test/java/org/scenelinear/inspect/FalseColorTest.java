/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.inspect.FalseColor.Zone;

class FalseColorTest {
    private static List<String> presets() {
        return FalseColor.presets();
    }

    private static int paint(FalseColor colors, double light) {
        int[] argb = new int[3];
        colors.paint(new float[] {0, 0, (float) light}, 2, argb, 1, 1);
        return argb[1];
    }

    /** A plain evaluation in double. */
    private static int expected(FalseColor colors, float light) {
        double stops = light > 0 ? Math.log(light / 0.18) / Math.log(2) : Double.NEGATIVE_INFINITY;
        Zone found = colors.zones().get(0);
        for (Zone zone : colors.zones()) {
            if (stops >= zone.from()) {
                found = zone;
            }
        }
        return found.isColored() ? 0xFF000000 | found.rgb() : -1;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyLuminanceHasTheColorOfItsZone(String name) {
        FalseColor colors = FalseColor.preset(name).orElseThrow();
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            float light = (float) (0.18 * Math.pow(2, random.nextDouble() * 24 - 12));
            int wanted = expected(colors, light);
            int painted = paint(colors, light);
            if (wanted != -1) {
                assertEquals(wanted, painted, "at " + light);
            } else {
                assertEquals(painted >> 16 & 0xFF, painted & 0xFF, "gray at " + light);
                assertEquals(painted >> 8 & 0xFF, painted & 0xFF, "gray at " + light);
            }
        }
    }

    @Test
    void zonesBeginExactlyWhereTheySay() {
        FalseColor colors = FalseColor.of(List.of(
                new Zone(Double.NEGATIVE_INFINITY, 0x000001, ""),
                new Zone(-1, 0x000002, ""),
                new Zone(0, 0x000003, ""),
                new Zone(1, 0x000004, "")));
        assertEquals(0xFF000001, paint(colors, Math.nextDown(0.09f)));
        assertEquals(0xFF000002, paint(colors, 0.09f));
        assertEquals(0xFF000002, paint(colors, Math.nextDown(0.18f)));
        assertEquals(0xFF000003, paint(colors, 0.18f));
        assertEquals(0xFF000004, paint(colors, 0.36f));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsNoLightIsToldApart(String name) {
        FalseColor colors = FalseColor.preset(name).orElseThrow();
        assertEquals(FalseColor.NOT_A_NUMBER, paint(colors, Double.NaN));
        assertEquals(paint(colors, 0), paint(colors, -3));
        assertEquals(paint(colors, 0), paint(colors, Double.NEGATIVE_INFINITY));
        assertEquals(paint(colors, 1e6), paint(colors, Double.POSITIVE_INFINITY));
        assertEquals(paint(colors, 0), paint(colors, Float.MIN_VALUE));
    }

    @Test
    void graysRiseWithTheLight() {
        FalseColor colors = FalseColor.of(List.of(new Zone(100, 0xFF0000, "")));
        int before = -1;
        for (double stops = -10; stops <= 10; stops += 0.05) {
            int gray = paint(colors, 0.18 * Math.pow(2, stops)) & 0xFF;
            assertTrue(gray >= before, "at " + stops);
            before = gray;
        }
        assertEquals(255, before);
    }

    @Test
    void zonesOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FalseColor.of(List.of()));
        List<Zone> twice = List.of(new Zone(1, 0, ""), new Zone(1, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> FalseColor.of(twice));
    }

    @Test
    void presetsAreValues() {
        assertEquals(FalseColor.preset("stops"), FalseColor.preset("STOPS"));
        assertNotEquals(FalseColor.preset("stops"), FalseColor.preset("ARRI"));
        assertTrue(FalseColor.preset("RED").isEmpty());
    }
}
