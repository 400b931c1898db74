/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpaceCommand;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

/** {@code result=replace} and Edit &gt; Undo with the classes of ImageJ, without a screen. */
class ImageReplacementTest {
    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
        Undo.setup(Undo.NOTHING, null);
    }

    @Test
    void aCompositeIsReplacedAndUndoBringsBackPixelsTagTitleAndDisplay() {
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("a", 1, "R", "G", "B"));
        image.setTitle("a (ACES2065-1)");
        image.setRoi(new Roi(0, 0, 1, 1)); // ImageJ's own undo would cut to the selection
        replacedAndBack(image);
        assertTrue(image instanceof CompositeImage);
        assertEquals("a (ACES2065-1)", image.getTitle());
    }

    @Test
    void aHyperstackOfManyFramesIsReplacedAndUndone() {
        List<FloatImage> frames = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            frames.add(frame("s", i + 1, "R", "G", "B", "A"));
        }
        ImagePlus image = ImagePlusConversion.toImagePlus(frames, 3);
        assertEquals(List.of(4, 3, 2), List.of(image.getNChannels(), image.getNSlices(), image.getNFrames()));
        replacedAndBack(image);
        assertEquals(List.of(4, 3, 2), List.of(image.getNChannels(), image.getNSlices(), image.getNFrames()));
    }

    @Test
    void aPlainStackWithChannelsAsSlicesInAnyOrderIsReplacedAndUndone() {
        ImageStack stack = new ImageStack(2, 2);
        stack.addSlice("B", new float[] {0, 0, 1, 0.2f});
        stack.addSlice("Z", new float[] {5, 6, 7, 8});
        stack.addSlice("R", new float[] {1, 0, 0, 0.2f});
        stack.addSlice("G", new float[] {0, 1, 0, 0.2f});
        ImagePlus image = new ImagePlus("stack", stack);
        ImagePlusConversion.toImagePlus(frame("x", 1, "R", "G", "B"))
                .getImageProperties()
                .forEach((key, value) -> image.setProp((String) key, (String) value));
        replacedAndBack(image);
        assertEquals("Z", image.getStack().getSliceLabel(2));
    }

    /** Replaces, compares with a new image made by the same command, and undoes. */
    private static void replacedAndBack(ImagePlus image) {
        List<float[]> before = planes(image);
        List<float[]> copies = before.stream().map(float[]::clone).toList();
        String title = image.getTitle();
        Map<Object, Object> properties = Map.copyOf(image.getImageProperties());
        List<Double> range = List.of(image.getDisplayRangeMin(), image.getDisplayRangeMax());
        int slices = ImagePlusConversion.slices(image);
        run(image, "to=ACEScg result=replace");
        assertTrue(image.changes);
        assertEquals(
                ColorSpaces.ACESCG, ImagePlusConversion.color(image).space().orElseThrow());
        FloatImage replaced = ImagePlusConversion.toFloatImage(image, slices, image.getNFrames());
        assertEquals(1, replaced.history().size());
        assertNotEquals(copies.get(0)[0], planes(image).get(0)[0]);
        assertEquals(title.replace("ACES2065-1", "ACEScg"), image.getTitle());
        for (int i = 0; i < before.size(); i++) {
            assertArrayEquals(copies.get(i), before.get(i), "the planes before stay as they were");
        }
        WindowManager.setTempCurrentImage(image);
        Undo.undo();
        List<float[]> undone = planes(image);
        assertEquals(copies.size(), undone.size());
        for (int i = 0; i < copies.size(); i++) {
            assertArrayEquals(copies.get(i), undone.get(i));
        }
        assertEquals(properties, Map.copyOf(image.getImageProperties()));
        assertEquals(
                ColorSpaces.ACES2065_1, ImagePlusConversion.color(image).space().orElseThrow());
        assertEquals(title, image.getTitle());
        assertEquals(range, List.of(image.getDisplayRangeMin(), image.getDisplayRangeMax()));
        Undo.undo();
        assertArrayEquals(copies.get(0), planes(image).get(0), "a second undo does nothing");
    }

    @Test
    void aReplacedImageHoldsWhatANewOneWould() {
        ImagePlus replaced = ImagePlusConversion.toImagePlus(frame("a", 3, "R", "G", "B", "A"));
        ImagePlus source = ImagePlusConversion.toImagePlus(frame("a", 3, "R", "G", "B", "A"));
        run(replaced, "to=[ARRI LogC4] gamut=compress result=replace");
        Interpreter.batchMode = true;
        try {
            run(source, "to=[ARRI LogC4] gamut=compress");
            ImagePlus made = Interpreter.getLastBatchModeImage();
            FloatImage expected = ImagePlusConversion.toFloatImage(made, 1, 1);
            FloatImage result = ImagePlusConversion.toFloatImage(replaced, 1, 1);
            for (ImageChannel channel : expected.channels()) {
                assertArrayEquals(
                        channel.samples(),
                        result.channel(channel.name()).orElseThrow().samples());
            }
            assertEquals(expected.history(), result.history());
            assertEquals(expected.losses(), result.losses());
            assertEquals(1, result.losses().size());
        } finally {
            for (int id : Interpreter.getBatchModeImageIDs()) {
                Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
            }
            Interpreter.batchMode = false;
        }
    }

    @Test
    void anImageOfFewerBitsIsRefusedBeforeAnyWorkIsDone() {
        for (String type : List.of("RGB", "8-bit", "16-bit")) {
            ImagePlus image = IJ.createImage("few", type + " black", 2, 2, 1);
            StepException refusal = assertThrows(StepException.class, () -> ImageReplacement.check(image));
            assertEquals(
                    "result=replace needs an image of 32 bits, few has " + image.getBitDepth()
                            + "; use result=new, or convert with Image > Type > 32-bit first",
                    refusal.getMessage());
        }
    }

    @Test
    void aCanceledCommandLeavesTheImageAsItWas() {
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("a", 1, "R", "G", "B"));
        List<float[]> before = planes(image);
        ConvertColorSpaceCommand command = new ConvertColorSpaceCommand() {
            @Override
            protected Step step(Arguments arguments) {
                Step step = super.step(arguments);
                return new Step() {
                    @Override
                    public FloatImage apply(FloatImage source, Run run) throws StepException {
                        step.apply(source, run);
                        throw new CancellationException("Esc, when nearly all is done");
                    }

                    @Override
                    public String text() {
                        return step.text();
                    }
                };
            }
        };
        WindowManager.setTempCurrentImage(image);
        command.runMacro("to=ACEScg result=replace");
        assertTrue(command.isCanceled());
        assertEquals(before, planes(image));
        assertEquals(
                ColorSpaces.ACES2065_1, ImagePlusConversion.color(image).space().orElseThrow());
        assertFalse(image.changes);
    }

    private static void run(ImagePlus image, String options) {
        WindowManager.setTempCurrentImage(image);
        ConvertColorSpaceCommand command = new ConvertColorSpaceCommand();
        command.runMacro(options);
        assertFalse(command.isCanceled(), command.getCancelReason());
    }

    private static List<float[]> planes(ImagePlus image) {
        List<float[]> planes = new ArrayList<>();
        for (int i = 1; i <= image.getStackSize(); i++) {
            planes.add((float[]) image.getStack().getPixels(i));
        }
        return planes;
    }

    private static FloatImage frame(String name, float gain, String... channels) {
        List<ImageChannel> planes = new ArrayList<>();
        for (int c = 0; c < channels.length; c++) {
            planes.add(new ImageChannel(
                    channels[c], SampleType.FLOAT, new float[] {gain * (c + 1), 0.5f, gain / (c + 2), 1}));
        }
        Window window = Window.ofSize(2, 2);
        return new FloatImage(
                name, window, window, 1, planes, ColorState.of(ColorSpaces.ACES2065_1, "test"), List.of());
    }
}
