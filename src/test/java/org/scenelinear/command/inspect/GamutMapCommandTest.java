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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;

class GamutMapCommandTest {
    /** Gray but for one pixel, beyond magenta. */
    private static FloatImage frame(int outside) {
        List<ImageChannel> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            float[] samples = new float[48];
            Arrays.fill(samples, 0.18f);
            samples[outside] = c == 1 ? -0.02f : 0.4f;
            planes.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, samples));
        }
        Window window = Window.ofSize(8, 6);
        return new FloatImage(
                "shot", window, window, 1, planes, ColorState.of(ColorSpaces.LINEAR_REC709, "test"), List.of());
    }

    private static GamutMapCommand.Found map(ImagePlus image, String options) throws StepException {
        return GamutMapCommand.map(image, new GamutMapCommand().signature().parse(options), () -> false);
    }

    @Test
    void theFarthestPixelIsListedWithItsPlaceAndCountedByItsSide() throws StepException {
        ImagePlus stack = ImagePlusConversion.toImagePlus(List.of(frame(11), frame(20)), 1);
        GamutMapCommand.Found found = map(stack, "result=both");
        assertEquals(2, found.shares().size());
        for (int time = 0; time < 2; time++) {
            assertEquals(1, found.shares().getValue("Beyond magenta", time));
            assertEquals(0, found.shares().getValue("Beyond cyan", time));
            assertEquals(100.0 / 48, found.shares().getValue("Outside (%)", time), 1e-9);
        }
        assertEquals(2, found.worst().size());
        assertEquals(4, found.worst().getValue("X", 1));
        assertEquals(2, found.worst().getValue("Y", 1));
        assertEquals(0.05, found.worst().getValue("Distance", 1), 1e-6);
        assertEquals("magenta", found.worst().getStringValue("Beyond", 1));
        assertEquals(2, found.images().size());
        assertEquals(2, found.images().get(0).getNFrames());
        int[] colors = (int[]) found.images().get(0).getStack().getPixels(1);
        assertEquals(colors[0] & 0xFF, colors[0] >> 16 & 0xFF, "gray inside");
        assertTrue((colors[11] >> 16 & 0xFF) > (colors[11] >> 8 & 0xFF) + 40, "purple outside");
    }

    @Test
    void aLargerGamutHoldsItAndASelectionLeavesItOut() throws StepException {
        ImagePlus image = ImagePlusConversion.toImagePlus(frame(11));
        assertEquals(0, map(image, "gamut=ACES2065-1 result=none").worst().size());
        image.setRoi(new Roi(0, 3, 8, 3));
        GamutMapCommand.Found found = map(image, "result=none");
        assertEquals(0, found.shares().getValue("Outside", 0));
        assertEquals(0, found.images().size());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        ImagePlus image = ImagePlusConversion.toImagePlus(frame(1));
        for (String wrong : List.of("gamut=Nothing", "worst=-1", "worst=1001", "result=all")) {
            assertThrows(StepException.class, () -> map(image, wrong), wrong);
        }
    }
}
