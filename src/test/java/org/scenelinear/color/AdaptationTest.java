/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.math.Matrix3;

class AdaptationTest {
    /** The whites of the reference; its D60 is the one of the CIE, of which no space here makes use. */
    private static final Map<String, Chromaticity> WHITES = Map.ofEntries(
            Map.entry("ACES", Whites.ACES),
            Map.entry("D50", Whites.D50),
            Map.entry("D55", Whites.D55),
            Map.entry("D60", new Chromaticity(0.32161670970526801, 0.33761991655081702)),
            Map.entry("D65", Whites.D65),
            Map.entry("D75", Whites.D75),
            Map.entry("E", Whites.E),
            Map.entry("DCI", Whites.DCI),
            Map.entry("DCI-P3", Whites.DCI),
            Map.entry("A", Whites.A),
            Map.entry("C", Whites.C));

    @ParameterizedTest
    @CsvSource({"adaptation.csv, 35, 1e-6", "adaptation_matrices.csv, 450, 1e-10"})
    void theMatricesAreThoseOfTheReference(String file, int count, double relative) {
        List<String[]> rows = ReferenceTable.rows(file);
        assertEquals(count, rows.size());
        for (String[] row : rows) {
            Adaptation adaptation = Adaptation.byName(row[0]).orElseThrow();
            double[] expected = ReferenceTable.numbers(row, 3, 9);
            double[] actual =
                    adaptation.matrix(WHITES.get(row[1]), WHITES.get(row[2])).toArray();
            for (int i = 0; i < 9; i++) {
                double tolerance = relative * Math.abs(expected[i]) + 1e-10;
                assertEquals(expected[i], actual[i], tolerance, row[0] + " " + row[1] + " to " + row[2]);
            }
        }
    }

    @Test
    void theWhitesAreThoseOfTheReference() {
        for (String[] row : ReferenceTable.rows("whitepoints.csv")) {
            double[] xy = ReferenceTable.numbers(row, 1, 2);
            assertTrue(WHITES.get(row[0]).isCloseTo(new Chromaticity(xy[0], xy[1]), 1e-12), row[0]);
        }
    }

    @Test
    void theSourceWhiteBecomesTheTargetWhite() {
        for (Adaptation adaptation : Adaptation.values()) {
            double[] carried = adaptation.matrix(Whites.DCI, Whites.D50).times(Whites.DCI.toXyz());
            Chromaticity expected = adaptation == Adaptation.NONE ? Whites.DCI : Whites.D50;
            assertArrayEquals(expected.toXyz(), carried, 1e-13, adaptation.label());
        }
    }

    @Test
    void thereAndBackIsTheIdentity() {
        for (Adaptation adaptation : Adaptation.values()) {
            Matrix3 there = adaptation.matrix(Whites.ACES, Whites.D65);
            Matrix3 back = adaptation.matrix(Whites.D65, Whites.ACES);
            assertTrue(back.times(there).isCloseTo(Matrix3.IDENTITY, 1e-14), adaptation.label());
        }
    }

    @Test
    void equalWhitesNeedExactlyTheIdentity() {
        for (Adaptation adaptation : Adaptation.values()) {
            assertEquals(Matrix3.IDENTITY, adaptation.matrix(Whites.D65, new Chromaticity(0.3127, 0.3290)));
        }
    }

    @Test
    void namesAreFoundWhateverTheirCaseAndBlanks() {
        for (Adaptation adaptation : Adaptation.values()) {
            assertEquals(Optional.of(adaptation), Adaptation.byName(adaptation.label()));
        }
        assertEquals(Optional.of(Adaptation.VON_KRIES), Adaptation.byName("Von-Kries"));
        assertEquals(Optional.of(Adaptation.XYZ_SCALING), Adaptation.byName("xyz_scaling"));
        assertEquals(Optional.empty(), Adaptation.byName("CAT03"));
    }
}
