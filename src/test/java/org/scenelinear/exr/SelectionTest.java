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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.block.PlaneSet;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.run.Run;

class SelectionTest {
    private static final Run RUN = Run.inThisThread();

    private static ExrFile open(String name) throws Exception {
        return ExrFile.open(name, Fixtures.bytes(name));
    }

    static Stream<String> names() {
        return Fixtures.names()
                .filter(name ->
                        name.matches("(tiled|yc|window|multipart|order|deep)/.*|codec/.*-(mixed|float|tall).*"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRegionHasThePixelsThatItHasInTheWhole(String name) throws Exception {
        Random random = new Random(name.hashCode());
        try (ExrFile file = open(name)) {
            for (int part = 0; part < file.headers().size(); part++) {
                Header header = file.headers().get(part);
                if (Codecs.factory(header.compression(), 45).isEmpty()) {
                    continue;
                }
                for (Level level : header.levels()) {
                    Selection whole = Selection.part(part).level(level);
                    Box2i window = file.window(whole);
                    int x = window.xMin() + random.nextInt(window.width());
                    int y = window.yMin() + random.nextInt(window.height());
                    Box2i region = new Box2i(
                            x, y, x + random.nextInt(window.xMax() - x + 1), y + random.nextInt(window.yMax() - y + 1));
                    if (header.type().isDeep()) {
                        isPartOfDeep(file, whole, window, region);
                    } else {
                        isPartOf(file, whole, window, region);
                    }
                }
            }
        }
    }

    private static void isPartOf(ExrFile file, Selection whole, Box2i window, Box2i region) throws Exception {
        Map<String, Plane> all = Fixtures.readRaw(file, whole);
        Map<String, Plane> some = Fixtures.readRaw(file, whole.region(region));
        for (Channel channel : file.headers().get(whole.part()).channels()) {
            Plane from = all.get(channel.name());
            Plane expected = Plane.of(channel.type(), (int) PlaneSet.samples(channel, region));
            int to = 0;
            int index = 0;
            for (int y = window.yMin(); y <= window.yMax(); y++) {
                for (int x = window.xMin(); x <= window.xMax(); x++) {
                    if (x % channel.xSampling() == 0 && y % channel.ySampling() == 0) {
                        if (region.contains(new Box2i(x, y, x, y))) {
                            copy(from, index, expected, to++);
                        }
                        index++;
                    }
                }
            }
            assertEquals(expected.length(), to);
            assertEquals(Fixtures.crc32(expected), Fixtures.crc32(some.get(channel.name())), channel.name());
        }
    }

    private static void isPartOfDeep(ExrFile file, Selection whole, Box2i window, Box2i region) throws Exception {
        int[] counts = file.readSampleCounts(whole, Damage.REFUSE, RUN);
        int[] found = file.readSampleCounts(whole.region(region), Damage.REFUSE, RUN);
        Map<String, Plane> all = Fixtures.readRaw(file, whole);
        Map<String, Plane> some = Fixtures.readRaw(file, whole.region(region));
        int start = 0;
        int pixel = 0;
        int to = 0;
        Map<String, Plane> expected = new HashMap<>();
        for (Channel channel : file.headers().get(whole.part()).channels()) {
            expected.put(
                    channel.name(),
                    Plane.of(channel.type(), Arrays.stream(found).sum()));
        }
        for (int i = 0; i < counts.length; i++) {
            int x = window.xMin() + i % window.width();
            int y = window.yMin() + i / window.width();
            if (region.contains(new Box2i(x, y, x, y))) {
                assertEquals(counts[i], found[pixel++]);
                for (int sample = 0; sample < counts[i]; sample++, to++) {
                    for (String name : all.keySet()) {
                        copy(all.get(name), start + sample, expected.get(name), to);
                    }
                }
            }
            start += counts[i];
        }
        expected.forEach((name, plane) -> assertEquals(Fixtures.crc32(plane), Fixtures.crc32(some.get(name)), name));
    }

    private static void copy(Plane from, int index, Plane to, int target) {
        if (from instanceof Plane.Halfs halfs) {
            ((Plane.Halfs) to).bits()[target] = halfs.bits()[index];
        } else if (from instanceof Plane.Floats floats) {
            ((Plane.Floats) to).values()[target] = floats.values()[index];
        } else if (from instanceof Plane.Ints ints) {
            ((Plane.Ints) to).bits()[target] = ints.bits()[index];
        }
    }

    @Test
    void onlyTheChunksOfTheRegionAreUnpacked() throws Exception {
        String name = "codec/zip-scan-half.exr";
        byte[] bytes = Fixtures.bytes(name);
        long start;
        Box2i window;
        try (ExrFile file = open(name)) {
            window = file.headers().get(0).dataWindow();
            start = file.frames(0).find(0).offset();
        }
        bytes[(int) start + 12] ^= 0x55; // in the first chunk's zlib stream
        Box2i below = new Box2i(window.xMin(), window.yMin() + 16, window.xMax(), window.yMax());
        Box2i touching = new Box2i(window.xMin(), window.yMin() + 15, window.xMax(), window.yMax());
        try (ExrFile file = ExrFile.open("damaged.exr", bytes)) {
            Selection all = Selection.part(0);
            assertEquals(
                    file.headers().get(0).channels().size(),
                    Fixtures.readRaw(file, all.region(below)).size());
            assertThrows(InvalidFileException.class, () -> Fixtures.readRaw(file, all.region(touching)));
        }
    }

    @Test
    void whatIsNotThereCannotBeSelected() throws Exception {
        try (ExrFile file = open("tiled/mip-zip.exr")) {
            Selection all = Selection.part(0);
            assertThrows(IllegalArgumentException.class, () -> file.window(Selection.part(1)));
            assertThrows(IllegalArgumentException.class, () -> file.window(all.level(new Level(1, 2))));
            Box2i beyond = new Box2i(0, 0, 100_000, 1);
            assertThrows(IllegalArgumentException.class, () -> file.window(all.region(beyond)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"codec/zip-scan-half.exr", "codec/rle-tile-mixed.exr", "order/zip-dec.exr", "tiled/mip-zip.exr"})
    void ofATruncatedFileTheChunksThatAreThereAreGivenAndTheOthersNamed(String name) throws Exception {
        byte[] bytes = Fixtures.bytes(name);
        byte[] cut = Arrays.copyOf(bytes, bytes.length * 3 / 4);
        try (ExrFile sound = open(name);
                ExrFile file = ExrFile.open("cut.exr", cut)) {
            Map<String, Plane> whole = Fixtures.readRaw(sound, 0);
            Map<String, Plane> some = Fixtures.rawPlanes(file, 0);
            List<FileProblemException> problems = new ArrayList<>();
            file.read(Selection.part(0), some, problems::add, RUN);
            assertThrows(FileProblemException.class, () -> file.read(0, Fixtures.rawPlanes(file, 0), RUN));
            int missing = 0;
            int chunks = (int) file.chunkCount(0);
            for (FileProblemException problem : problems) {
                assertTrue(problem.getMessage().startsWith("cut.exr: part 0, chunk "), problem.getMessage());
                missing++;
            }
            assertTrue(missing > 0 && missing < chunks, missing + " of " + chunks);
            some.forEach((channel, plane) -> {
                int equal = 0;
                int length = plane.length();
                for (int i = 0; i < length; i++) {
                    long found = bits(plane, i);
                    assertTrue(
                            found == bits(whole.get(channel), i) || found == 0, "a sample is right or left as it was");
                    equal += found == bits(whole.get(channel), i) ? 1 : 0;
                }
                assertTrue(equal > length / 4, equal + " of " + length);
            });
        }
    }

    private static long bits(Plane plane, int index) {
        if (plane instanceof Plane.Halfs halfs) {
            return halfs.bits()[index];
        }
        return plane instanceof Plane.Ints ints
                ? ints.bits()[index]
                : Float.floatToRawIntBits(((Plane.Floats) plane).values()[index]);
    }

    @Test
    void ofATruncatedDeepFileTheOtherPixelsHaveNoSamples() throws Exception {
        try (ExrFile file = open("bad/truncated-deep.exr")) {
            List<FileProblemException> problems = new ArrayList<>();
            int[] counts = file.readSampleCounts(Selection.part(0), problems::add, RUN);
            assertTrue(!problems.isEmpty());
            int total = Arrays.stream(counts).sum();
            assertTrue(total > 0);
            Channel channel = file.headers().get(0).channels().get(0);
            Plane plane = Plane.of(channel.type(), total);
            int before = problems.size();
            file.readDeep(Selection.part(0), counts, Map.of(channel.name(), plane), problems::add, RUN);
            assertEquals(2 * before, problems.size());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSoundFileHasNothingToReport(String name) throws Exception {
        try (ExrFile file = open(name)) {
            for (int part = 0; part < file.headers().size(); part++) {
                if (Codecs.factory(file.headers().get(part).compression(), 45).isPresent()) {
                    List<FileProblemException> problems = new ArrayList<>();
                    file.check(part, problems::add, RUN);
                    assertEquals(List.of(), problems);
                }
            }
        }
    }
}
