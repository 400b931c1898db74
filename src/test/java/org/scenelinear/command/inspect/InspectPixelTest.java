/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;

class InspectPixelTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    /** Three pixels, each component of each with a value of its own. */
    private static FloatImage image(float gain) {
        Window window = Window.ofSize(3, 1);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.FLOAT, new float[] {0.1f * gain, 0.2f * gain, 0.18f * gain}),
                new ImageChannel("G", SampleType.FLOAT, new float[] {0.3f * gain, 0.4f * gain, 0.18f * gain}),
                new ImageChannel("B", SampleType.FLOAT, new float[] {0.5f * gain, 0.6f * gain, 0.18f * gain}));
        return new FloatImage(
                "made", window, window, 1, channels, ColorState.of(ColorSpaces.ACES2065_1, "made"), List.of());
    }

    private static String run(String options) {
        InspectPixelCommand command = new InspectPixelCommand();
        command.runMacro(options);
        return command.getCancelReason();
    }

    @Test
    void aCalibrationReplacesTheOlderAndSurvivesFiles() throws Exception {
        FloatImage calibrated = Recipes.parse("Set Light Calibration...", "white=203.5")
                .apply(new LightCalibration(80).applyTo(image(1)), Run.inThisThread());
        assertEquals(1, calibrated.attributes().size());
        for (String suffix : List.of(".exr", ".tif")) {
            Path file = folder.resolve("calibrated" + suffix);
            ImageFiles.save(calibrated, file, SaveOptions.DEFAULT, Run.inThisThread());
            FloatImage again = ImageFiles.open(file, OpenOptions.DEFAULT, Run.inThisThread());
            assertEquals(203.5, LightCalibration.of(again).orElseThrow().nits(), suffix);
        }
    }

    @Test
    void aCalibrationSurvivesDuplicate() {
        ImagePlus shown = ImagePlusConversion.toImagePlus(image(1));
        WindowManager.setTempCurrentImage(shown);
        SetLightCalibrationCommand command = new SetLightCalibrationCommand();
        command.runMacro("white=1000");
        assertNull(command.getCancelReason());
        assertEquals(
                1000,
                LightCalibration.of(ImagePlusConversion.toFloatImage(shown.duplicate(), 1, 1))
                        .orElseThrow()
                        .nits());
    }

    @Test
    void everyPixelAndFrameHasARowOfItsOwn() throws Exception {
        FloatImage first = new LightCalibration(200).applyTo(image(1));
        ImagePlus stack = ImagePlusConversion.toImagePlus(List.of(first, image(2)), 1);
        ResultsTable table = InspectPixelCommand.table(
                stack, InspectPixelCommand.SIGNATURE.parse("x=[2 0] y=[0 0] frames=all"), Run.inThisThread());
        assertEquals(4, table.size());
        assertEquals(36, table.getValue("Luminance (cd/m²)", 0), 1e-4);
        assertEquals(0, table.getValue("Stops from 18 %", 0), 1e-5);
        assertEquals(0.1f, table.getValue("R", 1), 1e-7);
        assertEquals(0.3f, table.getValue("G", 1), 1e-7);
        assertEquals(0.5f, table.getValue("B", 1), 1e-7);
        assertEquals(1, table.getValue("Stops from 18 %", 2), 1e-5);
        assertEquals(2, table.getValue("Frame", 3));
        assertEquals("yes", table.getStringValue("In Rec.709", 0));
    }

    @Test
    void pixelsOutsideAndUnequalListsAreRefused() {
        WindowManager.setTempCurrentImage(ImagePlusConversion.toImagePlus(image(1)));
        assertEquals("Inspect Pixel...: x=3 y=0 is outside of made, which is 3 x 1", run("x=3 y=0"));
        assertTrue(run("x=[1 2] y=0").contains("x= has 2 numbers and y= 1"));
    }
}
