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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.color.AddLightCommand;
import org.scenelinear.command.color.CompositeOverCommand;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.command.DynamicCommand;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** How the second image is found: among open images, by slice and time, or as a file. */
class TwoImageCommandTest {
    private static final Window WINDOW = Window.ofSize(2, 2);

    @TempDir
    private Path folder;

    private Context context;

    @BeforeEach
    void start() {
        context = new Context(CommandService.class);
        Interpreter.batchMode = true; // images are shown to a list, not on a screen
    }

    @AfterEach
    void stop() {
        for (int id : Interpreter.getBatchModeImageIDs()) {
            Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
        }
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = false;
        context.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.exr",
                "two words.exr",
                "a [b] c",
                "[in brackets]",
                "open [ only",
                "closed ] only",
                "it's",
                "shot.exr (ACEScg)",
                "with=x stops=9"
            })
    void aTitleIsFoundAgainFromTheLineThatIsRecorded(String title) throws Exception {
        ImagePlus active = open("active", 1);
        open(title, 2);
        ImagePlus result = sum(active, title);
        assertEquals(3, value(result, 1, 1));
        String line = ImagePlusConversion.toFloatImage(result, 1, 1).history().get(0);
        String options = line.substring("Add Light... ".length());
        assertEquals(title, MacroOptions.parse(options).get("with"));
        assertEquals(line, Recipes.parse("Add Light...", options).text());
        ImagePlus again = addByMacro(active, options);
        assertEquals(3, value(again, 1, 1));
    }

    @Test
    void sourcesStayAsTheyAreAndTheResultIsAnImageOfItsOwn() throws Exception {
        ImagePlus active = open("active", 1);
        ImagePlus other = open("other", 2);
        ImagePlus result = sum(active, "other");
        assertEquals("active (ACEScg)", result.getTitle());
        ((float[]) result.getImageStack().getPixels(4))[0] = 9;
        assertEquals(1, value(active, 1, 1));
        assertEquals(2, value(other, 1, 1));
        assertArrayEquals(
                new float[] {1, 1, 1, 1}, (float[]) active.getImageStack().getPixels(4), "alpha");
    }

    @Test
    void slicesAndTimesGoTogether() throws Exception {
        ImagePlus active = hyperstack("active", 2, 10, 20, 30, 40);
        hyperstack("other", 2, 1, 2, 3, 4);
        ImagePlus result = sum(active, "other");
        assertEquals(List.of(2, 2), List.of(result.getNSlices(), result.getNFrames()));
        assertEquals(
                List.of(11f, 22f, 33f, 44f),
                List.of(value(result, 1, 1), value(result, 2, 1), value(result, 1, 2), value(result, 2, 2)));
    }

    @Test
    void aSinglePictureServesEverySliceAndTime() throws Exception {
        ImagePlus active = hyperstack("active", 2, 10, 20, 30, 40);
        open("other", 5);
        ImagePlus result = sum(active, "other");
        assertEquals(List.of(15f, 45f), List.of(value(result, 1, 1), value(result, 2, 2)));
    }

    @Test
    void otherCountsOfSlicesAreRefused() throws Exception {
        ImagePlus active = hyperstack("active", 2, 10, 20, 30, 40);
        hyperstack("other", 1, 1, 2);
        assertRefused(
                "Add Light...: active has slices: 2, times: 2, other has slices: 1, times: 2; the second image needs as"
                        + " many as the first, or one of each",
                active,
                "other");
    }

    @Test
    void aFileServesWhereNoImageHasTheTitle() throws Exception {
        Path file = folder.resolve("a pass.exr");
        ImageFiles.save(image("a pass.exr", 7), file, SaveOptions.DEFAULT, Run.inThisThread());
        ImagePlus active = hyperstack("active", 1, 1, 2);
        ImagePlus result = sum(active, file.toString());
        assertEquals(List.of(8f, 9f), List.of(value(result, 1, 1), value(result, 1, 2)));
    }

    @Test
    void whatIsNeitherOpenNorAFileIsRefusedWithWhatIsOpen() throws Exception {
        ImagePlus active = open("active", 1);
        open("other", 1);
        assertRefused(
                "Add Light...: with=othr is neither the title of an open image nor a file; open are other, active",
                active,
                "othr");
    }

    @Test
    void aTitleThatTheActiveImageSharesMeansTheOtherAndOneThatOthersShareIsRefused() throws Exception {
        ImagePlus active = open("same", 1);
        open("same", 2);
        assertEquals(3, value(sum(active, "same"), 1, 1));
        open("same", 3);
        assertRefused(
                "Add Light...: 2 open images have the title same; rename one with Image > Rename...", active, "same");
    }

    @Test
    void anImageCanBeAddedToItself() throws Exception {
        ImagePlus active = open("active", 3);
        assertEquals(6, value(sum(active, "active"), 1, 1));
    }

    @Test
    void aLayerOfTheSecondImageIsTaken() throws Exception {
        ImagePlus active = open("active", 1);
        FloatImage layered = image("layered", 5);
        List<ImageChannel> channels = new ArrayList<>(layered.channels());
        for (String name : List.of("key.R", "key.G", "key.B")) {
            channels.add(new ImageChannel(name, SampleType.FLOAT, new float[] {4, 4, 4, 4}));
        }
        ImagePlusConversion.toImagePlus(layered.withChannels(channels)).show();
        DynamicCommand command = add(active, Map.of("with", "layered", "layer", "key"));
        assertFalse(command.isCanceled(), command.getCancelReason());
        assertEquals(5, value(Interpreter.getLastBatchModeImage(), 1, 1));
        DynamicCommand refused = add(active, Map.of("with", "layered", "layer", "fill"));
        assertEquals(
                "Add Light...: layered has no layer fill, only the channels R, G, B, A, key.R, key.G, key.B",
                refused.getCancelReason());
    }

    @Test
    void aDialogOffersTheOpenImagesAndSuggestsAnother() {
        ImagePlus active = open("active", 1);
        open("other", 2);
        open("third", 2);
        WindowManager.setTempCurrentImage(active);
        CompositeOverCommand command = new CompositeOverCommand();
        Parameter with = command.signature().parameters().get(0);
        assertEquals("with", with.key());
        assertEquals(Parameter.Kind.CHOICE, with.kind());
        Map<String, String> suggested = command.suggestions(active);
        assertEquals("other", suggested.get("with"));
        assertEquals(List.of("other", "third", "active"), MenuCommand.dialogChoices(with, suggested));
    }

    @Test
    void withoutASecondImageTheKeyIsAskedFor() throws Exception {
        DynamicCommand command = add(open("active", 1), Map.of());
        assertTrue(command.isCanceled());
        assertEquals(
                "Add Light...: with is missing; give the title of an open image or the path of a file",
                command.getCancelReason());
    }

    private ImagePlus sum(ImagePlus active, String with) throws Exception {
        DynamicCommand command = add(active, Map.of("with", with));
        assertFalse(command.isCanceled(), command.getCancelReason());
        return Interpreter.getLastBatchModeImage();
    }

    private void assertRefused(String message, ImagePlus active, String with) throws Exception {
        int before = Interpreter.getBatchModeImageCount();
        assertEquals(message, add(active, Map.of("with", with)).getCancelReason());
        assertEquals(before, Interpreter.getBatchModeImageCount());
    }

    private DynamicCommand add(ImagePlus active, Map<String, String> values) throws Exception {
        Map<String, Object> inputs = new HashMap<>(values);
        inputs.put("image", active);
        Module module = context.service(ModuleService.class)
                .run(context.service(CommandService.class).getCommand(AddLightCommand.class), true, inputs)
                .get();
        return (DynamicCommand) module;
    }

    private static ImagePlus addByMacro(ImagePlus active, String options) {
        WindowManager.setTempCurrentImage(active);
        new AddLightCommand().runMacro(options);
        return Interpreter.getLastBatchModeImage();
    }

    private static float value(ImagePlus image, int slice, int time) {
        return ImagePlusConversion.toFloatImage(image, slice, time).rgb().orElseThrow()[1][2];
    }

    private static ImagePlus open(String title, float value) {
        return hyperstack(title, 1, value);
    }

    private static ImagePlus hyperstack(String title, int slices, float... values) {
        List<FloatImage> images = new ArrayList<>();
        for (float value : values) {
            images.add(image(title, value));
        }
        ImagePlus imp = ImagePlusConversion.toImagePlus(images, slices);
        imp.show();
        return imp;
    }

    private static FloatImage image(String title, float value) {
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : List.of("R", "G", "B", "A")) {
            float[] samples = new float[4];
            Arrays.fill(samples, name.equals("A") ? 1 : value);
            channels.add(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        return new FloatImage(title, WINDOW, WINDOW, 1, channels, ColorState.of(ColorSpaces.ACESCG, "test"), List.of());
    }
}
