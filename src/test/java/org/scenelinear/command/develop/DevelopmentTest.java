/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** Signals of high dynamic range as sources, with the levels of ITU-R BT.2408-7, table 1. */
class DevelopmentTest {
    private final List<String> told = new ArrayList<>();

    /** White of graphics and an 18 % gray card: percent of the signal, cd/m² on a display of 1000 cd/m². */
    @ParameterizedTest
    @CsvSource({"Rec.2100-PQ, 0.58, 203", "Rec.2100-PQ, 0.38, 26", "Rec.2100-HLG, 0.75, 203", "Rec.2100-HLG, 0.38, 26"})
    void theSignalBecomesTheLightOfTheStandardAndThatIsTold(String space, float signal, double luminance)
            throws StepException {
        FloatImage result = apply("tone.exposure=1 encoding=linear", image(space, signal));
        for (float[] plane : result.rgb().orElseThrow()) {
            assertEquals(2, plane[0] / (luminance / 100), 0.04, "the standard's levels are whole percents");
        }
        assertEquals(1, told.size());
        assertTrue(told.get(0).matches("Develop\\.\\.\\. decodes " + space + " - Display to light, .*"), told.get(0));
    }

    @Test
    void inCompatibleModeTheSignalIsTakenForSrgbWithAWarning() throws StepException {
        String options = "tone.exposure=1 tone.contrast=20 mode=compatible";
        FloatImage found = apply(options, image("Rec.2100-PQ", 0.4f));
        assertTrue(told.get(0).contains("for sRGB, as agx-photo does"), told.toString());
        FloatImage srgb = apply(options, image("sRGB", 0.4f));
        assertEquals(1, told.size());
        assertArrayEquals(srgb.rgb().orElseThrow()[0], found.rgb().orElseThrow()[0]);
        assertEquals(ColorSpaces.SRGB, found.color().space().orElseThrow());
    }

    private static FloatImage image(String space, float signal) {
        float[][] rgb = {{signal}, {signal}, {signal}};
        return StageOperationTest.image(rgb, 1, 1, ColorSpaces.byName(space).orElseThrow());
    }

    private FloatImage apply(String options, FloatImage source) throws StepException {
        Progress listener = new Progress() {
            @Override
            public void update(String what, double fraction) {}

            @Override
            public void warn(String sentence) {
                told.add(sentence);
            }
        };
        return Recipes.parse("Develop", options).apply(source, Run.on(Runnable::run, 1, listener, () -> false));
    }
}
