/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

class AssignColorSpaceTest {
    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    private static void assign(ImagePlus image, String options) {
        WindowManager.setTempCurrentImage(image);
        new AssignColorSpaceCommand().runMacro(options);
    }

    @Test
    void theTagChangesAndThePixelsDoNot() {
        float[] pixels = {0.18f, -1, Float.NaN, 70000};
        ImagePlus image = new ImagePlus("detector", new FloatProcessor(2, 2, pixels));
        assign(image, "space=lin_ap1");
        assertEquals(ColorState.of(ColorSpaces.ACESCG, "assigned"), ImagePlusConversion.color(image));
        assertSame(pixels, image.getProcessor().getPixels());
        assertEquals(
                List.of("Assign Color Space... space=ACEScg"),
                ImagePlusConversion.toFloatImage(image, 1, 1).history());
        assign(image, "space=ACEScct");
        assertEquals(
                Optional.of(ColorSpaces.ACESCCT),
                ImagePlusConversion.color(image).space());
    }

    @Test
    void anImageOfEightBitsCanBeTaggedAndConverted() throws StepException {
        ImagePlus image = new ImagePlus("photo", new ColorProcessor(1, 1, new int[] {0x808080}));
        assign(image, "space=sRGB");
        FloatImage tagged = ImagePlusConversion.toFloatImage(image, 1, 1);
        FloatImage linear = Recipes.parse("Convert Color Space...", "to=[Linear Rec.709 (sRGB)]")
                .apply(tagged, Run.inThisThread());
        // IEC 61966-2-1: ((128 / 255 + 0.055) / 1.055) ^ 2.4
        assertEquals(0.2158605, linear.rgb().orElseThrow()[0][0], 1e-6);
    }

    @Test
    void aTagSurvivesDuplicate() {
        ImagePlus image = new ImagePlus("detector", new FloatProcessor(1, 1, new float[] {1}));
        assign(image, "space=[S-Log3 S-Gamut3]");
        assertEquals(ImagePlusConversion.color(image), ImagePlusConversion.color(image.duplicate()));
    }

    @Test
    void anUnknownSpaceIsRefusedWithTheNamesThereAre() {
        StepException refusal =
                assertThrows(StepException.class, () -> Recipes.parse("Assign Color Space...", "space=Kodachrome"));
        assertTrue(
                refusal.getMessage().startsWith("Assign Color Space...: space=Kodachrome is not allowed"),
                refusal.getMessage());
        assertTrue(refusal.getMessage().contains("ACEScg"), refusal.getMessage());
    }
}
