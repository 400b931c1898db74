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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpace.Reference;

class CustomSpaceTest {
    private static final String P3 = "0.68 0.32 0.265 0.69 0.15 0.06 0.314 0.351";

    @ParameterizedTest
    @CsvSource({"linear, SCENE", "gamma 2.6, DISPLAY", "sRGB, DISPLAY", "ARRI LogC4, SCENE"})
    void itsNameIsEnoughToKnowIt(String curve, Reference reference) {
        ColorSpace space = CustomSpace.of("My projector", CustomSpace.chromaticities(P3), curve, reference);
        assertEquals(Optional.of(space), ColorSpaces.byName(space.name()));
        assertEquals("My projector", CustomSpace.shortName(space));
    }

    @Test
    void blanksAndCaseOfTheTextDoNotMatter() {
        ColorSpace space = CustomSpace.of("Cam", CustomSpace.chromaticities(P3), "gamma 2.2", Reference.DISPLAY);
        assertEquals("Cam (" + P3 + "; gamma 2.2; display)", space.name());
        assertEquals(Optional.of(space), ColorSpaces.byName(" Cam( " + P3 + " ;Gamma 2.2;DISPLAY ) "));
    }

    @Test
    void aSpaceIsWhatItsTextSaysToTheLastDigit() {
        ColorSpace space = CustomSpace.of(
                "Cam",
                CustomSpace.chromaticities("0.7000000123 0.3 0.2 0.7 0.1 0.05 0.3 0.3"),
                "linear",
                Reference.SCENE);
        assertEquals(Optional.of(space), ColorSpaces.byName(space.name()));
        assertTrue(CustomSpace.isCalled(space, " c-A_m"));
    }

    @Test
    void aGammaIsMirroredBelowZeroAndLeadsBack() {
        ColorSpace space = CustomSpace.of("Cam", CustomSpace.chromaticities(P3), "gamma 2", Reference.SCENE);
        assertEquals(0.5, space.encode(new double[] {0.25, 0.25, 0.25})[0], 1e-12);
        assertEquals(-0.5, space.encode(new double[] {-0.25, 0, 0})[0], 1e-12);
        assertEquals(0.25, space.decode(new double[] {0.5, 0.5, 0.5})[2], 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31|linear|eight numbers, not 7",
                "Cam|0.64 0.33 0.3 0.6 0.15 zero 0.31 0.33|linear|zero is not a number",
                "Cam|0.1 0.1 0.2 0.2 0.3 0.3 0.31 0.33|linear|lie on one line",
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0|linear|no luminance",
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31 NaN|linear|not a finite number",
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|bent|bent is no curve",
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|gamma 0|above 0 and up to 10",
                "ACEScg|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|linear|name of another color space",
                "#a|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|linear|is no name",
                "Cam|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|gamma 1.2.3|is no curve",
                "a;b|0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33|linear|is no name",
            })
    void whatMakesNoSpaceIsRefused(String name, String numbers, String curve, String words) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> CustomSpace.of(name, CustomSpace.chromaticities(numbers), curve, Reference.SCENE));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
