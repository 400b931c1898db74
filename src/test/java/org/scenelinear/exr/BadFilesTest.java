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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;

class BadFilesTest {
    static Stream<String> names() {
        return Fixtures.bad().keySet().stream();
    }

    private static List<Map<String, Plane>> readAll(String name, byte[] bytes) throws FileProblemException {
        List<Map<String, Plane>> parts = new ArrayList<>();
        try (ExrFile file = ExrFile.open(name, bytes)) {
            for (int part = 0; part < file.headers().size(); part++) {
                parts.add(Fixtures.readRaw(file, part));
            }
        }
        return parts;
    }

    @ParameterizedTest
    @MethodSource("names")
    void damageGivesAClearErrorOrThePixelsOfTheSoundFile(String name) throws Exception {
        JsonObject entry = Fixtures.bad().getAsJsonObject(name);
        String expect = entry.get("expect").getAsString();
        List<Map<String, Plane>> parts;
        try {
            parts = readAll(name, Fixtures.bytes("bad/" + name));
        } catch (FileProblemException e) {
            assertTrue(!expect.equals("ok"), e.getMessage());
            assertTrue(e.getMessage().startsWith(name + ": "), e.getMessage());
            assertTrue(!e.place().isEmpty() && !e.what().isEmpty(), e.getMessage());
            return;
        }
        switch (expect) {
            case "ok", "error-or-ok" -> {
                String base = entry.get("base").getAsString();
                List<Map<String, Plane>> sound = readAll(base, Fixtures.bytes(base));
                assertEquals(sound.size(), parts.size());
                for (int i = 0; i < parts.size(); i++) {
                    Map<String, Plane> found = parts.get(i);
                    sound.get(i)
                            .forEach((channel, plane) ->
                                    assertEquals(Fixtures.crc32(plane), Fixtures.crc32(found.get(channel))));
                }
            }
            case "no-crash" -> assertTrue(parts.size() > 0);
            default -> fail("was read although " + entry.get("why").getAsString());
        }
    }

    @Test
    void anInterruptedWritersEmptyTableIsRebuilt() throws Exception {
        byte[] bytes = Fixtures.bytes("bad/table-zero.exr");
        Map<String, Plane> found = readAll("table-zero.exr", bytes).get(0);
        String base = "codec/zip-scan-half.exr";
        readAll(base, Fixtures.bytes(base))
                .get(0)
                .forEach((channel, plane) -> assertEquals(Fixtures.crc32(plane), Fixtures.crc32(found.get(channel))));
    }

    @Test
    void aBrokenChunkIsNamedWithItsLineAndItsByte() {
        try {
            readAll("deflate-short.exr", Fixtures.bytes("bad/deflate-short.exr"));
            fail("was read");
        } catch (FileProblemException e) {
            assertEquals("part 0, chunk 0 (line 0) at byte 384", e.place());
        }
    }

    @Test
    void aBrokenAttributeIsNamedWithItsByte() {
        try {
            readAll("attr-size-short.exr", Fixtures.bytes("bad/attr-size-short.exr"));
            fail("was read");
        } catch (FileProblemException e) {
            assertEquals("header, attribute \"displayWindow\" at byte 103", e.place());
            assertEquals("a value of type box2i has 16 bytes, not 3", e.what());
        }
    }

    @Test
    void anUnknownCompressionIsRefusedWithItsNumber() {
        try {
            readAll("compression-unknown.exr", Fixtures.bytes("bad/compression-unknown.exr"));
            fail("was read");
        } catch (FileProblemException e) {
            assertTrue(e instanceof UnsupportedFileException, e.getMessage());
            assertTrue(e.what().contains("99"), e.what());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codec/zip-scan-half.exr",
                "codec/zips-scan-mixed.exr",
                "content/rle-runs.exr",
                "attr/types.exr",
                "tiled/mip-down-1x21.exr",
                "multipart/one.exr"
            })
    void flippedBitsAnywhereNeverGiveAnotherException(String name) {
        byte[] sound = Fixtures.bytes(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 300; i++) {
            byte[] bytes = sound.clone();
            // Half of the damage in the header, where every byte means something.
            int reach = i % 2 == 0 ? Math.min(700, bytes.length) : bytes.length;
            for (int flips = 0; flips <= i % 4; flips++) {
                bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                readAll(name, bytes);
            } catch (FileProblemException e) {
                assertTrue(e.getMessage().startsWith(name + ": "), e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"codec/zip-scan-half.exr", "tiled/tile-31x17.exr", "attr/types.exr"})
    void aFileCutAnywhereGivesAnError(String name) {
        byte[] sound = Fixtures.bytes(name);
        for (int length = 0; length < sound.length; length += 1 + length / 40) {
            byte[] bytes = Arrays.copyOf(sound, length);
            try {
                readAll(name, bytes);
                fail("was read though cut after " + length + " bytes");
            } catch (FileProblemException e) {
                assertTrue(e.getMessage().startsWith(name + ": "), e.getMessage());
            }
        }
    }
}
