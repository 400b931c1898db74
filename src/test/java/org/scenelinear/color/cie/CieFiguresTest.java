/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color.cie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.ReferenceTable;
import org.scenelinear.color.Whites;
import org.scenelinear.math.Matrix3;

/** The quantities against those of colour-science. */
class CieFiguresTest {
    /** What ten printed digits and a float64 pipeline of the same formulas leave. */
    private static final double RELATIVE = 1e-6;

    private static final Matrix3 TO_D65 = Adaptation.BRADFORD.matrix(Whites.ACES, Whites.D65);
    private static final Matrix3 TO_XYZ =
            ColorSpaces.ACES2065_1.chromaticities().toXyz();
    private static final Matrix3 TO_REC2020 =
            ColorSpaces.LINEAR_REC2020.chromaticities().toXyz().inverse();

    private static double[] numbers(String[] row, int from, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ReferenceTable.number(row[from + i]);
        }
        return numbers;
    }

    private static double[] xyzD65(double[] ap0) {
        return TO_D65.times(TO_XYZ.times(ap0));
    }

    private static Ictcp ictcp(double[] ap0) {
        return Ictcp.of(TO_REC2020.times(xyzD65(ap0)), 100);
    }

    private static void near(double expected, double actual, String what) {
        assertEquals(expected, actual, RELATIVE * Math.max(1, Math.abs(expected)), what);
    }

    @Test
    void colorsHaveTheCoordinatesOfTheReference() {
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double[] ap0 = numbers(row, 0, 3);
            String what = row[0] + " " + row[1] + " " + row[2];
            double[] uv = numbers(row, 8, 2);
            UniformChromaticity uniform =
                    UniformChromaticity.of(new Chromaticity(numbers(row, 6, 1)[0], numbers(row, 7, 1)[0]));
            near(uv[0], uniform.u(), what);
            near(uv[1], uniform.v(), what);
            double[] lab = numbers(row, 16, 3);
            CieLab cieLab = CieLab.of(xyzD65(ap0), Whites.D65);
            near(lab[0], cieLab.lightness(), what);
            near(lab[1], cieLab.a(), what);
            near(lab[2], cieLab.b(), what);
            double[] ok = numbers(row, 19, 3);
            Oklab oklab = Oklab.of(xyzD65(ap0));
            near(ok[0], oklab.lightness(), what);
            near(ok[1], oklab.a(), what);
            near(ok[2], oklab.b(), what);
            double[] ict = numbers(row, 22, 3);
            Ictcp ictcp = ictcp(ap0);
            near(ict[0], ictcp.intensity(), what);
            near(ict[1], ictcp.tritan(), what);
            near(ict[2], ictcp.protan(), what);
        }
    }

    @Test
    void temperaturesAreThoseOfTheReferenceWhereItHasOne() {
        int found = 0;
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double kelvin = ReferenceTable.number(row[11]);
            Optional<PlanckianLocus.Nearest> nearest = PlanckianLocus.nearest(
                    new Chromaticity(ReferenceTable.number(row[6]), ReferenceTable.number(row[7])));
            if (Double.isNaN(kelvin)) {
                assertTrue(nearest.isEmpty(), row[6] + " " + row[7] + " " + nearest);
            } else {
                found++;
                assertEquals(kelvin, nearest.orElseThrow().kelvin(), 0.5);
                assertEquals(
                        ReferenceTable.number(row[12]), nearest.orElseThrow().duv(), 1e-5);
            }
        }
        assertTrue(found > 20, "only " + found + " temperatures");
    }

    @Test
    void differencesAreThoseOfTheReference() {
        for (String[] row : ReferenceTable.rows("cie/differences.csv")) {
            double[] first = numbers(row, 0, 3);
            double[] second = numbers(row, 3, 3);
            CieLab a = CieLab.of(xyzD65(first), Whites.D65);
            CieLab b = CieLab.of(xyzD65(second), Whites.D65);
            near(ReferenceTable.number(row[6]), ColorDifference.cie76(a, b), "CIE 1976");
            near(ReferenceTable.number(row[7]), ColorDifference.ciede2000(a, b), "CIEDE2000");
            near(ReferenceTable.number(row[8]), ColorDifference.itp(ictcp(first), ictcp(second)), "ITP");
        }
    }

    @Test
    void dominantWavelengthsAreThoseOfTheReference() {
        for (String[] row : ReferenceTable.rows("cie/dominant.csv")) {
            double[] n = numbers(row, 0, 4);
            SpectralLocus.Dominant dominant = SpectralLocus.dominant(new Chromaticity(n[0], n[1]), Whites.D65)
                    .orElseThrow();
            // the reference names the nearest whole wavelength
            assertEquals(n[2], dominant.nanometers(), 1, "at " + n[0] + " " + n[1]);
            assertEquals(n[3], dominant.purity(), 0.01, "at " + n[0] + " " + n[1]);
        }
    }

    @Test
    void theDifferenceIsTheSameBothWaysAndNothingForOneColor() {
        CieLab gray = new CieLab(50, 0, 0);
        CieLab blue = new CieLab(40, 20, -60);
        assertEquals(0, ColorDifference.ciede2000(blue, blue));
        assertEquals(ColorDifference.ciede2000(gray, blue), ColorDifference.ciede2000(blue, gray), 1e-12);
    }

    @Test
    void theLocusLeadsBackToItsTemperature() {
        for (double kelvin = 1100; kelvin < 24000; kelvin *= 1.13) {
            PlanckianLocus.Nearest nearest =
                    PlanckianLocus.nearest(PlanckianLocus.at(kelvin)).orElseThrow();
            assertEquals(1, nearest.kelvin() / kelvin, 1e-6);
            assertEquals(0, nearest.duv(), 1e-9);
        }
    }

    @Test
    void theWhiteTendsToNoWavelength() {
        assertTrue(SpectralLocus.dominant(Whites.D65, Whites.D65).isEmpty());
    }

    @Test
    void uniformChromaticitiesLeadBack() {
        Chromaticity back = UniformChromaticity.of(Whites.DCI).toXy();
        assertTrue(back.isCloseTo(Whites.DCI, 1e-15), back.toString());
    }
}
