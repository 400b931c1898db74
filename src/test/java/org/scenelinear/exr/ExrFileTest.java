/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderWriter;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class ExrFileTest {
    @TempDir
    Path folder;

    static Stream<String> names() {
        return Fixtures.names();
    }

    private static ExrFile open(String name) throws Exception {
        return ExrFile.open(name, Fixtures.bytes(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void headersSayWhatTheReferenceReads(String name) throws Exception {
        JsonObject expected = Fixtures.expected().getAsJsonObject(name);
        try (ExrFile file = open(name)) {
            JsonObject flags = expected.getAsJsonObject("flags");
            assertEquals(flags.get("tiled").getAsBoolean(), file.flags().tiled());
            assertEquals(flags.get("longNames").getAsBoolean(), file.flags().longNames());
            assertEquals(flags.get("nonImage").getAsBoolean(), file.flags().nonImage());
            assertEquals(flags.get("multiPart").getAsBoolean(), file.flags().multiPart());
            JsonArray parts = expected.getAsJsonArray("parts");
            assertEquals(parts.size(), file.headers().size());
            for (int part = 0; part < parts.size(); part++) {
                JsonObject json = parts.get(part).getAsJsonObject();
                Header header = file.headers().get(part);
                assertEquals(json.get("type").getAsString(), header.type().label());
                assertEquals(
                        json.get("compression").getAsString(),
                        header.compression().label());
                assertEquals(
                        json.get("lineOrder").getAsString(), header.lineOrder().label());
                assertEquals(json.get("chunkCount").getAsLong(), file.chunkCount(part));
                assertEquals(
                        numbers(json.get("dataWindow")), header.dataWindow().numbers());
                assertEquals(
                        numbers(json.get("displayWindow")),
                        header.displayWindow().numbers());
                assertEquals(channels(json.getAsJsonArray("channels")), header.channels());
                if (!json.get("name").isJsonNull()) {
                    assertEquals(json.get("name").getAsString(), header.name().orElseThrow());
                }
            }
        }
    }

    private static List<Number> numbers(JsonElement json) {
        return json.getAsJsonArray().asList().stream()
                .<Number>map(JsonElement::getAsInt)
                .toList();
    }

    private static List<Channel> channels(JsonArray json) {
        return json.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(c -> new Channel(
                        c.get("name").getAsString(),
                        PixelType.valueOf(c.get("type").getAsString().toUpperCase(Locale.ROOT)),
                        c.get("pLinear").getAsInt() != 0,
                        c.get("xSampling").getAsInt(),
                        c.get("ySampling").getAsInt()))
                .toList();
    }

    static Stream<String> namesWithAttributes() {
        return names().filter(name -> Fixtures.expected()
                .getAsJsonObject(name)
                .getAsJsonArray("parts")
                .get(0)
                .getAsJsonObject()
                .has("attributes"));
    }

    @ParameterizedTest
    @MethodSource("namesWithAttributes")
    void attributesHaveTheValuesThatTheReferenceReads(String name) throws Exception {
        JsonArray parts = Fixtures.expected().getAsJsonObject(name).getAsJsonArray("parts");
        try (ExrFile file = open(name)) {
            for (int part = 0; part < parts.size(); part++) {
                JsonArray found = new JsonArray();
                for (Attribute attribute : file.headers().get(part).attributes()) {
                    if (!attribute.name().equals("channels")) {
                        found.add(AttributeJson.of(attribute));
                    }
                }
                JsonArray wanted = parts.get(part).getAsJsonObject().getAsJsonArray("attributes");
                assertEquals(wanted.size(), found.size());
                for (int i = 0; i < wanted.size(); i++) {
                    assertEquals(wanted.get(i), found.get(i));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void headersAreWrittenBackByteForByte(String name) throws Exception {
        byte[] bytes = Fixtures.bytes(name);
        try (ExrFile file = ExrFile.open(name, bytes)) {
            if (file.headers().size() > 1 || !file.flags().multiPart()) {
                byte[] written = HeaderWriter.bytes(file.headers());
                assertArrayEquals(Arrays.copyOf(bytes, written.length), written);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyChannelOfEveryLevelHasThePixelsOfTheReference(String name) throws Exception {
        JsonArray parts = Fixtures.expected().getAsJsonObject(name).getAsJsonArray("parts");
        try (ExrFile file = open(name)) {
            for (int part = 0; part < parts.size(); part++) {
                Header header = file.headers().get(part);
                if (Codecs.factory(header.compression(), 45).isEmpty()) {
                    refusesPixels(file, part);
                    continue;
                }
                JsonArray levels = parts.get(part).getAsJsonObject().getAsJsonArray("levels");
                assertEquals(levels.size(), header.levels().size());
                for (JsonElement json : levels) {
                    hasThePixels(file, part, json.getAsJsonObject());
                }
            }
        }
    }

    private static void hasThePixels(ExrFile file, int part, JsonObject json) throws Exception {
        JsonArray xy = json.getAsJsonArray("level");
        Level level = new Level(xy.get(0).getAsInt(), xy.get(1).getAsInt());
        Selection selection = Selection.part(part).level(level);
        assertEquals(json.get("width").getAsInt(), file.window(selection).width());
        assertEquals(json.get("height").getAsInt(), file.window(selection).height());
        if (json.has("deep")) {
            int[] counts = file.readSampleCounts(selection, Damage.REFUSE, Run.inThisThread());
            JsonObject deep = json.getAsJsonObject("deep");
            assertEquals(deep.get("countsCrc32").getAsString(), Fixtures.crc32(Plane.of(counts)));
            assertEquals(deep.get("samples").getAsInt(), Arrays.stream(counts).sum());
        }
        Map<String, Plane> planes = Fixtures.readRaw(file, selection);
        JsonObject crcs = json.getAsJsonObject("crc32");
        assertEquals(crcs.keySet(), planes.keySet());
        for (String channel : crcs.keySet()) {
            Plane plane = planes.get(channel);
            assertEquals(json.getAsJsonObject("count").get(channel).getAsInt(), plane.length(), channel);
            assertEquals(crcs.get(channel).getAsString(), Fixtures.crc32(plane), level + " " + channel);
        }
    }

    private static void refusesPixels(ExrFile file, int part) {
        String named = file.headers().get(part).compression().label();
        UnsupportedFileException e = assertThrows(UnsupportedFileException.class, () -> Fixtures.readRaw(file, part));
        assertTrue(e.getMessage().contains(named), e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HTJ2K256", "HTJ2K32", "LJ2K"})
    void allCompressionsButThoseOfJpeg2000AreSupported(Compression compression) {
        assertTrue(Codecs.factory(compression, 45).isPresent());
    }

    @Test
    void halfsBecomeTheFloatsOfTheSameValueAndUnsignedIntegersTheNearest() throws Exception {
        try (ExrFile file = open("codec/zip-scan-mixed.exr")) {
            Map<String, Plane> raw = Fixtures.readRaw(file, 0);
            Map<String, Plane> converted = new HashMap<>();
            raw.forEach((name, plane) -> converted.put(name, Plane.of(new float[plane.length()])));
            file.read(0, converted, Run.inThisThread());
            for (String name : raw.keySet()) {
                float[] floats = ((Plane.Floats) converted.get(name)).values();
                Plane plane = raw.get(name);
                for (int i = 0; i < floats.length; i++) {
                    if (plane instanceof Plane.Halfs halfs) {
                        assertEquals(HalfFloat.toFloat(halfs.bits()[i]), floats[i]);
                    } else if (plane instanceof Plane.Ints ints) {
                        assertEquals((float) Integer.toUnsignedLong(ints.bits()[i]), floats[i]);
                    } else if (plane instanceof Plane.Floats same) {
                        assertEquals(same.values()[i], floats[i]);
                    }
                }
            }
        }
    }

    @Test
    void aSubsetOfTheChannelsIsReadAloneAndEqually() throws Exception {
        try (ExrFile file = open("layers/many.exr")) {
            Map<String, Plane> all = Fixtures.readRaw(file, 0);
            String last = file.headers().get(0).channels().get(all.size() - 1).name();
            Map<String, Plane> one = Fixtures.rawPlanes(file, 0);
            one.keySet().retainAll(List.of(last));
            file.read(0, one, Run.inThisThread());
            assertEquals(Fixtures.crc32(all.get(last)), Fixtures.crc32(one.get(last)));
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (ExrFile file = open("tiled/tile-5x3.exr")) {
            Map<String, Plane> planes = Fixtures.rawPlanes(file, 0);
            file.read(0, planes, Run.on(threads, 4, Progress.NONE, () -> false));
            Map<String, Plane> alone = Fixtures.readRaw(file, 0);
            planes.forEach((name, plane) -> assertEquals(Fixtures.crc32(alone.get(name)), Fixtures.crc32(plane)));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aFileOnDiskIsReadAsFromMemoryAndCanBeDeletedWhileOpen() throws Exception {
        Path path = folder.resolve("rgb.exr");
        Files.write(path, Fixtures.bytes("order/zip-dec.exr"));
        try (ExrFile file = ExrFile.open(path);
                ExrFile memory = open("order/zip-dec.exr")) {
            Files.delete(path);
            Map<String, Plane> planes = Fixtures.readRaw(file, 0);
            Fixtures.readRaw(memory, 0)
                    .forEach((name, plane) -> assertEquals(Fixtures.crc32(plane), Fixtures.crc32(planes.get(name))));
        }
    }

    @Test
    void aStreamIsReadAsAFile() throws Exception {
        byte[] bytes = Fixtures.bytes("frame/luma-like-rgba.exr");
        try (ExrFile file = ExrFile.open("stream", new ByteArrayInputStream(bytes));
                ExrFile memory = ExrFile.open("bytes", bytes)) {
            assertEquals(bytes.length, file.size());
            Map<String, Plane> planes = Fixtures.readRaw(file, 0);
            Fixtures.readRaw(memory, 0)
                    .forEach((name, plane) -> assertEquals(Fixtures.crc32(plane), Fixtures.crc32(planes.get(name))));
        }
    }

    @Test
    void aStreamThatBreaksIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        };
        FileAccessException e = assertThrows(FileAccessException.class, () -> ExrFile.open("remote.exr", broken));
        assertTrue(e.getMessage().startsWith("remote.exr: cannot be read"), e.getMessage());
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        Path missing = folder.resolve("missing.exr");
        FileAccessException e = assertThrows(FileAccessException.class, () -> ExrFile.open(missing));
        assertEquals(missing + ": does not exist", e.getMessage());
        e = assertThrows(FileAccessException.class, () -> ExrFile.open(folder));
        assertEquals(folder + ": is a folder, not a file", e.getMessage());
    }

    @Test
    void planesThatDoNotFitAreRefused() throws Exception {
        try (ExrFile file = open("order/zip-inc.exr")) {
            Run run = Run.inThisThread();
            Map<String, Plane> unknown = Map.of("nope", Plane.of(new float[100_000]));
            assertThrows(IllegalArgumentException.class, () -> file.read(0, unknown, run));
            String name = file.headers().get(0).channels().get(0).name();
            Map<String, Plane> small = Map.of(name, Plane.of(new float[3]));
            assertThrows(IllegalArgumentException.class, () -> file.read(0, small, run));
            Map<String, Plane> integers = Map.of(name, Plane.of(new int[100_000]));
            assertThrows(IllegalArgumentException.class, () -> file.read(0, integers, run));
        }
    }

    @Test
    void aCanceledReadEnds() throws Exception {
        try (ExrFile file = open("order/zip-inc.exr")) {
            Run canceled = Run.on(Runnable::run, 1, Progress.NONE, () -> true);
            Map<String, Plane> planes = Fixtures.rawPlanes(file, 0);
            assertThrows(CancellationException.class, () -> file.read(0, planes, canceled));
        }
    }

    @Test
    void aWindowThatTheFileCannotHoldIsRefusedBeforeMemoryIsTaken() {
        Header header = Header.builder()
                .dataWindow(new Box2i(0, 0, (1 << 30) - 1, 0))
                .channel(new Channel("R", PixelType.FLOAT))
                .compression(Compression.ZIPS)
                .build();
        byte[] start = HeaderWriter.bytes(List.of(header));
        byte[] file = Arrays.copyOf(start, start.length + 5000);
        file[start.length] = (byte) (start.length + 8); // the one entry of the chunk offset table
        file[start.length + 1] = (byte) (start.length + 8 >> 8);
        file[start.length + 8 + 5] = 0x10; // a chunk of 4096 bytes
        Exception e = assertThrows(InvalidFileException.class, () -> ExrFile.open("wide.exr", file));
        assertTrue(e.getMessage().startsWith("wide.exr: part 0, attribute \"dataWindow\": 4294967296 bytes"));
    }

    @Test
    void aTileTableBeyondAllNumbersIsRefused() {
        Header header = Header.builder()
                .dataWindow(new Box2i(-(1 << 30) + 1, -(1 << 30) + 1, (1 << 30) - 1, (1 << 30) - 1))
                .channel(new Channel("R", PixelType.FLOAT))
                .type(PartType.DEEP_TILED)
                .attribute("type", new AttributeValue.StringValue("deeptile"))
                .attribute("tiles", new TileDescription(1, 1, LevelMode.RIPMAP, LevelRounding.UP))
                .build();
        byte[] file = Arrays.copyOf(HeaderWriter.bytes(List.of(header)), 5000);
        Exception e = assertThrows(InvalidFileException.class, () -> ExrFile.open("tiles.exr", file));
        assertTrue(e.getMessage().contains("9223372036854775807 chunks"), e.getMessage());
    }
}
