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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.ReferenceTable;

/** What is told of a pixel against the figures of colour-science, and the facts of half floats. */
class PixelReportTest {
    private static final OutputTransform VIEW =
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();
    private static final List<String> LINEAR = List.of("Linear Rec.709", "Linear P3-D65", "Linear Rec.2020", "ACEScg");
    private static final PixelInspection AP0 =
            new PixelInspection(ColorSpaces.ACES2065_1, new LightCalibration(100), VIEW);

    /** The values of the table are rounded to float on the way in. */
    private static void near(double expected, double actual, double tolerance, String what) {
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
    }

    @Test
    void aPixelHasTheFiguresOfTheReference() {
        int temperatures = 0;
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double[] figures = ReferenceTable.numbers(row, 0, row.length);
            PixelReport report = AP0.report((float) figures[0], (float) figures[1], (float) figures[2]);
            String what = String.join(" ", List.of(row).subList(0, 3));
            near(figures[4], report.luminance(), 1e-6, what);
            near(figures[4] * 100, report.nits(), 1e-6, what);
            near(figures[6], report.chromaticity().orElseThrow().x(), 1e-6, what);
            near(figures[7], report.chromaticity().orElseThrow().y(), 1e-6, what);
            near(figures[8], report.uniform().orElseThrow().u(), 1e-6, what);
            near(figures[9], report.uniform().orElseThrow().v(), 1e-6, what);
            if (figures[4] > 0) {
                near(figures[10], report.stops(), 1e-6, what);
            } else {
                assertTrue(Double.isNaN(report.stops()), what);
            }
            near(figures[16], report.lab().lightness(), 1e-5, what);
            near(figures[17], report.lab().a(), 1e-5, what);
            near(figures[18], report.lab().b(), 1e-5, what);
            near(figures[22], report.ictcp().intensity(), 1e-5, what);
            near(figures[23], report.ictcp().tritan(), 1e-5, what);
            near(figures[24], report.ictcp().protan(), 1e-5, what);
            if (!Double.isNaN(figures[11])) {
                temperatures++;
                assertEquals(figures[11], report.temperature().orElseThrow().kelvin(), 0.5, what);
                assertEquals(figures[12], report.temperature().orElseThrow().duv(), 1e-5, what);
            }
        }
        assertTrue(temperatures > 20, "the table has temperatures");
    }

    @Test
    void aPixelLiesInTheGamutsOfTheReference() {
        int outside = 0;
        int compared = 0;
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double[] figures = ReferenceTable.numbers(row, 0, row.length);
            double[] ap0 = {figures[0], figures[1], figures[2]};
            PixelReport report = AP0.report((float) figures[0], (float) figures[1], (float) figures[2]);
            for (int i = 0; i < 4; i++) {
                String gamut = PixelInspection.gamuts().get(i);
                double[] rgb = ColorSpaces.ACES2065_1
                        .matrixTo(ColorSpaces.byName(LINEAR.get(i)).orElseThrow(), Adaptation.BRADFORD)
                        .times(ap0);
                double least = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
                if (Math.abs(least) < 1e-4 * Math.max(rgb[0], Math.max(rgb[1], rgb[2]))) {
                    continue; // on the border; the reference's matrices are rounded to four digits
                }
                assertEquals(
                        figures[25 + i] == 1, report.gamuts().contains(gamut), gamut + " " + String.join(" ", row));
                compared++;
                outside += figures[25 + i] == 1 ? 0 : 1;
            }
        }
        assertTrue(outside > 20, "the table has colors outside");
        assertTrue(compared > 300, "most are compared");
    }

    @Test
    void theViewIsTheOutputTransformOfTheSameLightFromWhateverSpace() {
        PixelReport ap0 = AP0.report(0.18f, 0.18f, 0.18f);
        PixelReport logarithmic = new PixelInspection(ColorSpaces.ACESCCT, new LightCalibration(100), VIEW)
                .report(0.41358840f, 0.41358840f, 0.41358840f); // middle gray: Academy specification S-2016-001
        double[] expected = VIEW.reference().apply(new double[] {0.18, 0.18, 0.18});
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], ap0.view().get(i), 1e-6);
            assertEquals(expected[i], logarithmic.view().get(i), 1e-6);
            assertEquals(0.18, logarithmic.linear().get(i), 1e-6);
        }
        PixelInspection display = new PixelInspection(ColorSpaces.SRGB, new LightCalibration(80), VIEW);
        assertEquals(List.of(), display.report(1, 1, 1).view());
        assertEquals(80, display.report(1, 1, 1).nits(), 1e-9);
    }

    @Test
    void halfBitsAndTheirStepsAreThoseOfBinary16() {
        PixelReport report = AP0.report(1, -2, 0);
        assertEquals(0x3C00, report.halfBits(0));
        assertEquals(Math.pow(2, -10), report.halfStep(0));
        assertEquals(0xC000, report.halfBits(1));
        assertEquals(Math.pow(2, -9), report.halfStep(1));
        assertEquals(Math.pow(2, -24), report.halfStep(2));
        PixelReport largest = AP0.report(65504, 65503, Float.POSITIVE_INFINITY);
        assertEquals(0x7BFF, largest.halfBits(0));
        assertTrue(Double.isNaN(largest.halfStep(0)));
        assertTrue(Double.isNaN(largest.halfStep(2)));
    }

    @Test
    void blackNegativeLightAndValuesThatAreNotFiniteSayNothingOfColor() {
        PixelReport black = AP0.report(0, 0, 0);
        assertEquals(Double.NEGATIVE_INFINITY, black.stops());
        assertTrue(black.chromaticity().isEmpty());
        assertEquals(PixelInspection.gamuts(), black.gamuts());
        PixelReport negative = AP0.report(-1, -1, -1);
        assertTrue(Double.isNaN(negative.stops()));
        assertEquals(List.of(), negative.gamuts());
        PixelReport invalid = AP0.report(Float.NaN, 1, 1);
        assertTrue(Double.isNaN(invalid.nits()));
        assertTrue(invalid.chromaticity().isEmpty());
        assertEquals(List.of(), invalid.gamuts());
        assertTrue(AP0.report(Float.POSITIVE_INFINITY, 1, 1).temperature().isEmpty());
    }
}
