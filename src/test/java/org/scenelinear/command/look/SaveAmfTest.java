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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.look.Amf;
import org.scenelinear.look.AmfClip;
import org.scenelinear.look.AmfLook;
import org.scenelinear.look.AmfReader;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** What is written is read back by Apply AMF on the image before: the same picture. */
class SaveAmfTest {
    private static final String CLF = """
            <ProcessList compCLFversion="3" id="print">
            <Matrix inBitDepth="32f" outBitDepth="32f"><Array dim="3 3">1.5 0.1 0 0 1.2 0 0.1 0 1.1</Array></Matrix>
            <Exponent inBitDepth="32f" outBitDepth="32f" style="basicMirrorFwd">
            <ExponentParams exponent="1.2"/></Exponent>
            </ProcessList>
            """;
    private static final String CC = """
            <ColorCorrection id="cc1"><SOPNode><Slope>1.1 1 0.9</Slope><Offset>0.01 0 -0.01</Offset>
            <Power>1 1.1 1</Power></SOPNode><SatNode><Saturation>0.9</Saturation></SatNode></ColorCorrection>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASC CDL... slope=[1.2 0.9 1] power=[1.1 1 0.9] saturation=0.8",
                "ASC CDL... slope=1.2 space=ACEScc",
                "ASC CDL... slope=[1.2 0.9 1] power=1.1 space=none",
                "ASC CDL... slope=1.2 offset=0.1 direction=inverse",
                "ASC CDL... slope=1.2 style=clamp",
                "Reference Gamut Compress...",
                "Apply Look... file=[Day for Night]",
                "Apply Look... file=[Print Film] direction=inverse",
                "Apply Look... file=FOLDER/print.clf",
                "Apply Look... file=FOLDER/print.clf direction=inverse",
                "Apply Look... file=FOLDER/print.clf space=ACEScg",
                "Apply Look... file=FOLDER/grade.cc space=ACEScct",
                "Exposure... stops=1.5",
                "Convert Color Space... to=ACEScg; Exposure... stops=-1; Convert Color Space... to=ACES2065-1",
                "Look Chain... chain=FOLDER/chain.toml output=skip",
                "Exposure... stops=1; ASC CDL... slope=1.1; Apply Look... file=[Bleach Bypass]; Look Chain... chain=FOLDER/chain.toml swap=[Day for Night > Home Warm]",
                "ASC CDL... slope=1.1; ACES Output Transform... result=32-bit",
                "ACES Output Transform... display=[Rec.2100-PQ - Display] result=32-bit"
            })
    void thePictureIsSeenAgain(String lines) throws IOException, StepException {
        files();
        for (String space : List.of("ACES2065-1", "ACEScg", "Linear Rec.709 (sRGB)")) {
            FloatImage before = image(space);
            FloatImage after = apply(lines, before);
            Path amf = Files.createDirectories(folder.resolve(space)).resolve("shot.amf");
            apply("Save AMF... file=[" + amf + "]", after);
            FloatImage again = apply("Apply AMF... file=[" + amf + "] result=32-bit", before);
            if (after.color()
                            .space()
                            .filter(known -> known.name().equals(space))
                            .isPresent()
                    || after.color()
                            .space()
                            .filter(known -> known.name().equals("ACES2065-1"))
                            .isPresent()) {
                after = apply("Convert Color Space... to=ACES2065-1", after);
            }
            assertClose(after, again, 3e-4, space);
        }
    }

    @Test
    void aChainFollowsWhatTheImageHasGoneThrough() throws IOException, StepException {
        files();
        FloatImage before = image("ACES2065-1");
        FloatImage graded = apply("ASC CDL... slope=1.2", before);
        Path amf = folder.resolve("shot.amf");
        apply("Save AMF... file=[" + amf + "] chain=[" + folder.resolve("chain.toml") + "]", graded);
        FloatImage shown = apply("Look Chain... result=32-bit chain=[" + folder.resolve("chain.toml") + "]", graded);
        assertClose(shown, apply("Apply AMF... result=32-bit file=[" + amf + "]", before), 3e-4, "");
    }

    @Test
    void whatIsAppliedIsListedAndNotAppliedAgain() throws IOException, StepException {
        files();
        FloatImage before = image("ACEScg");
        FloatImage after = apply("ASC CDL... slope=1.2; Apply Look... file=[Day for Night]", before);
        Path amf = folder.resolve("graded.amf");
        String chain = "chain=[" + folder.resolve("chain.toml") + "]";
        apply("Save AMF... applied=yes file=[" + amf + "] " + chain, after);
        List<AmfLook> looks = AmfReader.read(amf).pipeline().looks();
        assertEquals(
                List.of(true, true, false, false),
                looks.stream().map(AmfLook::applied).toList());
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
        FloatImage again = Recipes.parse("Apply AMF...", "result=32-bit file=[" + amf + "]")
                .apply(after, Run.on(Runnable::run, 1, progress, () -> false));
        assertClose(apply("Look Chain... result=32-bit " + chain, after), again, 3e-4, "");
        assertTrue(told.toString().contains("look 2: Day for Night"), told.toString());
    }

    @Test
    void anAppliedOutputTransformLeavesNothingToDo() throws IOException, StepException {
        FloatImage shown = apply("ACES Output Transform... result=32-bit", image("ACEScg"));
        Path amf = folder.resolve("shown.amf");
        apply("Save AMF... applied=yes file=[" + amf + "]", shown);
        Amf read = AmfReader.read(amf);
        assertTrue(read.pipeline().output().orElseThrow().applied());
        assertTrue(read.pipeline().input().orElseThrow().applied());
    }

    @Test
    void theFileSaysWhatItIsFor() throws IOException, StepException {
        files();
        FloatImage after = apply("Look Chain... chain=FOLDER/chain.toml", image("ACES2065-1"));
        Path amf = folder.resolve("shot.amf");
        apply("Save AMF... file=[" + amf + "] clip=[my shot.0001.exr]", after);
        AmfClip clip = AmfReader.read(amf).clip().orElseThrow();
        assertEquals("my shot.0001.exr", clip.name());
        assertEquals(new AmfClip.File("my%20shot.0001.exr"), clip.location());
        String text = Files.readString(amf);
        assertTrue(text.contains("urn:ampas:aces:transformId:v2.0:Look.SceneLinear.DayforNight.a2.v1"), text);
        assertTrue(text.contains("urn:ampas:aces:transformId:v2.0:Output.Academy."), text);
    }

    @Test
    void savedAgainItSaysTheSame() throws IOException, StepException {
        files();
        FloatImage before = image("ACEScg");
        FloatImage after = apply(
                "ASC CDL... slope=1.2; Apply Look... file=FOLDER/print.clf; Reference Gamut Compress...; ACES Output Transform... result=32-bit",
                before);
        Path first = folder.resolve("first.amf");
        apply("Save AMF... file=[" + first + "]", after);
        Path second = folder.resolve("second.amf");
        apply("Save AMF... file=[" + second + "]", apply("Apply AMF... result=32-bit file=[" + first + "]", before));
        assertClose(
                apply("Apply AMF... result=32-bit file=[" + first + "]", before),
                apply("Apply AMF... result=32-bit file=[" + second + "]", before),
                1e-6,
                "");
    }

    @Test
    void aFileOfAnotherContentIsNotReplaced() throws IOException, StepException {
        files();
        FloatImage after = apply("Apply Look... file=FOLDER/print.clf", image("ACES2065-1"));
        Path amf = folder.resolve("shot.amf");
        apply("Save AMF... file=[" + amf + "]", after);
        Path beside;
        try (Stream<Path> found = Files.list(folder)) {
            beside = found.filter(path -> path.getFileName().toString().startsWith("shot-1-"))
                    .findFirst()
                    .orElseThrow();
        }
        assertEquals(CLF, Files.readString(beside));
        apply("Save AMF... file=[" + amf + "]", after);
        Files.writeString(beside, "mine");
        Files.delete(amf);
        StepException e = assertThrows(StepException.class, () -> apply("Save AMF... file=[" + amf + "]", after));
        assertTrue(e.getMessage().contains("another content"), e.getMessage());
        assertEquals("mine", Files.readString(beside));
        assertFalse(Files.exists(amf));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Convert Color Space... to=ACEScg gamut=clip",
                "ACES Output Transform... view=Custom peak=300 result=32-bit",
                "Reference Gamut Compress... direction=inverse",
                "Dehaze... amount=20",
                "Apply Look... file=FOLDER/gone-later.clf"
            })
    void whatMetadataCannotSayIsNamed(String lines) throws IOException, StepException {
        files();
        Files.writeString(folder.resolve("gone-later.clf"), CLF.replace("basicMirrorFwd", "basicPassThruFwd"));
        FloatImage after = apply(lines, image("ACES2065-1"));
        Files.delete(folder.resolve("gone-later.clf"));
        Path amf = folder.resolve("shot.amf");
        StepException e = assertThrows(StepException.class, () -> apply("Save AMF... file=[" + amf + "]", after));
        String label = lines.substring(0, lines.indexOf("..."));
        assertTrue(e.getMessage().contains(label) || e.getMessage().contains("gone-later.clf"), e.getMessage());
        assertFalse(Files.exists(amf));
    }

    private void files() throws IOException {
        Files.writeString(folder.resolve("print.clf"), CLF);
        Files.writeString(folder.resolve("grade.cc"), CC);
        Files.writeString(folder.resolve("chain.toml"), """
                [[look]]
                name = "Warm"
                slope = [1.2, 0.9, 1.05]
                saturation = 0.8

                [[look]]
                look = "Day for Night"

                [[look]]
                look = "Bleach Bypass"
                on = false

                [output]
                display = "sRGB - Display"
                """);
    }

    private FloatImage apply(String lines, FloatImage source) throws StepException {
        FloatImage image = source;
        for (String line : lines.replace("FOLDER", folder.toString()).split("; ")) {
            int end = line.indexOf("...") + 3;
            image = Recipes.parse(line.substring(0, end), line.substring(end).strip())
                    .apply(image, Run.inThisThread());
        }
        return image;
    }

    private static FloatImage image(String space) {
        Random random = new Random(5);
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : new String[] {"R", "G", "B"}) {
            float[] samples = new float[400];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) Math.exp(random.nextGaussian() * 0.5 - 1.7);
            }
            channels.add(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        Window window = new Window(0, 0, 19, 19);
        return new FloatImage(
                "shot.exr",
                window,
                window,
                1,
                channels,
                ColorState.of(ColorSpaces.byName(space).orElseThrow(), "test"),
                List.of());
    }

    private static void assertClose(FloatImage expected, FloatImage actual, double tolerance, String what) {
        float[][] a = expected.rgb().orElseThrow();
        float[][] b = actual.rgb().orElseThrow();
        for (int i = 0; i < a[0].length; i++) {
            double largest = Math.max(1, Math.max(Math.abs(a[0][i]), Math.max(Math.abs(a[1][i]), Math.abs(a[2][i]))));
            for (int c = 0; c < 3; c++) {
                assertEquals(a[c][i], b[c][i], tolerance * largest, what + ", pixel " + i + ", component " + c);
            }
        }
    }
}
