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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.macro.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.color.ConvertColorSpaceCommand;
import org.scenelinear.command.develop.DevelopCommand;
import org.scenelinear.command.file.OpenExrCommand;
import org.scenelinear.command.file.SaveExrCommand;
import org.scenelinear.command.output.AcesOutputTransformCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.command.DynamicCommand;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Commands as SciJava runs them, without ImageJ's macros and without a screen. */
class SciJavaCommandTest {
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
        Interpreter.batchMode = false;
        context.close();
    }

    @Test
    void paintingInAChannelThatWasLeftAloneLeavesTheSourceAsItIs() throws Exception {
        FloatImage gray = image();
        List<ImageChannel> channels = new ArrayList<>(gray.channels());
        channels.add(new ImageChannel("Z", SampleType.FLOAT, new float[] {1, 2, 3, 4}));
        ImagePlus source = ImagePlusConversion.toImagePlus(new FloatImage(
                gray.name(), gray.dataWindow(), gray.displayWindow(), 1, channels, gray.color(), List.of()));
        run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "ACEScg"));
        float[] depth =
                (float[]) Interpreter.getLastBatchModeImage().getImageStack().getPixels(4);
        assertArrayEquals(new float[] {1, 2, 3, 4}, depth);
        depth[0] = 9;
        assertArrayEquals(
                new float[] {1, 2, 3, 4}, (float[]) source.getImageStack().getPixels(4));
    }

    @Test
    void aConversionShowsANewImageAndLeavesTheSourceAlone() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module = run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "aces_cg"));
        assertFalse(module.isCanceled(), module.getCancelReason());
        assertEquals(1, Interpreter.getBatchModeImageCount());
        ImagePlus shown = Interpreter.getLastBatchModeImage();
        assertEquals("gray.exr (ACEScg)", shown.getTitle());
        FloatImage result = ImagePlusConversion.toFloatImage(shown, 1, 1);
        assertEquals(ColorSpaces.ACESCG, result.color().space().orElseThrow());
        assertEquals(
                List.of("Convert Color Space... from=ACES2065-1 to=ACEScg adaptation=Bradford gamut=keep"),
                result.history());
        assertEquals(0.18f, result.rgb().orElseThrow()[1][3], 1e-6f);
        assertEquals(
                ColorSpaces.ACES2065_1,
                ImagePlusConversion.color(source).space().orElseThrow());
    }

    @Test
    void valuesOfPresetsAreInputsByTheirPaths() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module = run(
                DevelopCommand.class,
                Map.of("image", source, "tone.exposure", 1, "grain.type", "fine", "result", "replace"));
        assertFalse(module.isCanceled(), module.getCancelReason());
        FloatImage result = ImagePlusConversion.toFloatImage(source, 1, 1);
        assertEquals(0.36f, result.rgb().orElseThrow()[1][3], 1e-5f);
        assertEquals(
                List.of("Develop... tone.exposure=1 grain.type=fine mode=hdr encoding=keep from=ACES2065-1"),
                result.history());
    }

    @Test
    void aConversionTakesTheImagesPlaceIfThatIsAskedFor() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module =
                run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "ACEScg", "result", "replace"));
        assertFalse(module.isCanceled(), module.getCancelReason());
        assertEquals(0, Interpreter.getBatchModeImageCount());
        assertEquals(
                ColorSpaces.ACESCG, ImagePlusConversion.color(source).space().orElseThrow());
    }

    @Test
    void everySliceAndTimeOfAHyperstackIsConverted() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(List.of(image(), image(), image(), image()), 2);
        run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "ACEScg"));
        ImagePlus shown = Interpreter.getLastBatchModeImage();
        assertEquals(List.of(3, 2, 2), List.of(shown.getNChannels(), shown.getNSlices(), shown.getNFrames()));
        FloatImage last = ImagePlusConversion.toFloatImage(shown, 2, 2);
        assertEquals(0.18f, last.rgb().orElseThrow()[2][0], 1e-6f);
        assertEquals(1, last.losses().size(), "one entry for all slices and times");
        assertEquals(16, Loss.parse(last.losses().get(0)).orElseThrow().pixels());
    }

    @Test
    void aValueThatIsNotAllowedCancelsWithOneLineThatSaysWhatIs() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module =
                run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "ACEScg", "gamut", "squash"));
        assertTrue(module.isCanceled());
        assertEquals(
                "Convert Color Space...: gamut=squash is not allowed; give one of keep, clip, compress",
                module.getCancelReason());
        assertEquals(0, Interpreter.getBatchModeImageCount());
    }

    @Test
    void aMissingValueIsNotAskedForWithoutAScreen() throws Exception {
        DynamicCommand module = run(OpenExrCommand.class, Map.of());
        assertTrue(module.isCanceled());
        assertEquals("Open EXR...: file is missing; give a path", module.getCancelReason());
    }

    @Test
    void withoutAnImageACommandSaysThatItNeedsOne() throws Exception {
        DynamicCommand module = run(ConvertColorSpaceCommand.class, Map.of("to", "ACEScg"));
        assertEquals("Convert Color Space...: needs an open image", module.getCancelReason());
    }

    @Test
    void whatIsSavedIsOpenedWithTheSameSamplesAndColorSpace(@TempDir Path folder) throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        Path file = folder.resolve("saved here.exr");
        DynamicCommand saved = run(
                SaveExrCommand.class,
                Map.of("image", source, "file", file.toFile(), "compression", "ZIPS", "level", 45f, "pixels", "float"));
        assertNull(saved.getCancelReason());
        DynamicCommand opened = run(OpenExrCommand.class, Map.of("file", file.toFile(), "part", 0));
        assertNull(opened.getCancelReason());
        ImagePlus shown = Interpreter.getLastBatchModeImage();
        assertEquals("saved here.exr", shown.getTitle());
        FloatImage again = ImagePlusConversion.toFloatImage(shown, 1, 1);
        assertEquals(0.18f, again.rgb().orElseThrow()[0][0]);
        assertEquals(ColorSpaces.ACES2065_1, again.color().space().orElseThrow());
        assertTrue(String.valueOf(shown.getInfoProperty()).contains("zips"), shown.getInfoProperty());
    }

    @Test
    void aNumberThatIsNotGivenHasItsDefaultAndNotZero(@TempDir Path folder) throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        Path file = folder.resolve("a.exr");
        DynamicCommand module = run(SaveExrCommand.class, Map.of("image", source, "file", file.toFile()));
        assertNull(module.getCancelReason());
        assertEquals(45f, module.getInput("level"));
        Path other = folder.resolve("b.exr");
        module = run(SaveExrCommand.class, Map.of("image", source, "file", other.toFile(), "level", 0f));
        assertEquals(0f, module.getInput("level"), "a zero that was given stays");
    }

    @Test
    void whatWritesAFileHasNoPreview(@TempDir Path folder) {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        SaveExrCommand save = new SaveExrCommand();
        context.inject(save);
        save.setInput("image", source);
        assertFalse(save.offersPreview());
        Path file = folder.resolve("a.exr");
        save.showPreview(Map.of("file", file.toString()));
        assertFalse(Files.exists(file));
        ConvertColorSpaceCommand convert = new ConvertColorSpaceCommand();
        context.inject(convert);
        convert.setInput("image", source);
        assertTrue(convert.offersPreview());
    }

    @Test
    void severalImagesAreNotSavedAsOne(@TempDir Path folder) throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(List.of(image(), image()), 1);
        Path file = folder.resolve("a.exr");
        DynamicCommand module = run(SaveExrCommand.class, Map.of("image", source, "file", file.toFile()));
        assertEquals(
                "Save EXR...: gray.exr holds 2 images, a file one; make single ones with Image > Duplicate and save those",
                module.getCancelReason());
        assertFalse(Files.exists(file));
    }

    @Test
    void theViewsFollowTheDisplay() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        Map<String, Object> inputs = Map.of("image", source, "display", "Rec.2100-PQ - Display");
        DynamicCommand module = run(AcesOutputTransformCommand.class, inputs);
        assertNull(module.getCancelReason());
        module.getInfo().getInput("display").callback(module);
        assertEquals(
                withCustom(OutputTransforms.views("Rec.2100-PQ - Display")),
                module.getInfo().getInput("view").getChoices());
        assertEquals("ACES 2.0 - HDR 1000 nits (P3 D65)", module.getInput("view"));
        module.setInput("display", "Rec.1886 Rec.709 - Display");
        module.getInfo().getInput("display").callback(module);
        assertEquals(
                List.of("ACES 2.0 - SDR 100 nits (Rec.709)", "Custom", "File"),
                module.getInfo().getInput("view").getChoices());
        assertEquals("ACES 2.0 - SDR 100 nits (Rec.709)", module.getInput("view"));
    }

    private static List<String> withCustom(List<String> views) {
        return Stream.concat(views.stream(), Stream.of("Custom", "File")).toList();
    }

    @Test
    void aViewThatDoesNotGoWithTheDisplayCancelsWithThoseThatDo() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module = run(
                AcesOutputTransformCommand.class,
                Map.of("image", source, "display", "Rec.2100-HLG - Display", "view", "SDR 100 nits (Rec.709)"));
        assertEquals(
                "ACES Output Transform...: view=SDR 100 nits (Rec.709) does not go with display=Rec.2100-HLG - Display;"
                        + " give one of ACES 2.0 - HDR 1000 nits (P3 D65), Custom, File",
                module.getCancelReason());
    }

    @Test
    void withoutAScreenThereIsNoPreview() throws Exception {
        ImagePlus source = ImagePlusConversion.toImagePlus(image());
        DynamicCommand module = run(ConvertColorSpaceCommand.class, Map.of("image", source, "to", "ACEScg"));
        assertTrue(module.getInfo().canPreview());
        assertNull(module.getInfo().getInput("preview"));
        StepException refusal = assertThrows(
                StepException.class, () -> Recipes.parse("Convert Color Space...", "to=ACEScg preview=true"));
        assertTrue(
                refusal.getMessage().startsWith("Convert Color Space...: preview=true is unknown here"),
                refusal.getMessage());
    }

    /** By the module service, because the command service returns no module for dynamic commands. */
    private DynamicCommand run(Class<? extends Command> command, Map<String, Object> inputs)
            throws ExecutionException, InterruptedException {
        Module module = context.service(ModuleService.class)
                .run(context.service(CommandService.class).getCommand(command), true, inputs)
                .get();
        return (DynamicCommand) module;
    }

    private static FloatImage image() {
        float[] gray = {0.18f, 0.18f, 0.18f, 0.18f};
        return new FloatImage(
                "gray.exr",
                Window.ofSize(2, 2),
                Window.ofSize(2, 2),
                1,
                List.of(
                        new ImageChannel("R", SampleType.HALF, gray),
                        new ImageChannel("G", SampleType.HALF, gray.clone()),
                        new ImageChannel("B", SampleType.HALF, gray.clone())),
                ColorState.of(ColorSpaces.ACES2065_1, "test"),
                List.of());
    }
}
