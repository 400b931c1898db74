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

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.color.Chromaticities;

class OutputTransformTest {
    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void theReferenceAgreesWithOpenColorIoForEachTransformId(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        List<double[]> actual =
                ReferenceTable.inputs().stream().map(transform.reference()).toList();
        CodeValues.assertAgreement(id, transform, actual);
    }

    @Test
    void theRenderingAgreesWithOpenColorIoInLinearLight() {
        ReferenceTable table = ReferenceTable.read("forward/SDR-100nit-REC709.csv");
        RenderingParameters parameters = new RenderingParameters(100, Primaries.REC709);
        Rendering rendering = new Rendering(parameters);
        List<double[]> xyz = ReferenceTable.inputs().stream()
                .map(rendering::render)
                .map(Primaries.REC709.toXyz()::times)
                .toList();
        Deviations.between("XYZ", table.triples("X"), xyz, 1)
                .assertWithin(1, 1e-4)
                .assertWithin(0.99, 2e-5)
                .assertWithin(0.5, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "350nit-P3-D65, 0.68 0.32 0.265 0.69 0.15 0.06 0.3127 0.329",
        "700nit-Rec2020, 0.708 0.292 0.17 0.797 0.131 0.046 0.3127 0.329",
        "3000nit-P3-D65, 0.68 0.32 0.265 0.69 0.15 0.06 0.3127 0.329",
        "10000nit-Rec2020, 0.708 0.292 0.17 0.797 0.131 0.046 0.3127 0.329",
        "203nit-Rec709, 0.64 0.33 0.3 0.6 0.15 0.06 0.3127 0.329",
        "100nit-Custom-A, 0.66 0.325 0.23 0.7 0.15 0.055 0.3127 0.329",
        "1000nit-Custom-B-D50, 0.69 0.31 0.21 0.72 0.14 0.05 0.3457 0.3585",
        "600nit-AdobeRGB, 0.64 0.33 0.21 0.71 0.15 0.06 0.3127 0.329",
        "100nit-AP1, 0.713 0.293 0.165 0.83 0.128 0.044 0.32168 0.33767",
        "1000nit-Rec709, 0.64 0.33 0.3 0.6 0.15 0.06 0.3127 0.329",
        "4000nit-Rec2020-D60, 0.708 0.292 0.17 0.797 0.131 0.046 0.32168 0.33767",
        "48nit-P3-D65, 0.68 0.32 0.265 0.69 0.15 0.06 0.3127 0.329",
        "108nit-P3-D65, 0.68 0.32 0.265 0.69 0.15 0.06 0.3127 0.329"
    })
    void otherPeaksAndGamutsAgreeWithOpenColorIo(String name, String xy) {
        // One color of the file lies where AP1's yellow cusp all but touches white; there the noise of the reference's
        // floats
        // decides how the boundary is bent.
        double most = name.endsWith("AP1") ? 2.5e-3 : 1e-4;
        double peakLuminance = Double.parseDouble(name.substring(0, name.indexOf("nit")));
        RenderingParameters parameters = new RenderingParameters(peakLuminance, chromaticities(xy));
        List<double[]> actual = ReferenceTable.inputs().stream()
                .map(new Rendering(parameters)::render)
                .toList();
        List<double[]> expected =
                ReferenceTable.read("custom/custom-" + name + ".csv").triples("full.r");
        Deviations.between(name, expected, actual, parameters.peak())
                .assertWithin(1, most)
                .assertWithin(0.99, 2e-5)
                .assertWithin(0.5, 1e-6);
        OutputTransform linear =
                new OutputTransform(parameters, DisplayEncoding.of(parameters.limiting(), DisplayCurve.LINEAR));
        Deviations fast = Deviations.between(
                name, expected, Kernels.run(linear.compile(), ReferenceTable.inputs()), parameters.peak());
        System.out.println("custom, light/peak, " + fast);
        fast.assertWithin(1, most).assertWithin(0.99, 2e-5).assertWithin(0.5, 1e-6);
    }

    /** The cusp between two corners has some hues twice: which one counts shows in the highlights. */
    @Test
    void aGamutWhoseHuesTurnBackAlongAnEdgeAgreesWithOpenColorIo() {
        RenderingParameters parameters = new RenderingParameters(
                98, chromaticities("0.60256 0.28375 0.27072 0.78723 0.12715 0.03182 0.32168 0.33767"));
        ReferenceTable table = ReferenceTable.read("custom/turning-hues.csv");
        List<double[]> actual = table.triples("r").stream()
                .map(new Rendering(parameters)::render)
                .toList();
        Deviations.between("turning hues", table.triples("full.r"), actual, parameters.peak())
                .assertWithin(1, 1e-4)
                .assertWithin(0.99, 2e-5)
                .assertWithin(0.5, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"48", "100", "137.5", "625", "4000", "10000"})
    void greysStayNeutralAndRiseToThePeak(double peakLuminance) {
        Rendering rendering = new Rendering(new RenderingParameters(peakLuminance, Primaries.REC709));
        double last = -1;
        for (double grey = 0; grey < 1e5; grey = grey * 1.07 + 1e-6) {
            double[] rgb = rendering.render(new double[] {grey, grey, grey});
            assertEquals(rgb[0], rgb[1], 1e-6 * rgb[0], "at " + grey);
            assertEquals(rgb[0], rgb[2], 1e-6 * rgb[0], "at " + grey);
            assertTrue(rgb[1] >= last, "falls at " + grey);
            last = rgb[1];
        }
        assertEquals(peakLuminance / 100, last, 1e-9);
    }

    @Test
    void moreExposureNeverMakesAColorDarker() {
        Rendering rendering = new Rendering(new RenderingParameters(100, Primaries.REC709));
        double[] luminance = Primaries.REC709.toXyz().toArray();
        Random random = new Random(31);
        for (int i = 0; i < 50; i++) {
            double[] color = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double last = -1;
            for (double exposure = 1e-4; exposure < 1e4; exposure *= 1.3) {
                double[] rgb =
                        rendering.render(new double[] {color[0] * exposure, color[1] * exposure, color[2] * exposure});
                double y = luminance[3] * rgb[0] + luminance[4] * rgb[1] + luminance[5] * rgb[2];
                assertTrue(y >= last - 1e-6, "at exposure " + exposure + " of color " + i);
                last = y;
            }
        }
    }

    @Test
    void whatIsNotFiniteCountsAsAFiniteValue() {
        OutputTransform transform =
                OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();
        UnaryOperator<double[]> reference = transform.reference();
        double clamp = 8 * 128;
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.18};
        double[] counts = {0, clamp, 0, 0.18};
        for (int i = 0; i < 64; i++) {
            int r = i & 3;
            int g = i >> 2 & 3;
            int b = i >> 4;
            double[] actual = reference.apply(new double[] {values[r], values[g], values[b]});
            double[] expected = reference.apply(new double[] {counts[r], counts[g], counts[b]});
            for (int k = 0; k < 3; k++) {
                assertEquals(expected[k], actual[k], "component " + k + " of case " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"47.9", "10000.1", "NaN", "-100", "Infinity"})
    void aPeakOutOfRangeIsRefused(double peakLuminance) {
        assertThrows(IllegalArgumentException.class, () -> new RenderingParameters(peakLuminance, Primaries.REC709));
    }

    private static Chromaticities chromaticities(String text) {
        String[] xy = text.split(" ");
        double[] v = new double[8];
        for (int i = 0; i < 8; i++) {
            v[i] = Double.parseDouble(xy[i]);
        }
        return Chromaticities.of(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }
}
