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

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Chromaticities;

/** Each stage of the rendering against OpenColorIO's fixed functions. */
class RenderingStagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"AP0", "Rec709"})
    void colorsHaveTheRightLightnessColorfulnessAndHue(String primaries) {
        ReferenceTable table = ReferenceTable.read("stages/rgb_to_jmh-" + primaries + ".csv");
        AppearanceModel model = new AppearanceModel(primaries(primaries));
        List<double[]> expected = table.triples("J");
        List<double[]> inputs = ReferenceTable.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            double[] rgb = inputs.get(i);
            assertJmh(expected.get(i), model.rgbToJmh(rgb), primaries + " row " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AP0", "Rec709"})
    void colorsComeBackFromLightnessColorfulnessAndHue(String primaries) {
        AppearanceModel model = new AppearanceModel(primaries(primaries));
        for (double[] rgb : ReferenceTable.inputs()) {
            double[] jmh = model.rgbToJmh(rgb);
            if (jmh[0] > 0 && rgb[0] + rgb[1] + rgb[2] < 1e4) { // above, the cone response is limited
                double[] back = model.jmhToRgb(jmh[0], jmh[1], jmh[2]);
                double scale = Math.abs(rgb[0]) + Math.abs(rgb[1]) + Math.abs(rgb[2]);
                for (int k = 0; k < 3; k++) {
                    assertEquals(rgb[k], back[k], 1e-9 * scale);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 10000})
    void toneScaleAndChromaCompressionAgree(int peakLuminance) {
        List<double[]> expected = ReferenceTable.read("stages/tonescale_compress-" + peakLuminance + ".csv")
                .triples("J");
        List<double[]> inputs = ReferenceTable.read("stages/jmh_inputs.csv").triples("J");
        ToneScale toneScale = new ToneScale(peakLuminance);
        ChromaCompression compression = new ChromaCompression(peakLuminance, toneScale.logPeak());
        HueTables tables = new Rendering(new RenderingParameters(peakLuminance, Primaries.REC709)).tables();
        for (int i = 0; i < inputs.size(); i++) {
            double[] jmh = inputs.get(i);
            double scene = AppearanceModel.lightnessToAchromatic(jmh[0]);
            double display = toneScale.achromatic(scene);
            double colorfulness = compression.compress(scene, display, jmh[1], jmh[2], tables.reachAt(jmh[2]));
            double[] actual = {AppearanceModel.achromaticToLightness(display), colorfulness, jmh[2]};
            assertJmh(expected.get(i), actual, peakLuminance + " row " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, Rec709", "1000, Rec2020", "4000, Rec2020"})
    void gamutCompressionAgrees(int peakLuminance, String limiting) {
        ReferenceTable table = ReferenceTable.read("stages/gamut_compress-" + peakLuminance + "-" + limiting + ".csv");
        List<double[]> expected = table.triples("J");
        List<double[]> inputs = table.triples("in.J");
        Rendering rendering = new Rendering(new RenderingParameters(peakLuminance, primaries(limiting)));
        GamutCompression compression = new GamutCompression(rendering.geometry(), rendering.tables());
        for (int i = 0; i < inputs.size(); i++) {
            double[] jmh = inputs.get(i);
            double[] actual = compression.compress(jmh[0], jmh[1], jmh[2]);
            assertJmh(expected.get(i), actual, limiting + " row " + i);
        }
    }

    private static void assertJmh(double[] expected, double[] actual, String where) {
        assertEquals(expected[0], actual[0], 1e-5 * (1 + expected[0]), "J of " + where);
        assertEquals(expected[1], actual[1], 2e-3 * (1 + expected[1]), "M of " + where);
        if (expected[1] > 0.1) {
            double difference = Math.abs(expected[2] - actual[2]);
            assertTrue(Math.min(difference, 360 - difference) <= 0.02, "hue of " + where);
        }
    }

    private static Chromaticities primaries(String name) {
        return switch (name) {
            case "AP0" -> Primaries.AP0;
            case "Rec709" -> Primaries.REC709;
            case "Rec2020" -> Primaries.REC2020;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
