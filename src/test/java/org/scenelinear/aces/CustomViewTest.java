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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.color.Chromaticities;

class CustomViewTest {
    @Test
    void withTheParametersOfAStandardViewItIsThatView() {
        CustomView view = new CustomView(
                1000, Optional.of(Primaries.P3_D65), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(OutputTransforms.find("Rec.2100-PQ", "HDR 1000 nits (P3 D65)"), view.on("Rec.2100-PQ"));
        CustomView plain = new CustomView(100, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)"), plain.on("sRGB"));
    }

    @Test
    void aCreativeWhiteIsFittedIntoTheDisplaysAsInTheStandardTransforms() {
        CustomView view = new CustomView(
                1000,
                Optional.of(Primaries.P3_D65),
                Optional.of(Primaries.AP0.white()),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                OutputTransforms.findById(
                        "urn:ampas:aces:transformId:v2.0:Output.Academy.P3-D60_1000nit_in_Rec2100-D65_ST2084.a2.v1"),
                view.on("Rec.2100-PQ"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DisplayCurve.class,
            names = {"SRGB", "GAMMA_2_2", "GAMMA_2_4", "GAMMA_2_6"})
    void thePeakIsCodeValueOneOfARelativeCurve(DisplayCurve curve) {
        for (double peak : new double[] {48, 137.5, 350, 10000}) {
            OutputTransform transform = new CustomView(
                            peak, Optional.empty(), Optional.empty(), Optional.of(curve), Optional.empty())
                    .on("sRGB")
                    .orElseThrow();
            double[] white = transform.reference().apply(new double[] {1e6, 1e6, 1e6});
            assertEquals(1, white[1], 1e-6, peak + " cd/m²");
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 3.5", "PQ, 0.6383"})
    void anAbsoluteCurveShowsThePeakAsItIs(DisplayCurve curve, double expected) {
        OutputTransform transform = new CustomView(
                        350, Optional.empty(), Optional.empty(), Optional.of(curve), Optional.empty())
                .on("Display P3")
                .orElseThrow();
        // ST 2084 gives 350 cd/m² the code value 0.6383, from the formula.
        assertEquals(expected, transform.reference().apply(new double[] {1e6, 1e6, 1e6})[1], 1e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "0.68 0.32 0.265 0.69 0.15 0.06 0.75 0.1",
        "0.265 0.69 0.68 0.32 0.15 0.06 0.3127 0.329",
        "0.1 0.1 0.2 0.2 0.3 0.3 0.2 0.2",
    })
    void primariesWithoutTheWhiteInsideAreRefused(String xy) {
        String[] v = xy.split(" ");
        Chromaticities gamut = Chromaticities.of(
                Double.parseDouble(v[0]),
                Double.parseDouble(v[1]),
                Double.parseDouble(v[2]),
                Double.parseDouble(v[3]),
                Double.parseDouble(v[4]),
                Double.parseDouble(v[5]),
                Double.parseDouble(v[6]),
                Double.parseDouble(v[7]));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new RenderingParameters(100, gamut));
        assertTrue(refusal.getMessage().contains("with the white inside"), refusal.getMessage());
    }
}
