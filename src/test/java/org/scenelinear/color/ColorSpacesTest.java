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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorSpacesTest {
    @Test
    void everySpaceAnswersToItsNameAndToEachAlias() {
        for (ColorSpace space : ColorSpaces.all()) {
            assertSame(space, ColorSpaces.byName(space.name()).orElseThrow());
            for (String alias : space.aliases()) {
                assertSame(space, ColorSpaces.byName(alias).orElseThrow(), alias);
                assertSame(
                        space,
                        ColorSpaces.byName(alias.toUpperCase(Locale.ROOT)).orElseThrow(),
                        alias);
            }
        }
    }

    @Test
    void noTwoSpacesAnswerToTheSameName() {
        Set<String> taken = new HashSet<>();
        for (ColorSpace space : ColorSpaces.all()) {
            Set<String> own = new HashSet<>();
            own.add(SpaceNames.key(space.name()));
            space.aliases().forEach(alias -> own.add(SpaceNames.key(alias)));
            for (String key : own) {
                assertTrue(taken.add(key), key);
            }
        }
    }

    @Test
    void aCatalogWithAnAmbiguousNameIsRefused() {
        ColorSpace impostor = new ColorSpace(
                "other",
                List.of("aces-cg"),
                ColorSpaces.ACES2065_1.chromaticities(),
                TransferCurves.LINEAR,
                ColorSpace.Reference.SCENE);
        assertThrows(IllegalArgumentException.class, () -> ColorSpaces.index(List.of(ColorSpaces.ACESCG, impostor)));
    }

    @ParameterizedTest
    @CsvSource({
        "AP0, ACES2065-1",
        "aces2065_1, ACES2065-1",
        "aces 2065 1, ACES2065-1",
        "lin_ap0_scene, ACES2065-1",
        "AP1, ACEScg",
        "lin_ap1_scene, ACEScg",
        "aces cct, ACEScct",
        "lin_rec709_scene, Linear Rec.709 (sRGB)",
        "lin_p3d65_scene, Linear P3-D65",
        "lin_rec2020_scene, Linear Rec.2020",
        "srgb_rec709_scene, sRGB",
        "srgb_rec709_display, sRGB",
        "srgb_p3d65_display, Display P3",
        "P3, Display P3",
        "Rec709, Rec.709",
        "ITU-R BT.709, Rec.709",
        "ITU-R BT.2020, Rec.2020",
        "Utility - Rec.709 - Camera, Camera Rec.709",
        "CIE XYZ, CIE XYZ-E",
        "CIE XYZ-D65, CIE XYZ-D65 - Scene-referred",
        "P3-D65, Gamma 2.6 P3-D65 - Display",
        "DCI-P3, Gamma 2.6 P3-DCI - Display",
        "Adobe RGB, Adobe RGB (1998)",
        "ROMM RGB, ProPhoto RGB",
        "LogC3, ARRI LogC3 (EI800)",
        "logc3ei1600_alexawide, ARRI LogC3 (EI1600)",
        "S-Gamut, Linear S-Gamut3",
        "Cinema Gamut, Linear CinemaGamut D55",
        "pq_rec2020_display, Rec.2100-PQ - Display",
        "urn:ampas:aces:transformId:v2.0:CSC.Arri.LogC4_to_ACES.a2.v1, ARRI LogC4",
        "urn:ampas:aces:transformId:v2.0:CSC.Academy.ADX16_to_ACES.a2.v1, ADX16",
    })
    void otherSystemsNamesLeadToTheSpace(String alias, String name) {
        assertEquals(name, ColorSpaces.byName(alias).orElseThrow().name());
    }

    @Test
    void anUnknownNameLeadsNowhere() {
        assertEquals(Optional.empty(), ColorSpaces.byName("ACEScgg"));
        assertEquals(Optional.empty(), ColorSpaces.byName(""));
    }

    @Test
    void chromaticitiesLeadToTheLinearSceneSpace() {
        for (ColorSpace space : ColorSpaces.all()) {
            if (space.coupling() instanceof ChannelCoupling.Mixing) {
                continue; // nobody stores the exposures of film
            }
            ColorSpace linear = ColorSpaces.matching(space.chromaticities(), 0).orElseThrow();
            assertTrue(linear.isLinear());
            assertEquals(space.chromaticities(), linear.chromaticities());
        }
        assertSame(
                ColorSpaces.ACES2065_1,
                ColorSpaces.matching(
                                Chromaticities.of(0.73470f, 0.26530f, 0f, 1f, 0.0001f, -0.0770f, 0.32168f, 0.33767f),
                                1e-6)
                        .orElseThrow());
        assertEquals(
                Optional.empty(),
                ColorSpaces.matching(Chromaticities.of(0.66, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.329), 1e-3));
    }

    @Test
    void theSameTolerancesDoNotFitTwoSpaces() {
        List<ColorSpace> linear = ColorSpaces.all().stream()
                .filter(ColorSpace::isLinear)
                .filter(space -> space.white().equals(space.chromaticities().white()))
                .toList();
        for (ColorSpace a : linear) {
            for (ColorSpace b : linear) {
                assertEquals(a == b, a.chromaticities().isCloseTo(b.chromaticities(), 1e-3));
            }
        }
    }
}
