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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.cie.PlanckianLocus;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

/** White balance by the temperature of the light that a scene stood in. */
class LightOfTheSceneTest {
    /** A gray in a light, in linear Rec.2020. */
    private static FloatImage gray(Chromaticity light) {
        double[] rgb =
                ColorSpaces.LINEAR_REC2020.chromaticities().toXyz().inverse().times(light.toXyz());
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel(
                    "RGB".substring(c, c + 1), SampleType.FLOAT, new float[] {(float) (0.18 * rgb[c])}));
        }
        Window window = Window.ofSize(1, 1);
        return new FloatImage(
                "gray", window, window, 1, channels, ColorState.of(ColorSpaces.LINEAR_REC2020, "test"), List.of());
    }

    private static FloatImage balanced(FloatImage image, String light) throws StepException {
        return Recipes.parse("White Balance...", "gray=[" + light + "]").apply(image, Run.inThisThread());
    }

    @ParameterizedTest
    @CsvSource({"4000, 0", "4500, 0.006", "5600, -0.01", "9300, 0.01", "15000, 0"})
    void whatStoodInTheLightBecomesNeutral(double kelvin, double duv) throws StepException {
        Chromaticity light = PlanckianLocus.at(kelvin, duv);
        PlanckianLocus.Nearest nearest = PlanckianLocus.nearest(light).orElseThrow();
        assertEquals(kelvin, nearest.kelvin(), 0.5);
        assertEquals(duv, nearest.duv(), 1e-5);
        float[][] rgb = balanced(gray(light), kelvin + " K " + duv).rgb().orElseThrow();
        assertEquals(rgb[0][0], rgb[1][0], 1e-5);
        assertEquals(rgb[0][0], rgb[2][0], 1e-5);
    }

    @Test
    void theWhiteOfTheSpaceChangesNothing() throws StepException {
        Chromaticity white = ColorSpaces.LINEAR_REC2020.chromaticities().white();
        PlanckianLocus.Nearest d65 = PlanckianLocus.nearest(white).orElseThrow();
        FloatImage image = gray(PlanckianLocus.at(4000, 0));
        FloatImage same = balanced(image, d65.kelvin() + " K " + d65.duv());
        for (int c = 0; c < 3; c++) {
            assertEquals(image.rgb().orElseThrow()[c][0], same.rgb().orElseThrow()[c][0], 2e-5);
        }
    }

    @Test
    void theHistoryHasWhatWasFound() throws StepException {
        String line =
                balanced(gray(PlanckianLocus.at(4000, 0)), "4000 K").history().get(0);
        assertTrue(line.contains("temperature=-") && !line.contains("gray="), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900 K", "30000 K", "5000 K 0.2", "K", "5000 K 0.1 3", "1200 K"})
    void whatIsNoLightOrTooFarAwayIsRefused(String light) {
        assertThrows(StepException.class, () -> balanced(gray(PlanckianLocus.at(5000, 0)), light));
    }
}
