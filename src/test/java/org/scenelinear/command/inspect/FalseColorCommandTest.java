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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageRoi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;

class FalseColorCommandTest {
    /** Grays of -3 to +4 stops. */
    private static FloatImage grays(double gain) {
        List<ImageChannel> planes = new ArrayList<>();
        for (String name : List.of("R", "G", "B")) {
            float[] samples = new float[64];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (gain * 0.18 * Math.pow(2, i % 8 - 3));
            }
            planes.add(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        Window window = Window.ofSize(8, 8);
        return new FloatImage(
                "gray", window, window, 1, planes, ColorState.of(ColorSpaces.ACES2065_1, "test"), List.of());
    }

    private static ImagePlus picture(ImagePlus image, String options) throws StepException {
        return FalseColorCommand.picture(
                image, new FalseColorCommand().signature().parse(options), () -> false);
    }

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void grayIsGrayAndStopsHaveTheirColorsInEveryFrame() throws StepException {
        ImagePlus stack = ImagePlusConversion.toImagePlus(List.of(grays(1), grays(2)), 1);
        ImagePlus picture = picture(stack, "legend=none");
        assertEquals(8, picture.getWidth());
        assertEquals(2, picture.getNFrames());
        int[] first = (int[]) picture.getStack().getPixels(1);
        int[] second = (int[]) picture.getStack().getPixels(2);
        assertEquals(0x808080, first[3] & 0xFFFFFF);
        assertEquals(0x808080, second[2] & 0xFFFFFF);
        for (int i = 0; i < 7; i++) {
            assertEquals(first[i + 1], second[i]);
        }
        assertEquals(8, Arrays.stream(first).limit(8).distinct().count());
    }

    @Test
    void aLegendStandsBesideThePicture() throws StepException {
        ImagePlus picture = picture(ImagePlusConversion.toImagePlus(grays(1)), "preset=ARRI");
        assertTrue(picture.getWidth() > 8);
        assertEquals(8, picture.getHeight());
        assertEquals("gray (false color)", picture.getTitle());
    }

    @Test
    void zonesOfOnesOwnAndStripes() throws StepException {
        ImagePlus image = ImagePlusConversion.toImagePlus(grays(1));
        int[] pixels = (int[]) picture(image, "preset=custom zones=[-0.5 #123456; 0.5 none] zebra=3 legend=none")
                .getProcessor()
                .getPixels();
        assertEquals(0x123456, pixels[3] & 0xFFFFFF);
        for (int x : new int[] {0, 1, 2, 4, 5}) {
            assertEquals(pixels[x] & 0xFF, pixels[x] >> 16 & 0xFF, "gray at " + x);
        }
        List<Integer> stripes = new ArrayList<>();
        for (int y = 0; y < 8; y++) {
            stripes.add(pixels[8 * y + 6] & 0xFFFFFF);
        }
        assertEquals(List.of(0, 0xFFFFFF), stripes.stream().distinct().sorted().toList());
    }

    @Test
    void infiniteLightLiesInTheHighestZone() throws StepException {
        FloatImage gray = grays(1);
        for (int c = 0; c < 3; c++) {
            gray.rgb().orElseThrow()[c][0] = Float.POSITIVE_INFINITY;
        }
        int[] pixels = (int[]) picture(ImagePlusConversion.toImagePlus(gray), "legend=none")
                .getProcessor()
                .getPixels();
        assertEquals(0xFFFFFF, pixels[0] & 0xFFFFFF);
    }

    @Test
    void anOverlayLeavesThePixels() {
        FloatImage gray = grays(1);
        ImagePlus image = ImagePlusConversion.toImagePlus(gray);
        float[] before = gray.rgb().orElseThrow()[0].clone();
        WindowManager.setTempCurrentImage(image);
        FalseColorCommand command = new FalseColorCommand();
        command.runMacro("result=overlay preset=[EL Zone]");
        assertFalse(command.isCanceled(), command.getCancelReason());
        ImageRoi roi = (ImageRoi) image.getOverlay().get(0);
        assertEquals(0x808080, roi.getProcessor().get(3, 0) & 0xFFFFFF);
        assertArrayEquals(before, gray.rgb().orElseThrow()[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preset=custom",
                "zones=[1 #000000]",
                "preset=custom zones=[1 red]",
                "preset=custom zones=[2 none; 1 none]",
                "zebra=much",
                "preset=RED"
            })
    void whatCannotBeMeantIsRefused(String options) {
        ImagePlus image = ImagePlusConversion.toImagePlus(grays(1));
        assertThrows(StepException.class, () -> picture(image, options));
    }
}
