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
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.block.ChunkFrames;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

class ChunkCopyTest {
    private static final Run RUN = Run.inThisThread();

    @TempDir
    Path folder;

    static Stream<String> names() {
        return Fixtures.names();
    }

    private static ExrFile open(String name) throws Exception {
        return ExrFile.open(name, Fixtures.bytes(name));
    }

    private static List<ChunkCopy> all(ExrFile file) {
        List<ChunkCopy> copies = new ArrayList<>();
        for (int part = 0; part < file.headers().size(); part++) {
            copies.add(new ChunkCopy(file, part));
        }
        return copies;
    }

    private static void hasSameChunks(ExrFile expected, int part, ExrFile found, int foundPart) throws Exception {
        ChunkFrames frames = expected.frames(part);
        ChunkFrames copies = found.frames(foundPart);
        assertEquals(expected.chunkCount(part), found.chunkCount(foundPart));
        for (int chunk = 0; chunk < expected.chunkCount(part); chunk++) {
            assertArrayEquals(frames.bytes(frames.find(chunk)), copies.bytes(copies.find(chunk)));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEditedHeaderLeavesEveryChunkAsItIsWhateverItsCompression(String name) throws Exception {
        Path path = folder.resolve("edited.exr");
        try (ExrFile file = open(name)) {
            List<ChunkCopy> copies = new ArrayList<>();
            for (ChunkCopy copy : all(file)) {
                Header edited = copy.header().toBuilder()
                        .attribute("myNote", new AttributeValue.StringValue("edited"))
                        .build();
                copies.add(new ChunkCopy(file, copy.part(), edited));
            }
            ChunkCopy.write(path, copies, RUN);
            try (ExrFile found = ExrFile.open(path)) {
                for (int part = 0; part < copies.size(); part++) {
                    assertEquals(
                            new AttributeValue.StringValue("edited"),
                            found.headers().get(part).attribute("myNote").orElseThrow());
                    hasSameChunks(file, part, found, part);
                }
            }
        }
    }

    @Test
    void aFileIsSplitAndItsPartsAreJoinedAgain() throws Exception {
        List<ExrFile> pieces = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try (ExrFile file = open("multipart/all-types.exr")) {
            for (ChunkCopy copy : all(file)) {
                Path path = folder.resolve("part" + copy.part() + ".exr");
                ChunkCopy.write(path, List.of(copy), RUN);
                files.add(path);
                pieces.add(ExrFile.open(path));
                assertEquals(1, pieces.get(copy.part()).headers().size());
            }
            Path joined = folder.resolve("joined.exr");
            ChunkCopy.write(
                    joined,
                    pieces.stream().map(piece -> new ChunkCopy(piece, 0)).toList(),
                    RUN);
            files.add(joined);
            try (ExrFile found = ExrFile.open(joined)) {
                for (int part = 0; part < pieces.size(); part++) {
                    hasSameChunks(file, part, found, part);
                }
            }
        } finally {
            pieces.forEach(ExrFile::close);
        }
        JsonArray expected =
                Fixtures.expected().getAsJsonObject("multipart/all-types.exr").getAsJsonArray("parts");
        List<JsonObject> reference = ReferenceLibrary.describe(folder, files);
        for (int part = 0; part < expected.size(); part++) {
            String crc = expected.get(part)
                    .getAsJsonObject()
                    .getAsJsonArray("levels")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonObject("crc32")
                    .toString();
            for (JsonObject found : List.of(reference.get(part), reference.get(expected.size()))) {
                JsonArray parts = found.getAsJsonArray("parts");
                JsonObject level = parts.get(parts.size() == 1 ? 0 : part)
                        .getAsJsonObject()
                        .getAsJsonArray("levels")
                        .get(0)
                        .getAsJsonObject();
                JsonObject crcs = new JsonObject();
                level.getAsJsonObject("channels")
                        .entrySet()
                        .forEach(e -> crcs.add(
                                e.getKey(), e.getValue().getAsJsonObject().get("crc32")));
                assertEquals(crc, crcs.toString());
            }
        }
    }

    @Test
    void whatDescribesTheChunksCannotBeChanged() throws Exception {
        try (ExrFile file = open("codec/zip-scan-half.exr")) {
            Header header = file.headers().get(0);
            Header moved = header.toBuilder().dataWindow(new Box2i(1, 1, 5, 5)).build();
            Header other = header.toBuilder().compression(Compression.PIZ).build();
            for (Header wrong : List.of(moved, other)) {
                List<ChunkCopy> copies = List.of(new ChunkCopy(file, 0, wrong));
                Path path = folder.resolve("wrong.exr");
                assertThrows(IllegalArgumentException.class, () -> ChunkCopy.write(path, copies, RUN));
                assertTrue(Files.notExists(path));
            }
        }
    }

    @Test
    void partsOfOneFileNeedDifferentNamesAndTheSameDisplayWindow() throws Exception {
        try (ExrFile one = open("multipart/two-scan.exr");
                ExrFile other = open("window/overscan-zip.exr")) {
            Path path = folder.resolve("no.exr");
            List<ChunkCopy> twice = List.of(new ChunkCopy(one, 0), new ChunkCopy(one, 0));
            Exception e = assertThrows(IllegalArgumentException.class, () -> ChunkCopy.write(path, twice, RUN));
            assertTrue(e.getMessage().contains("two parts have the name"), e.getMessage());
            Header named = other.headers().get(0).toBuilder()
                    .attribute("name", new AttributeValue.StringValue("other"))
                    .build();
            List<ChunkCopy> mixed = List.of(new ChunkCopy(one, 0), new ChunkCopy(other, 0, named));
            e = assertThrows(IllegalArgumentException.class, () -> ChunkCopy.write(path, mixed, RUN));
            assertTrue(e.getMessage().contains("\"displayWindow\" of part 1 differs"), e.getMessage());
        }
    }

    @Test
    void aMissingChunkIsNamedAndNothingIsWritten() throws Exception {
        try (ExrFile file = open("bad/truncated-half.exr")) {
            Path path = folder.resolve("no.exr");
            List<ChunkCopy> copies = List.of(new ChunkCopy(file, 0));
            Exception e = assertThrows(FileProblemException.class, () -> ChunkCopy.write(path, copies, RUN));
            assertTrue(e.getMessage().startsWith("bad/truncated-half.exr: part 0, chunk "), e.getMessage());
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void aFileCanBeEditedInPlace() throws Exception {
        Path path = folder.resolve("frame.exr");
        Files.write(path, Fixtures.bytes("codec/dwab-scan-half.exr"));
        try (ExrFile file = ExrFile.open(path)) {
            Header header = file.headers().get(0).toBuilder()
                    .attribute("owner", new AttributeValue.StringValue("somebody else"))
                    .build();
            ChunkCopy.write(path, List.of(new ChunkCopy(file, 0, header)), RUN);
        }
        try (ExrFile edited = ExrFile.open(path);
                ExrFile original = open("codec/dwab-scan-half.exr")) {
            hasSameChunks(original, 0, edited, 0);
            assertTrue(edited.headers().get(0).attribute("owner").isPresent());
        }
    }
}
