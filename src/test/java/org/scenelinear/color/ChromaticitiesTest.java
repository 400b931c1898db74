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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.math.Matrix3;

class ChromaticitiesTest {
    /** The spaces that colour-science calls by other names than ours. */
    private static final Map<String, ColorSpace> SPACES = Map.of(
            "sRGB", ColorSpaces.SRGB,
            "P3-D65", ColorSpaces.LINEAR_P3_D65,
            "Display P3", ColorSpaces.DISPLAY_P3,
            "ITU-R BT.2020", ColorSpaces.REC2020,
            "N-Gamut", ColorSpaces.LINEAR_REC2020,
            "F-Gamut", ColorSpaces.LINEAR_REC2020);

    private static Optional<ColorSpace> space(String name) {
        return Optional.ofNullable(SPACES.get(name)).or(() -> ColorSpaces.byName(name));
    }

    @Test
    void primariesAndWhitesAreThoseOfTheReference() {
        int compared = 0;
        for (String[] row : ReferenceTable.rows("rgb_primaries.csv")) {
            Optional<ColorSpace> space = space(row[0]);
            if (space.isPresent()) {
                double[] c = ReferenceTable.numbers(row, 1, 8);
                Chromaticities expected = Chromaticities.of(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
                assertTrue(space.get().chromaticities().isCloseTo(expected, 1e-12), row[0]);
                compared++;
            }
        }
        assertTrue(compared >= 43, "compared " + compared);
    }

    @Test
    void theMatricesToXyzAreThoseOfTheReference() {
        int compared = 0;
        for (String[] row : ReferenceTable.rows("spaces.csv")) {
            Optional<ColorSpace> space = space(row[0]);
            if (space.isPresent()) {
                double[] expected = ReferenceTable.numbers(row, 3, 9);
                assertArrayEquals(expected, space.get().chromaticities().toXyz().toArray(), 1e-9, row[0]);
                compared++;
            }
        }
        assertTrue(compared >= 17, "compared " + compared);
    }

    @Test
    void theMatricesBetweenPrimariesAreThoseOfTheReference() {
        int compared = 0;
        for (String[] row : ReferenceTable.rows("rgb_matrices.csv")) {
            ColorSpace space = space(row[0]).orElseThrow();
            if (row[1].equals("to_ACES2065-1")) {
                Matrix3 matrix = space.matrixTo(
                        ColorSpaces.ACES2065_1, Adaptation.byName(row[2]).orElseThrow());
                assertArrayEquals(ReferenceTable.numbers(row, 3, 9), matrix.toArray(), 1e-12, row[0] + " by " + row[2]);
            } else {
                double[] matrix = space.chromaticities().toXyz().toArray();
                assertArrayEquals(ReferenceTable.numbers(row, 3, 9), matrix, 1e-12, row[0]);
            }
            compared++;
        }
        assertEquals(66, compared);
    }

    @Test
    void whiteBecomesTheWhiteWithALuminanceOfOne() {
        for (ColorSpace space : ColorSpaces.all()) {
            Chromaticities chromaticities = space.chromaticities();
            double[] xyz = chromaticities.toXyz().times(new double[] {1, 1, 1});
            assertArrayEquals(chromaticities.white().toXyz(), xyz, 1e-14, space.name());
        }
    }

    @Test
    void whiteGoesToWhiteBetweenAnyTwoSpacesByAnyAdaptation() {
        for (Adaptation adaptation : Adaptation.values()) {
            for (ColorSpace from : ColorSpaces.all()) {
                for (ColorSpace to : ColorSpaces.all()) {
                    if (adaptation != Adaptation.NONE) {
                        double[] white = from.chromaticities()
                                .matrixTo(to.chromaticities(), adaptation)
                                .times(new double[] {1, 1, 1});
                        assertArrayEquals(new double[] {1, 1, 1}, white, 1e-12, from.name() + " to " + to.name());
                    }
                }
            }
        }
    }

    @Test
    void withoutAdaptationTheColorStaysAndWhiteBecomesTinted() {
        Chromaticities aces = ColorSpaces.ACESCG.chromaticities();
        Chromaticities video = ColorSpaces.LINEAR_REC709.chromaticities();
        double[] white = aces.matrixTo(video, Adaptation.NONE).times(new double[] {1, 1, 1});
        assertArrayEquals(Whites.ACES.toXyz(), video.toXyz().times(white), 1e-14);
        assertTrue(white[0] > 1.02 && white[2] < 0.98, "the ACES white is warmer than D65");
    }

    @Test
    void equalPrimariesNeedExactlyTheIdentity() {
        assertEquals(
                Matrix3.IDENTITY,
                ColorSpaces.SRGB
                        .chromaticities()
                        .matrixTo(ColorSpaces.LINEAR_REC709.chromaticities(), Adaptation.BRADFORD));
    }

    @Test
    void primariesThatSpanNoColorsAreRefused() {
        Chromaticities flat = Chromaticities.of(0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.3127, 0.3290);
        assertThrows(ArithmeticException.class, flat::toXyz);
        Chromaticities zero = Chromaticities.of(0, 0, 0, 0, 0, 0, 0, 0);
        assertThrows(ArithmeticException.class, zero::toXyz);
        Chromaticities noWhite = Chromaticities.of(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3, 0);
        assertThrows(ArithmeticException.class, noWhite::toXyz);
        Chromaticities nan = Chromaticities.of(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3, Double.NaN);
        assertThrows(ArithmeticException.class, nan::toXyz);
    }

    @Test
    void closeMeansEveryCoordinateWithinTheTolerance() {
        Chromaticities a = ColorSpaces.LINEAR_REC709.chromaticities();
        assertTrue(a.isCloseTo(Chromaticities.of(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3299), 1e-3));
        assertFalse(a.isCloseTo(Chromaticities.of(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3311), 1e-3));
        assertFalse(a.isCloseTo(Chromaticities.of(0.642, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290), 1e-3));
        assertFalse(a.isCloseTo(Chromaticities.of(0.64, 0.33, 0.30, Double.NaN, 0.15, 0.06, 0.3127, 0.3290), 1e-3));
    }
}
