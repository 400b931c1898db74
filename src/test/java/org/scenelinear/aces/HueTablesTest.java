/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.Chromaticities;

class HueTablesTest {
    @ParameterizedTest
    @CsvSource({"100, Rec709", "100, Rec709-D60", "225, P3-D65", "1000, Rec2020", "4000, P3-D65"})
    void allEntriesAgreeWithOpenColorIo(double peakLuminance, String name) {
        Chromaticities limiting = switch (name) {
            case "Rec709" -> Primaries.REC709;
            case "Rec709-D60" -> Primaries.REC709_D60;
            case "P3-D65" -> Primaries.P3_D65;
            default -> Primaries.REC2020;
        };
        ReferenceTable expected = ReferenceTable.read("tables/tables-" + (int) peakLuminance + "-" + name + ".csv");
        HueTables tables = new Rendering(new RenderingParameters(peakLuminance, limiting)).tables();
        assertArrayEquals(expected.column("hue"), tables.hue(), 1e-3, "hue");
        assertArrayEquals(expected.column("reachM"), tables.reach(), 0.02, "reach");
        assertArrayEquals(expected.column("cuspJ"), tables.cuspLightness(), 1e-3, "cusp J");
        assertArrayEquals(expected.column("cuspM"), tables.cuspColorfulness(), 1e-3, "cusp M");
        assertArrayEquals(expected.column("gammaTopInv"), tables.upperExponent(), 5e-4, "upper exponent");
    }

    @ParameterizedTest
    @CsvSource({"48, 0.3127, 0.329", "99.5, 0.314, 0.351", "777.7, 0.3457, 0.3585", "10000, 0.32168, 0.33767"})
    void huesRiseForUnusualParametersToo(double peakLuminance, double whiteX, double whiteY) {
        Chromaticities limiting = Chromaticities.of(0.69, 0.31, 0.2, 0.72, 0.14, 0.05, whiteX, whiteY);
        double[] hue = new Rendering(new RenderingParameters(peakLuminance, limiting))
                .tables()
                .hue();
        assertEquals(0, hue[1]);
        assertEquals(360, hue[361]);
        for (int i = 1; i < hue.length; i++) {
            assertTrue(hue[i] > hue[i - 1], "at " + i);
        }
    }

    @Test
    void theSampleAboveAHueIsTheFirstNotBelowIt() {
        HueTables tables = new Rendering(new RenderingParameters(100, Primaries.REC709)).tables();
        for (double hue = 0; hue <= 360; hue += 0.01) {
            int above = tables.sampleAbove(hue);
            assertTrue(tables.hue()[above] >= hue && tables.hue()[above - 1] < hue, "at " + hue);
            assertTrue(tables.weight(hue, above) > 0 && tables.weight(hue, above) <= 1, "at " + hue);
        }
    }
}
