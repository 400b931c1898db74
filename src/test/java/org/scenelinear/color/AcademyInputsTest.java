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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Spaces known by the ids of input transforms whose matrix or code values are their own. */
class AcademyInputsTest {
    /** Rows of id, stored red, green, blue, and ACES2065-1 of them. */
    static final List<List<String>> ROWS =
            ReferenceTable.rows("academy-inputs.csv").stream().map(List::of).toList();

    @ParameterizedTest
    @FieldSource("ROWS")
    void valuesAreThoseOfTheAcademysTransform(List<String> row) {
        ColorSpace space = ColorSpaces.byName(row.get(0)).orElseThrow();
        String[] numbers = row.toArray(String[]::new);
        double[] stored = ReferenceTable.numbers(numbers, 1, 3);
        double[] expected = ReferenceTable.numbers(numbers, 4, 3);
        // the rows of Sony's matrix for S-Log miss 1 by up to 4.8e-6
        double missing = row.get(0).contains("SLog1") ? 6e-6 : 1e-7;
        // the matrix keeps the white of ACES, so that no adaptation can change it
        for (Adaptation adaptation : List.of(Adaptation.BRADFORD, Adaptation.CAT02)) {
            double[] aces = space.matrixTo(ColorSpaces.ACES2065_1, adaptation).times(space.decode(stored));
            double largest = Math.max(Math.abs(expected[0]), Math.max(Math.abs(expected[1]), Math.abs(expected[2])));
            for (int c = 0; c < 3; c++) {
                assertEquals(expected[c], aces[c], 1e-8 + missing * largest, row.get(0) + ", component " + c);
            }
        }
    }

    @Test
    void everyTransformIsComparedOnSeveralColors() {
        assertEquals(7, ROWS.stream().map(row -> row.get(0)).distinct().count());
        for (List<String> row : ROWS) {
            assertTrue(ROWS.stream().filter(r -> r.get(0).equals(row.get(0))).count() >= 8, row.get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "S-Log S-Gamut, S-Log S-Gamut (10-bit)",
        "S-Log2 S-Gamut, S-Log2 S-Gamut Daylight (10-bit)",
        "S-Log2 S-Gamut Daylight (10-bit), S-Log2 S-Gamut Tungsten (10-bit)",
        "S-Log2 S-Gamut Tungsten (10-bit), S-Log2 S-Gamut Tungsten (12-bit)",
        "ACESproxy, ACESproxy12i"
    })
    void spacesThatOnlyLookAlikeAreNotAliasesOfEachOther(String one, String other) {
        assertNotEquals(
                ColorSpaces.byName(one).orElseThrow().name(),
                ColorSpaces.byName(other).orElseThrow().name());
    }
}
