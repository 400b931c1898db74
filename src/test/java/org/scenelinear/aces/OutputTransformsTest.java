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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTransformsTest {
    private static final String ID = "urn:ampas:aces:transformId:v2.0:Output.Academy.%s.a2.v1";

    @Test
    void everyViewOfEveryDisplayIsFound() {
        for (String display : OutputTransforms.displays()) {
            assertTrue(!OutputTransforms.views(display).isEmpty(), display);
            for (String view : OutputTransforms.views(display)) {
                assertTrue(OutputTransforms.find(display, view).isPresent(), display + ", " + view);
            }
        }
    }

    @Test
    void theUsualDisplayAndViewComeFirst() {
        assertEquals("sRGB - Display", OutputTransforms.displays().get(0));
        assertEquals(
                "ACES 2.0 - SDR 100 nits (Rec.709)",
                OutputTransforms.views("sRGB").get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "sRGB - Display, ACES 2.0 - SDR 100 nits (Rec.709)",
        "srgb, sdr 100 nits (rec.709)",
        "'SRGB_DISPLAY', 'ACES2.0_SDR-100-NITS-(REC.709)'",
        "' s RGB ', 'ACES 2.0 - SDR 100 nits(Rec.709)'",
    })
    void namesIgnoreCaseBlanksDashesAndUnderscores(String display, String view) {
        assertEquals("sRGB - Display", OutputTransforms.displayName(display).orElseThrow());
        assertEquals(
                "ACES 2.0 - SDR 100 nits (Rec.709)",
                OutputTransforms.viewName(display, view).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"sRGB, ACES 2.0 - HDR 1000 nits (P3 D65)", "sRGBx, SDR 100 nits (Rec.709)", "'', ''", "sRGB, ''"})
    void whatTheConfigDoesNotListIsNotFound(String display, String view) {
        assertTrue(OutputTransforms.find(display, view).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "sRGB, SDR 100 nits (Rec.709), Rec709-D65_100nit_in_Rec709-D65_sRGB-Piecewise",
        "Rec.1886 Rec.709, SDR 100 nits (Rec.709), Rec709-D65_100nit_in_Rec709-D65_BT1886",
        "Gamma 2.2 Rec.709, SDR 100 nits (Rec.709), Rec709-D65_100nit_in_Rec709-D65_Gamma2pt2",
        "Gamma 2.6 P3-D65, SDR 100 nits (P3 D65), P3-D65_48nit_in_P3-D65_Gamma2pt6",
        "Display P3, SDR 100 nits (P3 D65), P3-D65_100nit_in_P3-D65_sRGB-Piecewise",
        "Display P3 HDR, HDR 1000 nits (P3 D65), P3-D65_1000nit_in_P3-D65_sRGB-Piecewise",
        "Rec.2100-PQ, HDR 4000 nits (Rec.2020), Rec2100-D65_4000nit_in_Rec2100-D65_ST2084",
        "Rec.2100-HLG, HDR 1000 nits (P3 D65), P3-D65_1000nit_in_Rec2100-D65_HLG",
        "DCDM XYZ, SDR 100 nits (P3 D65), P3-D65_48nit_in_XYZ-E_Gamma2pt6",
        "ST2084-DCDM XYZ, HDR 300 nits (P3 D65), P3-D65_300nit_in_XYZ-E_ST2084",
        "ST2084-P3-D65, HDR 108 nits (P3 D65), P3-D65_108nit_in_P3-D65_ST2084",
    })
    void aViewAndItsTransformIdAreTheSameTransform(String display, String view, String name) {
        assertEquals(OutputTransforms.findById(ID.formatted(name)), OutputTransforms.find(display, view));
        assertTrue(OutputTransforms.find(display, view).isPresent());
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertEquals(54, OutputTransforms.ids().size());
        assertTrue(OutputTransforms.findById(ID.formatted("Rec709-D65_101nit_in_Rec709-D65_BT1886"))
                .isEmpty());
    }
}
