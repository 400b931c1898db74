/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.imagej.patcher.LegacyInjector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

/**
 * Macro text in a real ImageJ with the built jar among its plugins: what users run, compared with what they must get.
 */
class MacrosIT {
    static {
        LegacyInjector.preinit();
    }

    /** ACES2065-1 to ACEScg as printed in Academy specification S-2014-004. */
    private static final Matrix3 AP0_TO_AP1 = Matrix3.of(
            1.4514393161,
            -0.2365107469,
            -0.2149285693,
            -0.0765537734,
            1.1762296998,
            -0.0996759264,
            0.0083161484,
            -0.0060324498,
            0.9977163014);

    @TempDir
    private static Path imageJ;

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() {
        HeadlessImageJ.install(Path.of(System.getProperty("scenelinear.jar")), imageJ);
    }

    @Test
    void theConversionMacroWritesTheMatrixOfTheSourceRoundedToHalf() throws IOException {
        Path source = frame("a frame.exr");
        Path target = folder.resolve("converted frame.exr");
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run(shipped("Open_convert_to_ACEScg_and_save.ijm"), source + ";" + target);
        assertNull(outcome.returned());
        assertTrue(
                outcome.log().startsWith("Convert Color Space... ACES2065-1 to ACEScg, ")
                        && outcome.log().lines().count() == 1,
                outcome.log());
        FloatImage before = ImageFiles.open(source, OpenOptions.DEFAULT, Run.inThisThread());
        FloatImage after = ImageFiles.open(target, OpenOptions.DEFAULT, Run.inThisThread());
        float[][] ap0 = before.rgb().orElseThrow();
        float[][] ap1 = after.rgb().orElseThrow();
        for (int i = 0; i < ap0[0].length; i++) {
            double[] expected = AP0_TO_AP1.times(new double[] {ap0[0][i], ap0[1][i], ap0[2][i]});
            double largest = Math.max(Math.abs(ap0[0][i]), Math.max(Math.abs(ap0[1][i]), Math.abs(ap0[2][i])));
            for (int c = 0; c < 3; c++) {
                double rounding = Math.abs(expected[c]) / 2048 + 0x1p-25; // half an ulp of a half
                assertEquals(expected[c], ap1[c][i], rounding + 1e-6 * largest, "pixel " + i + " channel " + c);
            }
        }
        assertEquals(Optional.of(ColorSpaces.ACESCG), after.color().space());
        assertEquals(before.displayWindow(), after.displayWindow());
        assertEquals(
                List.of(SampleType.HALF, SampleType.HALF, SampleType.HALF),
                after.channels().stream().map(ImageChannel::source).toList());
        assertEquals(
                List.of("Convert Color Space... from=ACES2065-1 to=ACEScg adaptation=Bradford gamut=keep"),
                after.history());
    }

    @Test
    void theRenderingMacroWritesThePictureTheReferenceShows() throws IOException {
        Path target = folder.resolve("rendered.png");
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run(shipped("Render_for_sRGB.ijm"), frame("frame.exr") + ";" + target);
        assertEquals(new HeadlessImageJ.Outcome(null, ""), outcome);
        BufferedImage ours = ImageIO.read(target.toFile());
        BufferedImage reference;
        try (InputStream png = MacrosIT.class.getResourceAsStream("/frame/luma-like_aces2_sdr_srgb.png")) {
            reference = ImageIO.read(png);
        }
        assertEquals(reference.getWidth(), ours.getWidth());
        assertEquals(reference.getHeight(), ours.getHeight());
        int equal = 0;
        int codes = 0;
        for (int y = 0; y < ours.getHeight(); y++) {
            for (int x = 0; x < ours.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (ours.getRGB(x, y) >> shift & 0xff) - (reference.getRGB(x, y) >> shift & 0xff);
                    assertTrue(Math.abs(difference) <= 1, "pixel " + x + ", " + y);
                    equal += difference == 0 ? 1 : 0;
                    codes++;
                }
            }
        }
        assertTrue(equal >= 0.999 * codes, equal + " of " + codes + " codes are equal");
    }

    @Test
    void theSameFrameIsRenderedForSdrAndForHdr() throws IOException {
        Path sdr = folder.resolve("sdr.png");
        Path hdr = folder.resolve("hdr.png");
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run(shipped("Render_for_SDR_and_HDR.ijm"), frame("frame.exr") + ";" + sdr + ";" + hdr);
        assertEquals(new HeadlessImageJ.Outcome(null, ""), outcome);
        assertPicture("luma-like_aces2_sdr_srgb.png", sdr, 0.5 / 255);
        // near black PQ spreads the rounding of floats over many codes
        assertPicture("luma-like_aces2_hdr1000_pq.png", hdr, 2e-5);
        FloatImage picture = ImageFiles.open(hdr, OpenOptions.DEFAULT, Run.inThisThread());
        assertEquals(
                "Rec.2100-PQ - Display", picture.color().space().orElseThrow().name());
    }

    @Test
    void theMixingMacroAddsThePassesAndChangesTheirExposure() throws IOException {
        Path source = light("passes", "light [passes].exr");
        Path target = folder.resolve("the mix.exr");
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run(shipped("Mix_two_light_passes.ijm"), source + ";key;fill;-1;2.5;" + target);
        assertEquals(new HeadlessImageJ.Outcome(null, ""), outcome);
        FloatImage passes = ImageFiles.open(source, OpenOptions.EVERYTHING, Run.inThisThread());
        FloatImage mix = ImageFiles.open(target, OpenOptions.DEFAULT, Run.inThisThread());
        for (String name : List.of("R", "G", "B")) {
            float[] key = passes.channel("key." + name).orElseThrow().samples();
            float[] fill = passes.channel("fill." + name).orElseThrow().samples();
            float[] mixed = mix.channel(name).orElseThrow().samples();
            for (int i = 0; i < mixed.length; i++) {
                double expected = (key[i] + fill[i] / 2.0) * Math.pow(2, 2.5);
                assertEquals(expected, mixed[i], 3e-7 * expected, name + " of pixel " + i);
            }
        }
        assertEquals(Optional.of(ColorSpaces.ACESCG), mix.color().space());
        assertEquals(2, mix.history().size());
        assertTrue(mix.history().get(0).endsWith(" stops=-1"), mix.history().get(0));
        assertEquals(
                "Exposure... from=ACEScg stops=2.5 channels=rgb", mix.history().get(1));
    }

    @Test
    void aMacroLaysAnImageOverAFileOrAnOpenImageWithTheSamePixels() throws IOException {
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%1$s]");
                run("Open EXR...", "file=[%2$s]");
                run("Composite Over...", "with=[back one.exr]");
                run("Save EXR...", "file=[%3$s] pixels=float");
                titles = getTitle();
                selectImage("front one.exr");
                run("Composite Over...", "with=[%1$s]");
                run("Add Light...", "with=[%3$s] stops=-100");
                run("Multiply Light...", "with=[front one.exr]");
                return titles + "|" + getTitle() + "|" + nImages + "|" + getWidth() + "x" + getHeight();
                """;
        Path back = light("back", "back one.exr");
        Path front = light("front", "front one.exr");
        Path target = folder.resolve("over.exr");
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(macro.formatted(back, front, target), "");
        assertEquals("", outcome.log());
        assertEquals("front one.exr (ACEScg)|front one.exr (ACEScg)|6|16x11", outcome.returned());
        FloatImage over = ImageFiles.open(target, OpenOptions.DEFAULT, Run.inThisThread());
        FloatImage reference =
                ImageFiles.open(light("front_over_back", "reference.exr"), OpenOptions.DEFAULT, Run.inThisThread());
        assertEquals(reference.dataWindow(), over.dataWindow());
        for (ImageChannel channel : reference.channels()) {
            float[] samples = over.channel(channel.name()).orElseThrow().samples();
            for (int i = 0; i < samples.length; i++) {
                assertEquals(channel.samples()[i], samples[i], 5e-7f * channel.samples()[i]);
            }
        }
        assertStops(
                "run('Open EXR...', 'file=[" + front + "]'); run('Composite Over...', 'with=[nothing there]');",
                "Composite Over...: with=nothing there is neither the title of an open image nor a file; open are"
                        + " front one.exr");
    }

    /** 99 of 100 code values are within the tolerance, all within a thousandth or one code of 8 bits. */
    private void assertPicture(String reference, Path file, double tolerance) throws IOException {
        Path expectedFile = folder.resolve("expected " + reference);
        try (InputStream png = MacrosIT.class.getResourceAsStream("/frame/" + reference)) {
            Files.copy(png, expectedFile);
        }
        float[][] expected = ImageFiles.open(expectedFile, OpenOptions.DEFAULT, Run.inThisThread())
                .rgb()
                .orElseThrow();
        float[][] actual = ImageFiles.open(file, OpenOptions.DEFAULT, Run.inThisThread())
                .rgb()
                .orElseThrow();
        int near = 0;
        for (int c = 0; c < 3; c++) {
            assertEquals(expected[c].length, actual[c].length);
            for (int i = 0; i < expected[c].length; i++) {
                double difference = Math.abs(expected[c][i] - actual[c][i]);
                assertTrue(difference <= Math.max(1e-3, 3 * tolerance), reference + " pixel " + i);
                near += difference <= tolerance ? 1 : 0;
            }
        }
        assertTrue(near >= 0.99 * 3 * expected[0].length, near + " code values of " + reference);
    }

    @Test
    void aMacroSeesChannelsRangesAndPropertiesOfAnOpenedFile() throws IOException {
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%s]");
                getDimensions(width, height, channels, slices, frames);
                labels = "";
                for (c = 1; c <= channels; c++) {
                    Stack.setChannel(c);
                    getMinAndMax(min, max);
                    labels += getMetadata("Label") + " " + min + ".." + max + ", ";
                }
                return "" + width + "x" + height + "x" + channels + " " + bitDepth() + " bits: " + labels
                    + Property.get("scenelinear.space") + ", " + getTitle() + ", " + getInfo("image.filename");
                """;
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(macro.formatted(frame("x y.exr")), "");
        assertEquals("256x144x3 32 bits: R 0..1, G 0..1, B 0..1, ACES2065-1, x y.exr, x y.exr", outcome.returned());
    }

    @Test
    void theSourceStaysOpenUnchangedAndTheResultIsInFront() throws IOException {
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%s]");
                before = getValue(40, 30);
                run("Convert Color Space...", "to=[linear rec709] gamut=clip");
                front = getTitle();
                selectImage("x.exr");
                return front + "|" + nImages + "|" + (getValue(40, 30) == before) + "|" + Property.get("scenelinear.space");
                """;
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(macro.formatted(frame("x.exr")), "");
        assertEquals("x.exr (Linear Rec.709 (sRGB))|2|1|ACES2065-1", outcome.returned());
    }

    @Test
    void aReplacedImageHoldsThePixelsOfTheStepAndItsLoss() throws IOException, StepException {
        Path source = frame("x.exr");
        Path target = folder.resolve("replaced.exr");
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%s]");
                run("Convert Color Space...", "to=[linear rec709] gamut=compress result=replace");
                run("Save EXR...", "file=[%s] pixels=float");
                return getTitle() + "|" + nImages + "|" + Property.get("scenelinear.space") + "|"
                    + Property.get("scenelinear.loss.1");
                """;
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(macro.formatted(source, target), "");
        FloatImage expected = Recipes.parse("Convert Color Space...", "to=[linear rec709] gamut=compress")
                .apply(ImageFiles.open(source, OpenOptions.DEFAULT, Run.inThisThread()), Run.inThisThread());
        assertEquals("x.exr|1|Linear Rec.709 (sRGB)|" + expected.losses().get(0), outcome.returned());
        FloatImage saved = ImageFiles.open(target, OpenOptions.DEFAULT, Run.inThisThread());
        assertArrayEquals(expected.rgb().orElseThrow(), saved.rgb().orElseThrow());
        assertEquals(expected.losses(), saved.losses());
    }

    @Test
    void theBitsOfARenderingAreThoseAskedFor() throws IOException {
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%s]");
                bits = "";
                results = newArray("rgb", "16-bit", "32-bit");
                for (i = 0; i < 3; i++) {
                    selectImage("x.exr");
                    run("ACES Output Transform...", "display=srgb result=" + results[i]);
                    getStatistics(area, mean, min, max);
                    bits += "" + bitDepth() + "/" + (max <= 65535) + "/" + Property.get("scenelinear.space") + " ";
                    close();
                }
                return bits;
                """;
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(macro.formatted(frame("x.exr")), "");
        assertEquals("24/1/sRGB 16/1/sRGB 32/1/sRGB ", outcome.returned());
    }

    @Test
    void aVariableOfTheMacroCanNameTheFile() throws IOException {
        String macro = """
                setBatchMode(true);
                input = "%s";
                run("Open EXR...", "file=&input");
                return getTitle();
                """;
        assertEquals(
                "x.exr", HeadlessImageJ.run(macro.formatted(frame("x.exr")), "").returned());
    }

    @Test
    void whatCannotBeDoneStopsTheMacroWithOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.exr"), "not an image");
        Path frame = frame("x.exr");
        String open = "run('Open EXR...', 'file=[" + frame + "]');";
        assertStops("run('Open EXR...', 'part=1');", "Open EXR...: file is missing; give a path");
        assertStops(
                "run('Open EXR...', 'file=[" + text + "]');",
                "Open EXR...: " + text + ": first bytes: this is neither OpenEXR nor TIFF nor PNG");
        assertStops(
                "run('Open EXR...', 'file=[" + folder.resolve("missing.exr") + "]');",
                "Open EXR...: " + folder.resolve("missing.exr") + ": there is no such file");
        assertStops(
                "run('Open EXR...', 'file=[" + frame + "] part=one');",
                "Open EXR...: part=one is not allowed; give a whole number, 0 or more");
        assertStops(
                open + "run('Convert Color Space...', 'too=ACEScg');",
                "Convert Color Space...: too=ACEScg is unknown here; the keys are from, to, adaptation, gamut, alpha, result");
        assertStops(
                open + "run('Convert Color Space...', 'to=ACEScg clip');",
                "Convert Color Space...: clip has no value; write clip=value");
        assertStops(
                open + "run('Save EXR...', 'file=[" + folder.resolve("no folder/a.exr") + "]');",
                "Save EXR...: " + folder.resolve("no folder/a.exr") + ": the folder " + folder.resolve("no folder")
                        + " does not exist");
        assertStops("run('Convert Color Space...', 'to=ACEScg');", "Convert Color Space...: needs an open image");
        assertStops(
                "newImage('plain', '32-bit composite-mode', 4, 4, 3, 1, 1); run('Convert Color Space...', 'to=ACEScg');",
                "Convert Color Space...: the color space of plain is not known (no information); give from= one of ");
    }

    @Test
    void aMipmapIsWrittenAndItsLevelsAndRegionsAreOpened() throws IOException {
        String macro = """
                setBatchMode(true);
                run("Open EXR...", "file=[%1$s]");
                value = getValue(40, 30);
                run("Save EXR...", "file=[%2$s] pixels=source compression=none tiles=[64 32] mipmap=mipmap");
                run("Open EXR...", "file=[%2$s] level=2");
                sizes = "" + getWidth() + "x" + getHeight();
                run("Open EXR...", "file=[%2$s] region=[38 29 5 4]");
                sizes += " " + getWidth() + "x" + getHeight() + " " + (getValue(2, 1) == value);
                run("Check EXR...", "file=[%2$s]");
                return sizes;
                """;
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run(macro.formatted(frame("x.exr"), folder.resolve("tiled.exr")), "");
        assertEquals("64x36 5x4 1", outcome.returned());
        assertTrue(outcome.log().contains("tiled.exr: sound"), outcome.log());
    }

    @Test
    void whatIsThereOfADamagedFileIsOpenedWhenAskedFor() throws IOException {
        Path whole = frame("x.exr");
        Path cut = folder.resolve("cut.exr");
        String save = "setBatchMode(true); run('Open EXR...', 'file=[%s]');"
                + "run('Save EXR...', 'file=[%s] compression=zip pixels=source');";
        HeadlessImageJ.run(save.formatted(whole, cut), "");
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        String open = "setBatchMode(true); run('Open EXR...', 'file=[%s] partial=yes'); return '' + getWidth() + ' '"
                + " + (getValue(40, 20) > 0) + ' ' + getValue(40, 140);";
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run(open.formatted(cut), "");
        assertEquals("256 1 0", outcome.returned());
        assertTrue(outcome.log().contains("chunks are missing or broken"), outcome.log());
        assertStops("run('Open EXR...', 'file=[" + cut + "]');", "Open EXR...: " + cut + ": part 0, chunk ");
    }

    @Test
    void theHeaderOfAFileIsPrinted() throws IOException {
        HeadlessImageJ.Outcome outcome = HeadlessImageJ.run("run('EXR Info', 'file=[" + frame("x.exr") + "]');", "");
        assertTrue(outcome.log().contains("compression: dwab"), outcome.log());
        assertTrue(outcome.log().contains("Color space: ACES2065-1"), outcome.log());
    }

    /** The line begins so, is the only one, and the macro goes no further. */
    private void assertStops(String macro, String line) throws IOException {
        Path witness = folder.resolve("went on");
        HeadlessImageJ.Outcome outcome =
                HeadlessImageJ.run("setBatchMode(true);" + macro + "File.saveString('x', '" + witness + "');", "");
        assertTrue(outcome.log().startsWith(line), outcome.log());
        assertEquals(1, outcome.log().lines().count(), outcome.log());
        assertFalse(Files.exists(witness), "the macro went on after: " + line);
    }

    private static String shipped(String macro) throws IOException {
        return Files.readString(Path.of("macros", macro));
    }

    private Path light(String resource, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream exr = MacrosIT.class.getResourceAsStream("/light/" + resource + ".exr")) {
            Files.copy(exr, file);
        }
        return file;
    }

    private Path frame(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream exr = MacrosIT.class.getResourceAsStream("/exr/frame/luma-like.exr")) {
            Files.copy(exr, file);
        }
        return file;
    }
}
