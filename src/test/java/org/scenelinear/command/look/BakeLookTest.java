/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.OpenDialog;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.file.AcesContainer;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;

class BakeLookTest {
    private static final Path AMF = Path.of("src/test/resources/look/sample2_full_pipeline.amf");

    private static FloatImage scene(ColorState color) {
        int width = 64;
        float[][] rgb = new float[3][width];
        for (int i = 0; i < width; i++) {
            float gray = (float) (0.18 * Math.pow(2, -6 + i * 0.2));
            rgb[0][i] = gray * (0.4f + 0.6f * (i % 5) / 4);
            rgb[1][i] = gray * (0.4f + 0.6f * (i % 3) / 2);
            rgb[2][i] = gray * (0.4f + 0.6f * (i % 7) / 6);
        }
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, rgb[c]));
        }
        channels.add(new ImageChannel("Z", SampleType.FLOAT, new float[width]));
        Window window = new Window(0, 0, width - 1, 0);
        return new FloatImage("test", window, window, 1, channels, color, List.of());
    }

    private static FloatImage scene() {
        return scene(ColorState.of(ColorSpaces.ACES2065_1, "test"));
    }

    private static FloatImage apply(String label, String options, FloatImage source) throws StepException {
        return Recipes.parse(label, options).apply(source, Run.inThisThread());
    }

    private static void assertClose(FloatImage expected, FloatImage actual, double part) {
        float[][] a = expected.rgb().orElseThrow();
        float[][] b = actual.rgb().orElseThrow();
        for (int i = 0; i < a[0].length; i++) {
            double largest = Math.max(a[0][i], Math.max(a[1][i], a[2][i]));
            for (int c = 0; c < 3; c++) {
                assertEquals(a[c][i], b[c][i], part * largest, "pixel " + i + ", component " + c);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"clf, ACES2065-1, 1e-5", "cube, ACEScct, 0.02"})
    void aBakedLookIsTheLook(String ending, String space, double part, @TempDir Path folder) throws StepException {
        Path file = folder.resolve("print." + ending);
        FloatImage source = scene();
        FloatImage same = apply("Bake Look...", "chain=[Print Film] size=65 target=[" + file + "]", source);
        assertEquals(source, same, "the image itself stays as it is");
        assertClose(
                apply("Apply Look...", "file=[Print Film]", source),
                apply("Apply Look...", "file=[" + file + "] space=" + space, source),
                part);
    }

    @Test
    void aPipelineIsBakedWithItsOutputTransformOrWithout(@TempDir Path folder) throws IOException, StepException {
        Path picture = folder.resolve("picture.clf");
        Path looks = folder.resolve("looks.clf");
        String chain = "chain=[" + AMF + "] size=65 target=[";
        apply("Bake Look...", chain + picture + "]", scene());
        apply("Bake Look...", chain + looks + "] output=skip", scene());
        assertEquals("code values of a display", LutFiles.read(picture).outputDescriptor());
        assertEquals("ACES2065-1", LutFiles.read(looks).outputDescriptor());
        String id = "urn:ampas:aces:transformId:v2.0:Output.Academy.P3-D65_1000nit_in_Rec2100-D65_ST2084.a2.v1";
        FloatImage looked = apply("Apply Look...", "file=[" + looks + "]", scene());
        FloatImage rendered = apply("ACES Output Transform...", "result=32-bit id=" + id, looked);
        FloatImage baked = apply("Apply Look...", "file=[" + picture + "]", scene());
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 64; i++) {
                assertEquals(rendered.rgb().orElseThrow()[c][i], baked.rgb().orElseThrow()[c][i], 0.01, "pixel " + i);
            }
        }
    }

    /**
     * An ACES container says which colors it has, and through the usual view it gives the picture of scene and look.
     */
    @Test
    void aBakedImageSpeaksForItself(@TempDir Path folder) throws IOException, StepException {
        Path file = folder.resolve("night.exr");
        FloatImage source = apply("Convert Color Space...", "to=ACEScg", scene());
        List<String> told = new ArrayList<>();
        Recipes.parse("Bake Look...", "chain=[Day for Night] target=[" + file + "]")
                .apply(source, hearing(told));
        assertTrue(told.get(0).endsWith("other channels are left out"), told.toString());
        try (ExrFile exr = ExrFile.open(file)) {
            assertTrue(AcesContainer.isClaimed(exr.headers().get(0)));
            assertEquals(List.of(), AcesContainer.check(exr.flags(), exr.headers()));
        }
        FloatImage read = ImageFiles.open(file, OpenOptions.EVERYTHING, Run.inThisThread());
        assertEquals(Optional.of(ColorSpaces.ACES2065_1), read.color().space());
        assertTrue(read.history().get(read.history().size() - 1).startsWith("Bake Look... chain=[Day for Night]"));
        FloatImage looked = apply("Apply Look...", "file=[Day for Night]", source);
        assertClose(
                apply("ACES Output Transform...", "result=32-bit", looked),
                apply("ACES Output Transform...", "result=32-bit", read),
                2e-3);
    }

    @Test
    void aLookIsBakedWithTheViewOfADisplay(@TempDir Path folder) throws StepException {
        Path file = folder.resolve("picture.clf");
        apply(
                "Bake Look...",
                "chain=[Bleach Bypass] size=65 display=sRGB view=[SDR 100 nits (Rec.709)] target=[" + file + "]",
                scene());
        FloatImage looked = apply("Apply Look...", "file=[Bleach Bypass]", scene());
        float[][] exact =
                apply("ACES Output Transform...", "result=32-bit", looked).rgb().orElseThrow();
        float[][] baked =
                apply("Apply Look...", "file=[" + file + "]", scene()).rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 64; i++) {
                assertEquals(exact[c][i], baked[c][i], 0.01, "pixel " + i);
            }
        }
        String message = assertThrows(
                        StepException.class,
                        () -> Recipes.parse("Bake Look...", "chain=a target=a.clf display=sRGB view=Cinema"))
                .getMessage();
        assertTrue(message.startsWith("Bake Look...: view=Cinema does not go with display=sRGB"), message);
    }

    private static Run hearing(List<String> told) {
        Progress progress = new Progress() {
            @Override
            public void update(String what, double fraction) {}

            @Override
            public void warn(String sentence) {
                told.add(sentence);
            }
        };
        return Run.on(Runnable::run, 1, progress, () -> false);
    }

    @Test
    void theErrorIsToldBeforeTheFileIsThere(@TempDir Path folder) throws StepException {
        Path file = folder.resolve("a.cube");
        AtomicBoolean early = new AtomicBoolean();
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void update(String what, double fraction) {}

            @Override
            public void warn(String sentence) {
                told.add(sentence);
                early.set(!Files.exists(file));
            }
        };
        Recipes.parse("Bake Look...", "chain=[Print Film] size=17 shaper=none target=[" + file + "]")
                .apply(scene(), Run.on(Runnable::run, 1, progress, () -> false));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("99 of 100 colors within"), told.get(0));
        assertTrue(told.get(0).endsWith("That may be seen; a larger size is more exact."), told.get(0));
        assertTrue(early.get());
        assertTrue(Files.exists(file));
    }

    @Test
    void theShaperOfACubeIsATableUnlessOnlyOneIsWanted(@TempDir Path folder) throws IOException, StepException {
        Path two = folder.resolve("two.cube");
        Path one = folder.resolve("one.cube");
        apply("Bake Look...", "chain=[Print Film] size=17 target=[" + two + "]", scene());
        apply("Bake Look...", "chain=[Print Film] size=17 shaper=ACEScct target=[" + one + "]", scene());
        assertTrue(LutFiles.read(two).chain().transforms().get(0) instanceof Lut1D);
        assertEquals(1, LutFiles.read(one).chain().transforms().size());
        assertTrue(LutFiles.read(one).chain().transforms().get(0) instanceof Lut3D);
    }

    @Test
    void anotherEndingIsRefusedAndAnImageWithoutASpaceToo(@TempDir Path folder) {
        String message = assertThrows(
                        StepException.class, () -> Recipes.parse("Bake Look...", "chain=a.clf target=b.3dl"))
                .getMessage();
        assertEquals("Bake Look...: target=b.3dl is not allowed; give a name ending in .clf, .cube or .exr", message);
        Path file = folder.resolve("a.exr");
        String unknown = assertThrows(
                        StepException.class,
                        () -> apply(
                                "Bake Look...", "chain=[Print Film] target=[" + file + "]", scene(ColorState.UNKNOWN)))
                .getMessage();
        assertTrue(unknown.startsWith("the color space of test is not known"), unknown);
        assertFalse(Files.exists(file));
    }

    @Test
    void aBrokenChainLeavesTheOlderFile(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.clf"), "<ProcessList");
        Path target = Files.writeString(folder.resolve("a.clf"), "older");
        StepException problem = assertThrows(
                StepException.class,
                () -> apply("Bake Look...", "chain=[" + broken + "] target=[" + target + "]", scene()));
        assertTrue(problem.getMessage().contains("broken.clf"), problem.getMessage());
        assertEquals("older", Files.readString(target));
        StepException same = assertThrows(
                StepException.class,
                () -> apply("Bake Look...", "chain=[" + broken + "] target=[" + broken + "]", scene()));
        assertTrue(same.getMessage().endsWith("is what is to be baked; give another name"), same.getMessage());
        assertEquals("<ProcessList", Files.readString(broken));
    }

    @Test
    void itsTextIsReadBackAsTheSame() throws StepException {
        String options =
                "chain=[Print Film] target=/a/b.cube size=65 shaper=ACEScct output=skip space=none from=ACEScg";
        String text = Recipes.parse("Bake Look...", options).text();
        assertEquals("Bake Look... " + options, text);
        String shown = Recipes.parse("Bake Look...", "chain=a target=b.clf display=rec.2100-pq")
                .text();
        assertTrue(shown.contains(" display=[Rec.2100-PQ - Display] view=[ACES 2.0 - "), shown);
        assertEquals(
                shown,
                Recipes.parse("Bake Look...", shown.substring("Bake Look...".length()))
                        .text());
        assertEquals(
                Recipes.parse("Bake Look...", options),
                Recipes.parse("Bake Look...", text.substring("Bake Look...".length())));
    }

    @Test
    void atTheMenuALookNeedsNoImage(@TempDir Path folder) {
        Path file = folder.resolve("a.clf");
        BakeLookCommand command = new BakeLookCommand();
        command.runMacro("chain=[Home Warm] target=[" + file + "]");
        assertNull(command.getCancelReason());
        assertTrue(Files.exists(file));
    }

    @Test
    void theDialogProposesAFileThatDoesNotExist(@TempDir Path folder) throws IOException {
        String usual = OpenDialog.getDefaultDirectory();
        try {
            OpenDialog.setDefaultDirectory(folder.toString());
            ImagePlus image = new ImagePlus("any", new FloatProcessor(1, 1));
            Path first = Path.of(new BakeLookCommand().suggestions(image).get("target"));
            assertEquals(folder.resolve("look.clf"), first);
            Files.createFile(first);
            assertEquals(
                    folder.resolve("look-2.clf"),
                    Path.of(new BakeLookCommand().suggestions(image).get("target")));
        } finally {
            OpenDialog.setDefaultDirectory(usual);
        }
    }
}
