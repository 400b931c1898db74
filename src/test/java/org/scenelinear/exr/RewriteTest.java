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

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.run.Run;

/**
 * Every fixture, read and written again as the same kind of file: all compressions, sample types, kinds of parts,
 * levels, line orders and windows that they have.
 */
class RewriteTest {
    @TempDir
    Path folder;

    /** The fixtures whose every part can be read and written. */
    static Stream<String> names() {
        return Fixtures.names().filter(name -> {
            try (ExrFile file = ExrFile.open(name, Fixtures.bytes(name))) {
                return file.headers().stream()
                        .allMatch(header ->
                                Codecs.factory(header.compression(), 45).isPresent());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void rewrite(String name, Path path) throws Exception {
        try (ExrFile file = ExrFile.open(name, Fixtures.bytes(name))) {
            ExrWriter.write(path, parts(file), Run.inThisThread());
        }
    }

    private static List<ExrPart> parts(ExrFile file) throws Exception {
        List<ExrPart> parts = new ArrayList<>();
        for (int part = 0; part < file.headers().size(); part++) {
            parts.add(ExrPart.of(file, part, Run.inThisThread()));
        }
        return parts;
    }

    private static boolean isLossless(Header header) {
        boolean floats = header.channels().stream().anyMatch(c -> c.type() == PixelType.FLOAT);
        return switch (header.compression()) {
            case NONE, RLE, ZIPS, ZIP, PIZ, ZSTD -> true;
            case PXR24 -> !floats;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void losslessPixelsAreTheSameAgain(String name) throws Exception {
        Path path = folder.resolve("again.exr");
        rewrite(name, path);
        JsonArray expected = Fixtures.expected().getAsJsonObject(name).getAsJsonArray("parts");
        try (ExrFile file = ExrFile.open(path)) {
            assertEquals(expected.size(), file.headers().size());
            for (int part = 0; part < expected.size(); part++) {
                JsonObject json = expected.get(part).getAsJsonObject();
                Header header = file.headers().get(part);
                assertEquals(json.get("type").getAsString(), header.type().label());
                assertEquals(
                        json.get("lineOrder").getAsString(), header.lineOrder().label());
                ExrPart found = ExrPart.of(file, part, Run.inThisThread());
                if (isLossless(header)) {
                    for (JsonElement level : json.getAsJsonArray("levels")) {
                        hasPixels(level.getAsJsonObject(), found);
                    }
                }
            }
        }
    }

    private static void hasPixels(JsonObject json, ExrPart found) {
        JsonArray xy = json.getAsJsonArray("level");
        Pixels pixels =
                found.levels().get(new Level(xy.get(0).getAsInt(), xy.get(1).getAsInt()));
        if (pixels instanceof Pixels.Deep deep) {
            assertEquals(
                    json.getAsJsonObject("deep").get("countsCrc32").getAsString(),
                    Fixtures.crc32(Plane.of(deep.counts())));
        }
        pixels.planes()
                .forEach((channel, plane) -> assertEquals(
                        json.getAsJsonObject("crc32").get(channel).getAsString(), Fixtures.crc32(plane), channel));
    }

    @Test
    void theReferenceLibraryReadsTheSamePixelsInEveryFileWeWrite() throws Exception {
        List<Path> files = new ArrayList<>();
        List<String> names = names().toList();
        for (String name : names) {
            Path path = folder.resolve(files.size() + ".exr");
            rewrite(name, path);
            files.add(path);
        }
        List<JsonObject> reference = ReferenceLibrary.describe(folder, files);
        assertEquals(files.size(), reference.size());
        for (int i = 0; i < files.size(); i++) {
            try (ExrFile file = ExrFile.open(files.get(i))) {
                JsonArray parts = reference.get(i).getAsJsonArray("parts");
                assertEquals(file.headers().size(), parts.size(), names.get(i));
                for (int part = 0; part < parts.size(); part++) {
                    isRead(names.get(i), file, part, parts.get(part).getAsJsonObject());
                }
            }
        }
    }

    /** What the reference library found in a part is what we find in it. */
    private static void isRead(String name, ExrFile file, int part, JsonObject json) throws Exception {
        ExrPart ours = ExrPart.of(file, part, Run.inThisThread());
        assertEquals(
                ours.header().levels().size(), json.getAsJsonArray("levels").size(), name);
        for (JsonElement element : json.getAsJsonArray("levels")) {
            JsonObject level = element.getAsJsonObject();
            JsonArray xy = level.getAsJsonArray("level");
            Pixels pixels =
                    ours.levels().get(new Level(xy.get(0).getAsInt(), xy.get(1).getAsInt()));
            if (pixels instanceof Pixels.Deep deep) {
                String counts = level.getAsJsonObject("deep").get("countsCrc32").getAsString();
                assertEquals(counts, Fixtures.crc32(Plane.of(deep.counts())), name);
            }
            pixels.planes()
                    .forEach((channel, plane) -> assertEquals(
                            level.getAsJsonObject("channels")
                                    .getAsJsonObject(channel)
                                    .get("crc32")
                                    .getAsString(),
                            Fixtures.crc32(plane),
                            name + " " + ours.header().compression() + " " + channel));
        }
    }
}
