/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;

/** Presets, against what agx-photo 0.2.0 reads. */
class PresetTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "agx");

    /**
     * What agx-photo loads and this project refuses, because it would render garbage or say nothing of a typing error.
     */
    private static final List<String> STRICTER = List.of(
            "05-unknown-keys.toml",
            "06-out-of-range-accepted.toml",
            "09a-curve-unsorted.toml",
            "09b-curve-one-point.toml",
            "09c-curve-outside.toml",
            "09d-curve-endpoints.toml",
            "17-nan-inf.toml");

    @TempDir
    static Path folder;

    @TempDir
    Path scratch;

    @BeforeAll
    static void unpack() throws IOException {
        Files.createDirectories(folder.resolve("presets/sub"));
        Files.createDirectories(folder.resolve("luts"));
        try (Stream<Path> files = Files.walk(FIXTURES.resolve("presets"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".toml")).toList()) {
                Files.copy(file, folder.resolve(FIXTURES.relativize(file).toString()));
            }
        }
        for (String lut : List.of("warm9.cube", "identity17.cube")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(FIXTURES.resolve("luts/" + lut + ".gz")))) {
                Files.copy(in, folder.resolve("luts/" + lut));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("loaded")
    void everyPresetThatTheReferenceLoadsHasTheSameValues(JsonObject golden) throws IOException {
        Preset preset = read(golden.get("file").getAsString());
        JsonObject result = golden.getAsJsonObject("load_from_file");
        assertValues(result.getAsJsonObject("params"), preset);
        assertEquals(result.get("lut").getAsBoolean(), preset.lut().isPresent());
        JsonObject metadata = result.getAsJsonObject("metadata");
        assertEquals(metadata.get("name").getAsString(), preset.metadata().name());
        assertEquals(metadata.get("version").getAsString(), preset.metadata().version());
        assertEquals(metadata.get("author").getAsString(), preset.metadata().author());
        assertEquals(metadata.has("extends"), preset.metadata().parent().isPresent());
        Map<String, Object> said = new TreeMap<>(preset.values());
        said.remove("lut.path");
        assertEquals(
                leaves(result.getAsJsonObject("partial")).keySet(),
                said.keySet(),
                "what is said, with what is inherited");
    }

    @ParameterizedTest
    @MethodSource("loaded")
    void aPresetSavedElsewhereSaysTheSameAndExtendsTheSame(JsonObject golden) throws IOException {
        Preset preset = read(golden.get("file").getAsString());
        Path copy = scratch.resolve("copy \u00e9.toml");
        preset.write(copy);
        assertEquals(preset, Preset.read(copy));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyPresetThatTheReferenceRefusesIsRefused(JsonObject golden) {
        String file = golden.get("file").getAsString();
        FileProblemException problem = assertThrows(FileProblemException.class, () -> read(file));
        assertTrue(problem.getMessage().contains(".toml: line "), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06-out-of-range-accepted.toml | line 3, column 1, tone.exposure | 12.0 is not allowed; give a number from -5 to 5",
                "09a-curve-unsorted.toml | tone_curve.rgb.points | x must grow from point to point; that of point 3, 0.3, does not",
                "09b-curve-one-point.toml | tone_curve.rgb.points | a curve needs at least 2 points, not 1",
                "09c-curve-outside.toml | tone_curve.red.points | point 1 must be two numbers from 0 to 1, and one is -0.1",
                "09d-curve-endpoints.toml | tone_curve.luma.points | the first point must have x = 0 and the last x = 1",
                "10-type-mismatch.toml | line 2, column 1, tone.exposure | \"bright\" is not allowed; give a number from -5 to 5",
                "11b-negative-seed.toml | line 3, column 1, grain.seed | -1 is not allowed; give a whole number from 0",
                "14-missing-lut.toml | line 2, column 1, lut.path | not-there.cube does not exist",
                "17-nan-inf.toml | line 2, column 1, tone.exposure | NaN is not allowed; give a number from -5 to 5",
                "18-self-extends.toml | line 2, column 1, metadata.extends | which extends this file",
                "19b-bad-grain-type.toml | line 2, column 1, grain.type | \"Fine\" is not allowed; give one of silver, fine, harsh",
                "22-points-as-tables.toml | tone_curve.rgb.points | point 1 must be two numbers [x, y]"
            })
    void whatIsWrongIsToldWithLineColumnAndField(String file, String place, String what) {
        FileProblemException problem = assertThrows(FileProblemException.class, () -> read(file));
        assertTrue(problem.place().endsWith(place), problem.getMessage());
        assertTrue(problem.what().endsWith(what), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tone = {exposre = 1} | tone.exposre",
                "frobnicate = 1 | frobnicate",
                "hsl.crimson.hue = 1 | hsl.crimson",
                "grain = {grain_type = 'fine'} | grain.grain_type",
                "'tone.exposure' = 1 | tone.exposure",
                "metadata.title = 'a' | metadata.title"
            })
    void anUnknownKeyIsRefusedByName(String text, String field) throws IOException {
        Path file = Files.writeString(scratch.resolve("unknown.toml"), text);
        FileProblemException problem = assertThrows(InvalidFileException.class, () -> Preset.read(file));
        assertTrue(problem.place().endsWith(", " + field), problem.getMessage());
        assertEquals("is unknown", problem.what());
    }

    @Test
    void layersFromLeftToRightAreThoseOfTheReference() throws IOException {
        int checked = 0;
        for (JsonElement element : expected().getAsJsonArray("layering_left_to_right")) {
            JsonObject golden = element.getAsJsonObject();
            if (!golden.get("ok").getAsBoolean()) {
                continue;
            }
            List<Preset> layers = new ArrayList<>();
            for (JsonElement file : golden.getAsJsonArray("presets")) {
                layers.add(read(file.getAsString()));
            }
            assertValues(golden.getAsJsonObject("params"), Preset.layered(layers));
            checked++;
        }
        assertTrue(checked > 0);
    }

    @Test
    void aByteOrderMarkAndEndsOfLinesOfWindowsChangeNothing() throws IOException {
        Path plain = folder.resolve("presets/04-full.toml");
        String text = Files.readString(plain);
        assertFalse(text.contains("\r"));
        Path other = folder.resolve("presets/04-windows.toml");
        Files.writeString(other, "\uFEFF" + text.replace("\n", "\r\n"));
        assertEquals(Preset.read(plain), Preset.read(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void manyBracketsWithinEachOtherAreAnErrorOfTheFile(int depth) throws IOException {
        Path file = Files.writeString(scratch.resolve("deep.toml"), "[tone]\nexposure = " + "[".repeat(depth));
        assertThrows(InvalidFileException.class, () -> Preset.read(file));
    }

    @Test
    void aFileTooLargeForAPresetOrNoTextIsNotParsed() throws IOException {
        Path large = Files.write(scratch.resolve("large.toml"), new byte[1 << 20]);
        assertTrue(assertThrows(InvalidFileException.class, () -> Preset.read(large))
                .getMessage()
                .contains("1048576 bytes"));
        Path binary = Files.write(scratch.resolve("binary.toml"), new byte[] {(byte) 0xC3, 0x28});
        assertTrue(assertThrows(InvalidFileException.class, () -> Preset.read(binary))
                .getMessage()
                .contains("UTF-8"));
        assertThrows(FileAccessException.class, () -> Preset.read(scratch.resolve("none.toml")));
        assertThrows(FileAccessException.class, () -> Preset.read(scratch));
    }

    @Test
    void savingKeepsTheWordsOfTheChildAndNotThoseOfItsParent() throws IOException {
        Preset child = read("02-extends.toml");
        Path copy = folder.resolve("presets/02-copy.toml");
        child.write(copy);
        String text = Files.readString(copy);
        assertTrue(text.contains("extends = \"01-base.toml\"\n"), text);
        assertFalse(text.contains("temperature"), text);
        Preset table = read("03-grandchild-lut.toml");
        table.write(copy);
        assertTrue(Files.readString(copy).contains("path = \"../luts/warm9.cube\"\n"));
    }

    private static Preset read(String name) throws FileProblemException {
        return Preset.read(folder.resolve("presets").resolve(name));
    }

    static List<JsonObject> loaded() throws IOException {
        return presets(true);
    }

    static List<JsonObject> refused() throws IOException {
        return presets(false);
    }

    private static List<JsonObject> presets(boolean loads) throws IOException {
        List<JsonObject> found = new ArrayList<>();
        for (JsonElement element : expected().getAsJsonArray("presets")) {
            JsonObject golden = element.getAsJsonObject();
            boolean ok = golden.getAsJsonObject("load_from_file").get("ok").getAsBoolean();
            if (loads == (ok && !STRICTER.contains(golden.get("file").getAsString()))) {
                found.add(golden);
            }
        }
        return found;
    }

    private static JsonObject expected() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FIXTURES.resolve("presets/expected.json.gz")))) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }

    private static void assertValues(JsonObject parameters, Preset preset) {
        Map<String, JsonElement> leaves = leaves(parameters);
        assertTrue(leaves.size() >= PresetField.all().size() - 2, "all but the table and perhaps the seed");
        leaves.forEach((path, value) -> {
            switch (PresetField.all().get(path).kind()) {
                case NUMBER -> assertEquals(value.getAsDouble(), preset.number(path), 1e-5, path);
                case WORD -> assertEquals(value.getAsString(), preset.word(path), path);
                case WHOLE_NUMBER ->
                    assertEquals(value.getAsLong(), preset.seed().orElseThrow(), path);
                case POINTS -> {
                    List<List<Double>> points = preset.points(path.split("\\.")[1]);
                    assertEquals(value.getAsJsonArray().size(), points.size(), path);
                    for (int i = 0; i < points.size(); i++) {
                        for (int c = 0; c < 2; c++) {
                            double coordinate = value.getAsJsonArray()
                                    .get(i)
                                    .getAsJsonArray()
                                    .get(c)
                                    .getAsDouble();
                            assertEquals(coordinate, points.get(i).get(c), 1e-6, path);
                        }
                    }
                }
                case FILE -> throw new AssertionError(path);
            }
        });
    }

    /** The values of the reference by the paths of the preset's file. */
    private static Map<String, JsonElement> leaves(JsonObject parameters) {
        Map<String, JsonElement> found = new TreeMap<>();
        collect(parameters, "", found);
        return found;
    }

    private static void collect(JsonObject object, String table, Map<String, JsonElement> found) {
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String path = table + entry.getKey();
            if (entry.getValue() instanceof JsonObject inner) {
                collect(inner, path + ".", found);
            } else if (path.equals("temperature") || path.equals("tint")) {
                found.put("white_balance." + path, entry.getValue());
            } else if (!path.contains(".")) {
                found.put("tone." + path, entry.getValue());
            } else {
                found.put(path.equals("grain.grain_type") ? "grain.type" : path, entry.getValue());
            }
        }
    }
}
