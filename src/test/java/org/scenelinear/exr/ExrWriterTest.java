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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class ExrWriterTest {
    private static final List<Compression> LOSSLESS = List.of(
            Compression.NONE, Compression.RLE, Compression.ZIPS, Compression.ZIP, Compression.PIZ, Compression.ZSTD);

    @TempDir
    Path folder;

    static Stream<Arguments> losslessWithTypes() {
        return LOSSLESS.stream()
                .flatMap(compression -> Stream.of(PixelType.values()).map(type -> Arguments.of(compression, type)));
    }

    private static Header header(Compression compression, int width, int height, Channel... channels) {
        return Header.builder()
                .dataWindow(new Box2i(-3, 5, width - 4, height + 4))
                .channels(List.of(channels))
                .compression(compression)
                .build();
    }

    private static Plane randomBits(PixelType type, int length) {
        Random random = new Random(length);
        return switch (type) {
            case HALF -> {
                short[] bits = new short[length];
                for (int i = 0; i < length; i++) {
                    bits[i] = (short) (random.nextInt() | i % 3);
                }
                yield Plane.of(bits);
            }
            case UINT -> Plane.of(random.ints(length).toArray());
            case FLOAT -> {
                float[] values = new float[length];
                for (int i = 0; i < length; i++) {
                    values[i] = Float.intBitsToFloat(i % 2 == 0 ? random.nextInt() : i);
                }
                yield Plane.of(values);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("losslessWithTypes")
    void everyBitComesBack(Compression compression, PixelType type) throws Exception {
        Path path = folder.resolve("bits.exr");
        Header header = header(compression, 61, 45, new Channel("a", type), new Channel("b.c", type));
        Map<String, Plane> planes = Map.of("a", randomBits(type, 61 * 45), "b.c", randomBits(type, 61 * 46));
        ExrWriter.write(path, header, planes, Run.inThisThread());
        try (ExrFile file = ExrFile.open(path)) {
            assertEquals(header, file.headers().get(0));
            Map<String, Plane> found = Fixtures.readRaw(file, 0);
            assertEquals(Fixtures.crc32(planes.get("a")), Fixtures.crc32(found.get("a")));
            assertEquals(Fixtures.crc32(cut(planes.get("b.c"), 61 * 45)), Fixtures.crc32(found.get("b.c")));
        }
    }

    private static Plane cut(Plane plane, int length) {
        if (plane instanceof Plane.Halfs halfs) {
            return Plane.of(Arrays.copyOf(halfs.bits(), length));
        } else if (plane instanceof Plane.Ints ints) {
            return Plane.of(Arrays.copyOf(ints.bits(), length));
        }
        return Plane.of(Arrays.copyOf(((Plane.Floats) plane).values(), length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attr/standard.exr",
                "attr/types.exr",
                "attr/longname.exr",
                "attr/many.exr",
                "layers/unicode.exr",
                "yc/zip-offset.exr",
                "window/far-zip.exr",
                "color/ap0.exr"
            })
    void aFileThatIsReadAndWrittenKeepsAttributesAndPixels(String name) throws Exception {
        Path path = folder.resolve("copy.exr");
        try (ExrFile original = ExrFile.open(name, Fixtures.bytes(name))) {
            Header header = original.headers().get(0);
            Map<String, Plane> planes = Fixtures.readRaw(original, 0);
            ExrWriter.write(path, header, planes, Run.inThisThread());
            try (ExrFile copy = ExrFile.open(path)) {
                assertEquals(header, copy.headers().get(0));
                Map<String, Plane> found = Fixtures.readRaw(copy, 0);
                planes.forEach((channel, plane) ->
                        assertEquals(Fixtures.crc32(plane), Fixtures.crc32(found.get(channel)), channel));
            }
        }
    }

    @Test
    void aChunkThatDoesNotFitTheMemoryWithItsCopiesIsRefusedBeforeItIsTaken(@TempDir Path temporary) {
        int width = 1 << 18; // a line of one channel has 1 MB
        long channels = Runtime.getRuntime().maxMemory() >> 22; // the chunk alone takes a quarter of all memory
        assumeTrue(channels < 2000, "a memory that such a chunk and its copies fit");
        Header.Builder header = Header.builder().dataWindow(new Box2i(0, 0, width - 1, 0));
        Plane plane = Plane.of(new float[width]);
        Map<String, Plane> planes = new HashMap<>();
        List<Channel> list = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            list.add(new Channel("c" + i, PixelType.FLOAT));
            planes.put("c" + i, plane);
        }
        Path file = temporary.resolve("wide.exr");
        Run run = Run.inThisThread();
        UnsupportedFileException problem = assertThrows(
                UnsupportedFileException.class,
                () -> ExrWriter.write(file, header.channels(list).build(), planes, run));
        assertTrue(problem.what().contains("MB of memory are needed"), problem::getMessage);
        assertFalse(Files.exists(file));
    }

    @Test
    void aTiledPartIsWrittenAsScanLinesWhenItsHeaderIsMadeSo() throws Exception {
        String name = "tiled/order-random-mip.exr";
        Path path = folder.resolve("scan.exr");
        try (ExrFile original = ExrFile.open(name, Fixtures.bytes(name))) {
            Map<String, Plane> planes = Fixtures.readRaw(original, 0);
            Header lines = original.headers().get(0).toBuilder()
                    .scanLines()
                    .lineOrder(LineOrder.INCREASING_Y)
                    .build();
            ExrWriter.write(path, lines, planes, Run.inThisThread());
            try (ExrFile copy = ExrFile.open(path)) {
                Header header = copy.headers().get(0);
                assertEquals(PartType.SCAN_LINE, header.type());
                assertTrue(header.attribute("tiles").isEmpty());
                Map<String, Plane> found = Fixtures.readRaw(copy, 0);
                planes.forEach((channel, plane) ->
                        assertEquals(Fixtures.crc32(plane), Fixtures.crc32(found.get(channel)), channel));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HTJ2K256", "HTJ2K32", "LJ2K"})
    void theBytesDoNotDependOnTheNumberOfThreads(Compression compression) throws Exception {
        Header header = header(compression, 300, 500, new Channel("Y", PixelType.HALF));
        Plane plane = Fixtures.floats(header, header.channels().get(0), i -> Math.sin(i * 0.001) + 1);
        Path alone = folder.resolve("alone.exr");
        Path together = folder.resolve("together.exr");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            ExrWriter.write(alone, header, Map.of("Y", plane), Run.inThisThread());
            Run run = Run.on(threads, 4, Progress.NONE, () -> false);
            ExrWriter.write(together, header, Map.of("Y", plane), run);
        } finally {
            threads.shutdown();
        }
        assertArrayEquals(Files.readAllBytes(alone), Files.readAllBytes(together));
    }

    @Test
    void floatsAreRoundedToTheNearestHalfAndClampedToUnsignedIntegers() throws Exception {
        float[] values = {0.1f, 65519.99f, 65520f, 1e-8f, -0f, Float.NaN, -3.7f, 3.7f, 4294967040f, 1e10f};
        long[] integers = {0, 65519, 65520, 0, 0, 0, 0, 3, 4294967040L, 4294967295L};
        Header header = header(
                Compression.ZIP, 10, 1, new Channel("half", PixelType.HALF), new Channel("uint", PixelType.UINT));
        Path path = folder.resolve("rounded.exr");
        Plane plane = Plane.of(values);
        ExrWriter.write(path, header, Map.of("half", plane, "uint", plane), Run.inThisThread());
        try (ExrFile file = ExrFile.open(path)) {
            Map<String, Plane> found = Fixtures.readRaw(file, 0);
            short[] halfs = ((Plane.Halfs) found.get("half")).bits();
            int[] unsigned = ((Plane.Ints) found.get("uint")).bits();
            for (int i = 0; i < values.length; i++) {
                assertEquals(HalfFloat.fromFloat(values[i]), halfs[i]);
                assertEquals(integers[i], Integer.toUnsignedLong(unsigned[i]));
            }
            assertEquals(65504f, HalfFloat.toFloat(halfs[1]));
            assertEquals(Float.POSITIVE_INFINITY, HalfFloat.toFloat(halfs[2]));
        }
    }

    @Test
    void halfBitsWidenIntoAFloatChannel() throws Exception {
        Header header = header(Compression.ZIP, 2, 1, new Channel("Y", PixelType.FLOAT));
        Path path = folder.resolve("wide.exr");
        Map<String, Plane> halfs = Map.of("Y", Plane.of(new short[] {0x3C00, (short) 0xC000}));
        ExrWriter.write(path, header, halfs, Run.inThisThread());
        try (ExrFile file = ExrFile.open(path)) {
            float[] found = ((Plane.Floats) Fixtures.readRaw(file, 0).get("Y")).values();
            assertArrayEquals(new float[] {1, -2}, found);
        }
    }

    @Test
    void aCanceledWriteLeavesTheOldFileAndNothingElse() throws Exception {
        Path path = folder.resolve("kept.exr");
        Files.writeString(path, "old");
        Header header = header(Compression.ZIPS, 400, 2000, new Channel("Y", PixelType.FLOAT));
        Plane plane = Fixtures.floats(header, header.channels().get(0), i -> i);
        AtomicInteger asked = new AtomicInteger();
        Run run = Run.on(Runnable::run, 1, Progress.NONE, () -> asked.incrementAndGet() > 2);
        assertThrows(CancellationException.class, () -> ExrWriter.write(path, header, Map.of("Y", plane), run));
        assertEquals("old", Files.readString(path));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aCompressionWithoutCodecIsRefusedByNameAndNothingIsWritten() {
        Path path = folder.resolve("none.exr");
        Header header = header(Compression.LJ2K, 4, 4, new Channel("Y", PixelType.HALF));
        Map<String, Plane> planes = Map.of("Y", Plane.of(new float[16]));
        Exception e = assertThrows(
                UnsupportedFileException.class, () -> ExrWriter.write(path, header, planes, Run.inThisThread()));
        assertTrue(e.getMessage().contains("lj2k"), e.getMessage());
        assertFalse(Files.exists(path));
    }

    @Test
    void aChannelWithoutAPlaneIsRefused() {
        Header header = header(Compression.ZIP, 4, 4, new Channel("Y", PixelType.HALF));
        Map<String, Plane> planes = new HashMap<>();
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> ExrWriter.write(folder.resolve("no.exr"), header, planes, Run.inThisThread()));
        assertTrue(e.getMessage().contains("\"Y\""), e.getMessage());
    }

    @Test
    void aNegativeLevelOfDwaIsRefused() {
        Header header = header(Compression.ZIP, 4, 4, new Channel("Y", PixelType.HALF)).toBuilder()
                .attribute(ExrWriter.DWA_LEVEL, new Numbers.FloatValue(-1))
                .build();
        Map<String, Plane> planes = Map.of("Y", Plane.of(new float[16]));
        assertThrows(
                IllegalArgumentException.class,
                () -> ExrWriter.write(folder.resolve("no.exr"), header, planes, Run.inThisThread()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DWAA", "DWAB"})
    void dwaRecordsItsLevel(Compression compression) throws Exception {
        for (Float level : new Float[] {null, 20f}) {
            Path path = folder.resolve("dwa.exr");
            Header header = header(compression, 40, 40, new Channel("Y", PixelType.HALF));
            if (level != null) {
                header = header.toBuilder()
                        .attribute(ExrWriter.DWA_LEVEL, new Numbers.FloatValue(level))
                        .build();
            }
            Plane plane = Fixtures.floats(header, header.channels().get(0), i -> 0.5 + Math.sin(i * 0.01));
            ExrWriter.write(path, header, Map.of("Y", plane), Run.inThisThread());
            try (ExrFile file = ExrFile.open(path)) {
                assertEquals(
                        new Numbers.FloatValue(level == null ? 45 : level),
                        file.headers().get(0).attribute(ExrWriter.DWA_LEVEL).orElseThrow());
                float[] found = new float[1600];
                file.read(0, Map.of("Y", Plane.of(found)), Run.inThisThread());
                for (int i = 0; i < found.length; i++) {
                    assertEquals(((Plane.Floats) plane).values()[i], found[i], 0.02);
                }
            }
        }
    }
}
