/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;

class ZstdCodecTest extends CodecContractTest {
    private static final Block BLOCK = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 500, 4);

    @Override
    protected Codec newCodec() {
        return new ZstdCodec();
    }

    static Stream<ReferenceChunk> chunks() {
        return ReferenceChunk.of(Compression.ZSTD);
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void chunksAreUnpackedAsTheReferenceDoes(ReferenceChunk chunk) throws Exception {
        try (Codec codec = newCodec()) {
            assertArrayEquals(chunk.decoded(), chunk.decodedBy(codec));
        }
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void flatAndDeepPixelsComeBackFromAboutTheSizeOfTheReference(ReferenceChunk chunk) throws Exception {
        byte[] packed = new byte[chunk.raw().length];
        byte[] found = new byte[chunk.raw().length];
        try (Codec codec = newCodec()) {
            int length = codec.encode(chunk.block(), chunk.raw(), packed);
            if (length == Codec.NOT_SMALLER) {
                // Where the reference saves a few bytes, the checksum in our frames takes them.
                assertEquals(chunk.raw().length, chunk.packed().length, 5);
                return;
            }
            assertEquals(chunk.packed().length, length, 0.05 * chunk.packed().length + 4);
            codec.decode(chunk.block(), packed, length, found);
        }
        assertArrayEquals(chunk.raw(), found);
        assertArrayEquals(Arrays.copyOf(chunk.packed(), 16), Arrays.copyOf(packed, 16));
    }

    @Test
    void aFlatChunkWithoutDifferencesIsRead() throws Exception {
        byte[] raw = smooth(BLOCK, 1);
        byte[] packed = new byte[raw.length];
        byte[] found = new byte[raw.length];
        Block asDeep = new Block(BLOCK.channels(), 0, 0, 500, 4, List.of(500, 500, 500, 500));
        try (Codec codec = newCodec()) {
            int length = codec.encode(asDeep, raw, packed);
            for (int version = 1; version <= 2; version++) {
                packed[8] = (byte) version;
                Arrays.fill(found, (byte) 0);
                codec.decode(BLOCK, packed, length, found);
                assertArrayEquals(raw, found);
            }
        }
    }

    @Test
    void aHeaderThatIsNotKnownIsCorrupt() {
        byte[] raw = smooth(BLOCK, 2);
        byte[] packed = new byte[raw.length];
        try (Codec codec = newCodec()) {
            int length = codec.encode(BLOCK, raw, packed);
            assertMessage(codec, with(packed, 0, 'Z'), length, "zstd-exr");
            assertMessage(codec, with(packed, 8, 3), length, "version 3");
            assertMessage(codec, with(packed, 8, 1), length, "version 1 with flag 1");
            assertMessage(codec, with(packed, 12, 2), length, "flag 2");
            assertMessage(codec, with(packed, 23, 0x80), length, "frame has -");
            assertMessage(codec, packed, length - 1, "not " + (length - 25));
            assertMessage(codec, packed, 23, "at least 24");
        }
    }

    private static byte[] with(byte[] bytes, int place, int value) {
        byte[] changed = bytes.clone();
        changed[place] = (byte) value;
        return changed;
    }

    private static void assertMessage(Codec codec, byte[] packed, int length, String part) {
        byte[] raw = new byte[(int) BLOCK.rawSize()];
        Exception e = assertThrows(CorruptChunkException.class, () -> codec.decode(BLOCK, packed, length, raw));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    /** A chunk around a frame of groups that the test makes. */
    private static byte[] chunk(byte[] groups) {
        ZstdFrame frame = new ZstdFrame();
        byte[] packed = new byte[frame.greatestLength(groups.length)];
        int length = frame.compress(groups, groups.length, packed);
        ByteBuffer chunk = ByteBuffer.allocate(24 + length).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("zstd-exr".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(2).putInt(1).putLong(length).put(packed, 0, length);
        return chunk.array();
    }

    @Test
    void aGroupOfTheWrongSizeIsCorrupt() {
        try (Codec codec = newCodec()) {
            byte[] groups = new byte[4008];
            ByteBuffer.wrap(groups).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 4001);
            byte[] wrong = chunk(groups);
            assertMessage(codec, wrong, wrong.length, "4001 bytes, not 4000");
            byte[] few = chunk(Arrays.copyOf(groups, 4007));
            assertMessage(codec, few, few.length, "4007 bytes where 4008");
        }
    }

    @Test
    void aBombIsStoppedAtTheSizeOfThePixels() {
        byte[] bomb = chunk(new byte[50_000_000]);
        assertTrue(bomb.length < 50_000, "a bomb of " + bomb.length + " bytes");
        try (Codec codec = newCodec()) {
            assertMessage(codec, bomb, bomb.length, "Zstandard");
        }
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void damagedFramesGiveACorruptChunkOrPixelsAndNothingElse(ReferenceChunk chunk) {
        Random random = new Random(3);
        byte[] raw = new byte[chunk.raw().length];
        int errors = 0;
        try (Codec codec = newCodec()) {
            for (int round = 0; round < 2000; round++) {
                byte[] damaged = chunk.packed().clone();
                if (round % 4 == 0) {
                    damaged = Arrays.copyOf(damaged, 25 + random.nextInt(damaged.length - 25));
                    ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(16, damaged.length - 24);
                }
                // Most of the damage where a frame keeps its sizes and tables.
                int reach = round % 2 == 0 ? Math.min(60, damaged.length - 24) : damaged.length - 24;
                for (int flips = 0; flips <= round % 3; flips++) {
                    damaged[24 + random.nextInt(reach)] = (byte) random.nextInt();
                }
                try {
                    codec.decode(chunk.block(), damaged, damaged.length, raw);
                } catch (CorruptChunkException e) {
                    assertFalse(e.getMessage().isBlank());
                    errors++;
                }
            }
        }
        assertTrue(errors > 200, "only " + errors + " damaged chunks were noticed");
    }

    @Test
    void withoutTheLibraryThereIsNoSuchCodecAndNoOtherError() throws Exception {
        URL[] classes = {Codecs.class.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> compression = loader.loadClass(Compression.class.getName());
            Method factory = loader.loadClass(Codecs.class.getName()).getMethod("factory", compression, float.class);
            for (Object constant : compression.getEnumConstants()) {
                Optional<?> found = (Optional<?>) factory.invoke(null, constant, 45f);
                if (constant.toString().equals("ZSTD")) {
                    assertTrue(found.isEmpty());
                    assertTrue(Codecs.factory(Compression.ZSTD, 45).isPresent());
                } else if (constant.toString().equals("ZIP")) {
                    assertTrue(found.isPresent());
                }
            }
        }
    }

    @Test
    void oneClassAloneKnowsTheLibrary() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ZstdFrame.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.airlift..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.scenelinear"));
    }
}
