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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.look.LookChain;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** A chain against its steps one by one. */
class LookChainStepTest {
    private static final String GRADE =
            "slope=[1.2 0.9 1.05] offset=[0.02 -0.03 0.01] power=[1.1 0.95 1] saturation=0.8";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aChain() throws IOException {
        file = folder.resolve("shot.toml");
        Files.writeString(file, """
                [[look]]
                name = "Warm"
                slope = [1.2, 0.9, 1.05]
                offset = [0.02, -0.03, 0.01]
                power = [1.1, 0.95, 1]
                saturation = 0.8
                through = "Day for Night"

                [[look]]
                look = "Reference Gamut Compress"

                [[look]]
                look = "Day for Night"

                [output]
                display = "sRGB - Display"
                """);
    }

    @Test
    void aChainIsItsStepsOneAfterAnother() throws StepException {
        FloatImage image = image(ColorSpaces.ACESCG.name());
        FloatImage steps = apply("ASC CDL...", GRADE, image);
        steps = apply("Reference Gamut Compress...", "", steps);
        steps = apply("Apply Look...", "file=[Day for Night]", steps);
        FloatImage chained = apply("Look Chain...", "chain=[" + file + "] output=skip", image);
        assertClose(steps, chained, 1e-5);
        assertEquals(image.color().space(), chained.color().space());
        FloatImage shown = apply("ACES Output Transform...", "display=[sRGB - Display] result=32-bit", steps);
        FloatImage rendered = apply("Look Chain...", "chain=[" + file + "] result=32-bit", image);
        assertClose(shown, rendered, 2e-4);
        assertEquals(shown.color().space(), rendered.color().space());
    }

    @Test
    void theOrderMatters() throws IOException, StepException {
        FloatImage image = image("ACES2065-1");
        FloatImage chained = apply("Look Chain...", "chain=[" + file + "] output=skip", image);
        Path other = folder.resolve("other.toml");
        String text = Files.readString(file);
        Files.writeString(
                other,
                text.replace("Reference Gamut Compress", "?")
                        .replace("Day for Night\"\n\n[output]", "Reference Gamut Compress\"\n\n[output]")
                        .replace("\"?\"", "\"Day for Night\""));
        FloatImage swapped = apply("Look Chain...", "chain=[" + other + "] output=skip", image);
        double worst = 0;
        for (int i = 0; i < 500; i++) {
            worst = Math.max(worst, Math.abs(red(chained)[i] - red(swapped)[i]));
        }
        assertTrue(worst > 1e-3, worst + "");
    }

    @Test
    void aLookIsSwappedWithoutTheGradeAndThatIsWarnedOf() throws IOException, StepException {
        FloatImage image = image("ACES2065-1");
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void update(String what, double fraction) {
                // not asked here
            }

            @Override
            public void warn(String sentence) {
                told.add(sentence);
            }
        };
        Run run = Run.on(Runnable::run, 1, progress, () -> false);
        Path saved = folder.resolve("dusk.toml");
        FloatImage dusk = Recipes.parse(
                        "Look Chain...",
                        "chain=[" + file + "] swap=[Day for Night > Day for Dusk] output=skip save=[" + saved + "]")
                .apply(image, run);
        FloatImage steps = apply("ASC CDL...", GRADE, image);
        steps = apply("Reference Gamut Compress...", "", steps);
        assertClose(apply("Apply Look...", "file=[Day for Dusk]", steps), dusk, 1e-5);
        assertTrue(told.toString().contains("Warm was judged through Day for Night"), told.toString());
        assertClose(dusk, apply("Look Chain...", "chain=[" + saved + "] output=skip", image), 0);
        assertEquals(
                LookChain.read(file).looks().get(0),
                LookChain.read(saved).looks().get(0));
    }

    /** One scene, three outputs: each with looks and a display of its own. */
    @Test
    void trimsForSeveralDisplaysComeFromOneChain() throws StepException {
        FloatImage image = image("ACES2065-1");
        String chain = "chain=[" + file + "] result=32-bit ";
        FloatImage home = apply("Look Chain...", chain + "swap=[Day for Night > Home Warm]", image);
        FloatImage theater =
                apply("Look Chain...", chain + "off=[Day for Night] display=[Rec.2100-PQ - Display]", image);
        FloatImage steps = apply("ASC CDL...", GRADE, image);
        steps = apply("Reference Gamut Compress...", "", steps);
        assertClose(
                apply("ACES Output Transform...", "display=[Rec.2100-PQ - Display] result=32-bit", steps),
                theater,
                2e-4);
        FloatImage warm = apply("Apply Look...", "file=[Home Warm]", steps);
        assertClose(apply("ACES Output Transform...", "result=32-bit", warm), home, 2e-4);
    }

    @Test
    void otherChannelsStayAsTheyAre() throws StepException {
        FloatImage image = image("ACES2065-1");
        List<ImageChannel> channels = new ArrayList<>(image.channels());
        channels.add(new ImageChannel("Z", SampleType.FLOAT, new float[image.width() * image.height()]));
        FloatImage deeper = image.withChannels(channels);
        FloatImage result = apply("Look Chain...", "chain=[" + file + "] output=skip", deeper);
        assertEquals(4, result.channels().size());
        assertArrayEquals(channels.get(3).samples(), result.channels().get(3).samples());
    }

    @Test
    void operationsThatAFileOfALookHasAreBakedExactly() throws StepException, IOException {
        FloatImage image = image("ACES2065-1");
        Files.writeString(file, Files.readString(file).replace("Reference Gamut Compress", "Bleach Bypass"));
        Path baked = folder.resolve("baked.clf");
        apply("Bake Look...", "chain=[" + file + "] target=[" + baked + "] output=skip", image);
        assertTrue(Files.size(baked) > 0);
        FloatImage exact = apply("Look Chain...", "chain=[" + file + "] output=skip", image);
        FloatImage through = apply("Apply Look...", "file=[" + baked + "]", image);
        assertClose(exact, through, 1e-5);
    }

    @Test
    void whatIsWrongStopsBeforeAnythingIsWritten() throws StepException {
        FloatImage image = image("ACES2065-1");
        Path saved = folder.resolve("no.toml");
        for (String wrong : List.of(
                "chain=[" + folder.resolve("gone.toml") + "]",
                "chain=[" + file + "] swap=[Sepia > Print Film] save=[" + saved + "]",
                "chain=[" + file + "] swap=[Day for Night > gone.clf] save=[" + saved + "]",
                "chain=[" + file + "] swap=[Day for Night] save=[" + saved + "]",
                "chain=[" + file + "] off=Sepia save=[" + saved + "]",
                "chain=[" + file + "] view=Nope save=[" + saved + "]",
                "chain=[" + file + "] save=[" + folder.resolve("no.txt") + "]")) {
            StepException e = assertThrows(StepException.class, () -> apply("Look Chain...", wrong, image), wrong);
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
        }
        assertFalse(Files.exists(saved));
    }

    private static float[] red(FloatImage image) {
        return image.rgb().orElseThrow()[0];
    }

    private static FloatImage apply(String label, String options, FloatImage source) throws StepException {
        return Recipes.parse(label, options).apply(source, Run.inThisThread());
    }

    private static FloatImage image(String space) {
        Random random = new Random(5);
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : new String[] {"R", "G", "B"}) {
            float[] samples = new float[500];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) Math.exp(random.nextGaussian() * 1.5 - 1.7);
            }
            channels.add(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        Window window = new Window(0, 0, 24, 19);
        return new FloatImage(
                "test",
                window,
                window,
                1,
                channels,
                ColorState.of(ColorSpaces.byName(space).orElseThrow(), "test"),
                List.of());
    }

    private static void assertClose(FloatImage expected, FloatImage actual, double tolerance) {
        float[][] a = expected.rgb().orElseThrow();
        float[][] b = actual.rgb().orElseThrow();
        for (int i = 0; i < a[0].length; i++) {
            double largest = Math.max(1, Math.max(Math.abs(a[0][i]), Math.max(Math.abs(a[1][i]), Math.abs(a[2][i]))));
            for (int c = 0; c < 3; c++) {
                assertEquals(a[c][i], b[c][i], tolerance * largest, "pixel " + i + ", component " + c);
            }
        }
    }
}
