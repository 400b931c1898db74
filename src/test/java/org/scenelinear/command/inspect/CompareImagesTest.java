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
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scenelinear.ui.ComparisonView;

class CompareImagesTest {
    private static final int SIZE = 16;

    @TempDir
    private Path folder;

    @BeforeEach
    void withoutWindows() {
        Interpreter.batchMode = true;
    }

    @AfterEach
    void forget() {
        for (int id : Interpreter.getBatchModeImageIDs()) {
            Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
        }
        Interpreter.batchMode = false;
    }

    private static FloatImage frame(String name, double gain, ColorSpace space, int size) {
        List<ImageChannel> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            float[] samples = new float[size * size];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (gain * (0.05 + 0.01 * i + 0.02 * c * (i % 5)));
            }
            planes.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, samples));
        }
        Window window = Window.ofSize(size, size);
        return new FloatImage(name, window, window, 1, planes, ColorState.of(space, "test"), List.of());
    }

    private static FloatImage frame(String name, double gain) {
        return frame(name, gain, ColorSpaces.ACES2065_1, SIZE);
    }

    private String file(String name, FloatImage image) throws IOException {
        Path path = folder.resolve(name);
        ImageFiles.save(
                image,
                path,
                new SaveOptions(Compression.ZIP, SaveOptions.DEFAULT_DWA_LEVEL, SaveOptions.Pixels.FLOAT),
                Run.inThisThread());
        return path.toString();
    }

    private static CompareImagesCommand.Found compare(ImagePlus image, String options) throws StepException {
        return CompareImagesCommand.compare(
                image, new CompareImagesCommand().signature().parse(options), () -> false);
    }

    @Test
    void anImageIsComparedWithAFile() throws IOException, StepException {
        String other = file("other.exr", frame("other", 2));
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("one", 1));
        CompareImagesCommand.Found found = compare(image, "with=[" + other + "] map=stops");
        ResultsTable table = found.table();
        assertEquals(1, table.size());
        assertEquals(1, table.getValue("stops mean", 0), 1e-6);
        assertEquals(SIZE * SIZE, table.getValue("Pixels", 0));
        for (float stops : (float[]) found.map().orElseThrow().getProcessor().getPixels()) {
            assertEquals(1, stops, 1e-6);
        }
        assertTrue(found.problems().isEmpty());
    }

    @Test
    void theSameLightInAnotherSpaceDiffersInNothing() throws IOException, StepException {
        FloatImage one = frame("one", 1);
        FloatImage converted =
                Recipes.parse("Convert Color Space...", "to=[ARRI LogC4]").apply(one, Run.inThisThread());
        String other = file("log.exr", converted);
        CompareImagesCommand.Found found =
                compare(ImagePlusConversion.toImagePlus(one), "with=[" + other + "] limit=[dEITP maximum 0.02]");
        assertTrue(found.problems().isEmpty(), found.problems().toString());
    }

    @Test
    void everyFrameAndRegionHasARowAndItsOwnFigures() throws IOException, StepException {
        ImagePlus stack = ImagePlusConversion.toImagePlus(List.of(frame("s", 1), frame("s", 2), frame("s", 4)), 1);
        stack.setRoi(new Roi(2, 3, 12, 12));
        String other = file("other.exr", frame("other", 1));
        CompareImagesCommand.Found found = compare(stack, "with=[" + other + "] map=difference");
        assertEquals(3, found.table().size());
        for (int time = 0; time < 3; time++) {
            assertEquals(time, found.table().getValue("stops mean", time), 1e-6);
            assertEquals(144, found.table().getValue("Pixels", time));
        }
        assertEquals(3, found.map().orElseThrow().getNFrames());
        assertEquals(
                1, compare(stack, "frames=current with=[" + other + "]").table().size());
    }

    @Test
    void aLimitThatIsExceededIsNamedAndStopsAMacro() throws IOException, StepException {
        String other = file("other.exr", frame("other", 1.5));
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("one", 1));
        CompareImagesCommand.Found found =
                compare(image, "with=[" + other + "] limit=[STOPS maximum 0.5; PSNR 60; ssim 0.1]");
        assertEquals(2, found.problems().size(), found.problems().toString());
        assertTrue(
                found.problems().get(0).contains("stops maximum is 0.58"),
                found.problems().toString());
        assertTrue(
                found.problems().get(1).contains("at least 60"),
                found.problems().toString());
        assertTrue(compare(image, "with=[" + other + "] limit=[stops maximum 0.6]")
                .problems()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=nothing", "limit=[dE 5]", "limit=[SSIM x]", "limit=[SSIM NaN]", "map=all", "peak=0"})
    void whatCannotBeMeantIsRefused(String option) {
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("one", 1));
        assertThrows(StepException.class, () -> compare(image, "with=other " + option));
    }

    @Test
    void imagesOfDifferentSizesAreRefusedWithBothSizes() throws IOException {
        String other = file("other.exr", frame("other", 1, ColorSpaces.ACES2065_1, 12));
        ImagePlus image = ImagePlusConversion.toImagePlus(frame("one", 1));
        StepException e = assertThrows(StepException.class, () -> compare(image, "with=[" + other + "]"));
        assertTrue(e.getMessage().contains("16 x 16") && e.getMessage().contains("12 x 12"), e.getMessage());
    }

    @Test
    void theSourcesStayAsTheyAre() throws IOException, StepException {
        FloatImage one = frame("one", 1);
        ImagePlus image = ImagePlusConversion.toImagePlus(one);
        float[] before = one.rgb().orElseThrow()[1].clone();
        compare(image, "with=[" + file("other.exr", frame("other", 2)) + "] map=dE2000");
        assertArrayEquals(before, one.rgb().orElseThrow()[1]);
        assertFalse(image.changes);
    }

    @Test
    void bothPicturesMakeAStackToGoBackAndForth() {
        ImagePlus flicker = ComparisonView.flicker(frame("one", 1), frame("other", 2));
        assertEquals(2, flicker.getStackSize());
        assertEquals("one", flicker.getStack().getSliceLabel(1));
        int first = flicker.getStack().getProcessor(1).get(3, 3) & 0xFF;
        int second = flicker.getStack().getProcessor(2).get(3, 3) & 0xFF;
        assertTrue(second > first, first + " and " + second);
    }
}
