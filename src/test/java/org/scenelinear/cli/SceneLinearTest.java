/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.Fixtures;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.run.Run;

class SceneLinearTest {
    private static final String RGB = "color/ap0.exr";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        return SceneLinear.execute(new PrintWriter(out), new PrintWriter(err), words);
    }

    private Path fixture(String name) throws IOException {
        Path file = folder.resolve(name.replace('/', '_'));
        Files.write(file, Fixtures.bytes(name));
        return file;
    }

    private static JsonObject expected() {
        try (InputStream in = SceneLinearTest.class.getResourceAsStream("/cli/expected.json")) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> headers() {
        return expected().keySet();
    }

    static List<String> pixels() {
        return expected().entrySet().stream()
                .filter(file -> file.getValue().toString().contains("\"levels\""))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void infoSaysOfHeadersWhatTheReferenceSays(String name) throws IOException {
        assertEquals(0, run("info", "--json", fixture(name)), err.toString());
        JsonObject printed = JsonParser.parseString(out.toString()).getAsJsonObject();
        JsonObject expected = expected().getAsJsonObject(name);
        for (String field : List.of("bytes", "version", "flags")) {
            assertEquals(expected.get(field), printed.get(field), field);
        }
        JsonArray parts = expected.getAsJsonArray("parts");
        assertEquals(parts.size(), printed.getAsJsonArray("parts").size());
        for (int part = 0; part < parts.size(); part++) {
            assertEquals(
                    headerOf(parts.get(part)), printed.getAsJsonArray("parts").get(part));
        }
    }

    @ParameterizedTest
    @MethodSource("pixels")
    void infoSaysOfPixelsWhatTheReferenceSays(String name) throws IOException {
        assertEquals(0, run("info", "--json", "--pixels", fixture(name)), err.toString());
        JsonObject printed = JsonParser.parseString(out.toString()).getAsJsonObject();
        JsonArray parts = expected().getAsJsonObject(name).getAsJsonArray("parts");
        for (int part = 0; part < parts.size(); part++) {
            assertEquals(
                    parts.get(part).getAsJsonObject().get("levels"),
                    printed.getAsJsonArray("parts").get(part).getAsJsonObject().get("levels"));
        }
    }

    @Test
    void aBadFileIsToldInOneLineAndTheOthersFollow() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.exr"), "this is no picture");
        assertEquals(1, run("info", "--json", bad, folder.resolve("missing.exr"), fixture(RGB)));
        List<String> problems = err.toString().lines().toList();
        assertEquals(2, problems.size(), err.toString());
        assertTrue(problems.get(0).contains("bad.exr"), problems.get(0));
        assertTrue(problems.get(1).contains("missing.exr"), problems.get(1));
        assertEquals(1, out.toString().lines().count());
    }

    @Test
    void pixelsThatCannotBeReadAreAnErrorNotALesserResult() throws IOException {
        assertEquals(1, run("info", "--json", "--pixels", fixture("codec/lj2k-scan-half.exr")));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("lj2k"), err.toString());
    }

    @Test
    void infoForPeopleNamesTheColorSpace() throws IOException {
        assertEquals(0, run("info", "--pixels", fixture(RGB)), err.toString());
        assertTrue(out.toString().contains("Color space: ACES2065-1"), out.toString());
        assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("R: count=")), out.toString());
    }

    @Test
    void listNamesEveryOperationWithItsKeys() {
        assertEquals(0, run("list"));
        assertTrue(out.toString().contains("Convert Color Space..."), out.toString());
        assertTrue(out.toString().contains("    adaptation=Bradford"), out.toString());
    }

    @Test
    void runConvertsToFullFloatsAndKeepsOtherChannels() throws IOException {
        Path in = fixture("codec/zip-scan-half.exr");
        Path result = folder.resolve("result.exr");
        assertEquals(0, run("run", "convert color space", in, result, "from=ACES2065-1", "to=ACEScg"), err.toString());
        FloatImage before = open(in);
        FloatImage after = open(result);
        assertEquals(ColorSpaces.ACESCG, after.color().space().orElseThrow());
        assertArrayEquals(
                before.channel("A").orElseThrow().samples(),
                after.channel("A").orElseThrow().samples());
        assertFalse(Arrays.equals(
                before.channel("R").orElseThrow().samples(),
                after.channel("R").orElseThrow().samples()));
        out.getBuffer().setLength(0);
        run("info", result);
        assertTrue(out.toString().contains("R float"), out.toString());
    }

    @Test
    void runThereAndBackGivesTheSamePixels() throws IOException {
        Path in = fixture("codec/zip-scan-half.exr");
        Path there = folder.resolve("there.exr");
        Path back = folder.resolve("back.exr");
        run("run", "Convert Color Space...", in, there, "from=ACES2065-1", "to=ACEScg");
        run("run", "Convert Color Space...", there, back, "to=ACES2065-1", "pixels=half", "compression=lj2k");
        assertTrue(err.toString().contains("lj2k"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(0, run("run", "Convert Color Space...", there, back, "to=ACES2065-1"), err.toString());
        float[][] expected = open(in).rgb().orElseThrow();
        float[][] actual = open(back).rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(expected[c], actual[c], 2e-5f);
        }
    }

    @Test
    void runRendersIntoAPicture() throws IOException {
        Path result = folder.resolve("result.png");
        assertEquals(0, run("run", "ACES Output Transform", fixture(RGB), result), err.toString());
        byte[] start = Files.readAllBytes(result);
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(start, 4));
    }

    @Test
    void runTakesTheSecondImageFromAFileAndALayerOfIt() throws IOException {
        Path plate = light("plate");
        Path result = folder.resolve("result.exr");
        assertEquals(
                0,
                run("run", "add light", plate, result, "with=" + light("passes"), "layer=key", "stops=1"),
                err.toString());
        float[] before = open(plate).channel("G").orElseThrow().samples();
        float[] key = open(light("passes")).channel("key.G").orElseThrow().samples();
        float[] after = open(result).channel("G").orElseThrow().samples();
        for (int i = 0; i < after.length; i++) {
            assertEquals(before[i] + 2 * key[i], after[i]);
        }
        assertEquals(0, run("run", "exposure", plate, result, "stops=-2"), err.toString());
        assertEquals(before[5] / 4, open(result).channel("G").orElseThrow().samples()[5]);
    }

    @Test
    void aSecondFileThatDoesNotFitIsToldInOneLine() throws IOException {
        Path result = folder.resolve("result.exr");
        Path missing = folder.resolve("missing.exr");
        assertEquals(1, run("run", "Composite Over", light("plate"), result, "with=" + missing));
        assertEquals(
                "scenelinear: " + missing + ": there is no such file",
                err.toString().strip());
        err.getBuffer().setLength(0);
        assertEquals(1, run("run", "Composite Over", light("plate"), result, "with=" + fixture(RGB)));
        assertTrue(err.toString().startsWith("scenelinear: plate.exr is in ACEScg, "), err::toString);
        assertFalse(Files.exists(result));
    }

    @Test
    void anOperationThatSavesTakesTheOutputFile() throws IOException {
        Path result = folder.resolve("saved.exr");
        assertEquals(0, run("run", "Save EXR", fixture(RGB), result, "compression=dwab"), err.toString());
        run("info", result);
        assertTrue(out.toString().contains("compression: dwab"), out.toString());
    }

    @Test
    void aFileNameThatNoMacroLineCanHoldIsWritten() throws IOException {
        Path file = folder.resolve("it's ]odd.exr");
        assertEquals(0, run("run", "Save EXR", fixture(RGB), file), err::toString);
        assertTrue(Files.exists(file));
    }

    @Test
    void twoFilesToWriteAreRefusedInsteadOfChoosingOne() throws IOException {
        Path other = folder.resolve("other.exr");
        Path file = folder.resolve("out.exr");
        assertEquals(1, run("run", "Save EXR", fixture(RGB), file, "file=" + other));
        assertTrue(err.toString().contains("file is given twice"), err::toString);
        assertFalse(Files.exists(file) || Files.exists(other));
    }

    @Test
    void aRefusalIsOneLineAndWritesNothing() throws IOException {
        Path result = folder.resolve("result.exr");
        for (String word : List.of("too=ACEScg", "to=nonsense", "gamut", "pixels=9")) {
            err.getBuffer().setLength(0);
            assertEquals(1, run("run", "Convert Color Space", fixture(RGB), result, word, "adaptation=none"));
            assertEquals(1, err.toString().lines().count(), err.toString());
            assertFalse(Files.exists(result));
        }
        assertEquals(1, run("run", "No Such Thing", fixture(RGB), result));
        assertEquals(2, run("walk"));
        assertEquals(2, run("info"));
    }

    private Path light(String name) throws IOException {
        Path file = folder.resolve(name + ".exr");
        try (InputStream in = SceneLinearTest.class.getResourceAsStream("/light/" + name + ".exr")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static FloatImage open(Path path) throws IOException {
        return ImageFiles.open(path, OpenOptions.EVERYTHING, Run.inThisThread());
    }

    private static JsonObject headerOf(JsonElement part) {
        JsonObject header = part.getAsJsonObject().deepCopy();
        header.remove("levels");
        return header;
    }

    @Test
    void comparingAFileWithItselfFindsNothingAndALimitDecidesTheExitCode() throws IOException {
        Path file = fixture(RGB);
        assertEquals(0, run("compare", file, file, "--limit", "dE2000 maximum 0; SSIM 1"), err.toString());
        assertTrue(out.toString().contains("dEITP maximum: 0"), out.toString());
        Path brighter = folder.resolve("brighter.exr");
        assertEquals(0, run("run", "Exposure", file, brighter, "stops=1"), err.toString());
        assertEquals(1, run("compare", file, brighter, "--limit", "stops maximum 0.5"));
        assertTrue(err.toString().contains("stops maximum is"), err.toString());
        assertEquals(0, run("compare", file, brighter));
        assertEquals(2, run("compare", file, brighter, "--limit", "nonsense"));
        assertEquals(2, run("compare", file, brighter, "--peak", "0"));
        assertEquals(1, run("compare", file, folder.resolve("gone.exr")));
    }
}
