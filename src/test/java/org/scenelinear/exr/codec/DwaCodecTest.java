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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

class DwaCodecTest {
    private static final List<Channel> RGB = List.of(
            new Channel("B", PixelType.HALF), new Channel("G", PixelType.HALF), new Channel("R", PixelType.HALF));

    static List<DwaVectors.Decoded> decoded() {
        return DwaVectors.decoded();
    }

    static List<DwaVectors.Encoded> encoded() {
        return DwaVectors.encoded();
    }

    @ParameterizedTest
    @MethodSource("decoded")
    void aChunkDecodesToTheBitsOfOpenExr(DwaVectors.Decoded vector) throws CorruptChunkException {
        assertEquals(vector.rawSize(), vector.block().rawSize());
        byte[] raw = decode(45, vector.block(), vector.packed(), vector.packed().length);
        CRC32 crc = new CRC32();
        crc.update(raw);
        assertEquals(vector.rawCrc(), crc.getValue());
    }

    @Test
    void oneCodecDecodesAllChunksAsIfItWereNew() throws CorruptChunkException {
        try (DwaCodec codec = new DwaCodec(45)) {
            for (DwaVectors.Decoded vector : DwaVectors.decoded()) {
                byte[] raw = new byte[vector.rawSize() + 3];
                codec.decode(vector.block(), vector.packed(), vector.packed().length, raw);
                CRC32 crc = new CRC32();
                crc.update(raw, 0, vector.rawSize());
                assertEquals(vector.rawCrc(), crc.getValue(), vector.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void pixelsLoseExactlyWhatOpenExrsEncoderLoses(DwaVectors.Encoded vector) throws CorruptChunkException {
        byte[] packed = new byte[vector.raw().length];
        int length = encode(vector.level(), vector.block(), vector.raw(), packed);
        assertArrayEquals(
                decode(45, vector.block(), vector.packed(), vector.packed().length),
                decode(45, vector.block(), packed, length));
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void aChunkIsWithinFivePercentOfOpenExrsSize(DwaVectors.Encoded vector) {
        int length = encode(vector.level(), vector.block(), vector.raw(), new byte[vector.raw().length]);
        assertTrue(length <= 1.05 * vector.packed().length, length + " against " + vector.packed().length);
    }

    @Test
    void aChunkOfVersion1FollowsTheFixedRules() throws CorruptChunkException {
        DwaVectors.Encoded vector = DwaVectors.encoded("half RGB level 45");
        int rules = vector.packed()[88] & 0xFF;
        byte[] old = new byte[vector.packed().length - rules];
        System.arraycopy(vector.packed(), 0, old, 0, 88);
        System.arraycopy(vector.packed(), 88 + rules, old, 88, old.length - 88);
        old[0] = 1;
        Block block = vector.block();
        List<Channel> names = List.of(
                new Channel("blue", PixelType.HALF),
                new Channel("g", PixelType.HALF),
                new Channel("RED", PixelType.HALF));
        Block renamed = new Block(names, block.x(), block.y(), block.width(), block.height());
        assertArrayEquals(
                decode(45, block, vector.packed(), vector.packed().length), decode(45, renamed, old, old.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half RGB level 45", "half RGBA with float Z and uint id", "float RGB"})
    void aHigherLevelMakesASmallerChunk(String name) {
        DwaVectors.Encoded vector = DwaVectors.encoded(name);
        int before = Integer.MAX_VALUE;
        for (float level : new float[] {3, 10, 45, 200, 3000}) {
            int length = encode(level, vector.block(), vector.raw(), new byte[vector.raw().length]);
            assertTrue(length < before, "level " + level + ": " + length + " after " + before);
            before = length;
        }
    }

    @Test
    void equalPixelsGiveEqualBytesWhateverWasPackedBefore() {
        DwaVectors.Encoded vector = DwaVectors.encoded("half RGBA with float Z and uint id");
        byte[] first = new byte[vector.raw().length];
        byte[] second = new byte[vector.raw().length];
        try (DwaCodec codec = new DwaCodec(45)) {
            int length = codec.encode(vector.block(), vector.raw(), first);
            for (DwaVectors.Encoded other : DwaVectors.encoded()) {
                codec.encode(other.block(), other.raw(), new byte[other.raw().length]);
            }
            assertEquals(length, codec.encode(vector.block(), vector.raw(), second));
        }
        assertArrayEquals(first, second);
    }

    @Test
    void otherChannelsKeepEveryBit() throws CorruptChunkException {
        List<Channel> channels = List.of(
                new Channel("A", PixelType.FLOAT),
                new Channel("R", PixelType.UINT),
                new Channel("Z", PixelType.FLOAT),
                new Channel("layer.A", PixelType.HALF),
                new Channel("sub", PixelType.HALF, false, 2, 3));
        Block block = new Block(channels, -4, 3, 41, 37);
        byte[] raw = new byte[(int) block.rawSize()];
        Random random = new Random(7);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) random.nextInt(1 + i % 7);
        }
        byte[] packed = new byte[raw.length];
        int length = encode(45, block, raw, packed);
        assertArrayEquals(raw, decode(45, block, packed, length));
    }

    @Test
    void atLevelZeroAGradientKeepsThreeDigits() throws CorruptChunkException {
        Block block = new Block(RGB, 0, 0, 64, 32);
        float[] values = new float[3 * 64 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.05f + 0.9f * (i % 64) / 64 + 0.02f * (i / 192);
        }
        byte[] raw = halfs(values);
        byte[] packed = new byte[raw.length];
        byte[] back = decode(0, block, packed, encode(0, block, raw, packed));
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], half(back, i), 0.005f * values[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nanAndInfinityNeitherStopTheEncoderNorReachOtherBlocks(boolean perceptuallyLinear)
            throws CorruptChunkException {
        Channel channel = new Channel("Y", PixelType.HALF, perceptuallyLinear, 1, 1);
        Block block = new Block(List.of(channel), 0, 0, 64, 64);
        float[] values = new float[64 * 64];
        Arrays.fill(values, 0.5f);
        byte[] raw = halfs(values);
        int[] specials = {0x7C00, 0xFC00, 0x7E00, 0xFFFF, 0x7C01, 0x7BFF, 0xFBFF};
        for (int i = 0; i < specials.length; i++) {
            raw[2 * i] = (byte) specials[i];
            raw[2 * i + 1] = (byte) (specials[i] >> 8);
        }
        byte[] packed = new byte[raw.length];
        byte[] back = decode(45, block, packed, encode(45, block, raw, packed));
        for (int y = 0; y < 64; y++) {
            for (int x = y < 8 ? 8 : 0; x < 64; x++) {
                assertEquals(0.5f, half(back, 64 * y + x), 0.01f);
            }
        }
    }

    @Test
    void noiseThatDoesNotShrinkIsLeftToBeStoredRaw() {
        Block block = new Block(List.of(new Channel("id", PixelType.UINT)), 0, 0, 50, 20);
        byte[] raw = new byte[4000];
        new Random(5).nextBytes(raw);
        assertEquals(Codec.NOT_SMALLER, encode(45, block, raw, new byte[4000]));
        assertEquals(Codec.NOT_SMALLER, encode(45, block, raw, new byte[9000]));
        Block pixel = new Block(RGB, 0, 0, 1, 1);
        assertEquals(Codec.NOT_SMALLER, encode(45, pixel, new byte[6], new byte[6]));
    }

    @Test
    void aSmallTileIsPackedWithoutAHuffmanTableAndComesBack() throws CorruptChunkException {
        Block tile = new Block(RGB, 32, 16, 16, 16);
        float[] values = new float[3 * 256];
        Random random = new Random(6);
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + 0.2f * random.nextFloat();
        }
        byte[] raw = halfs(values);
        byte[] packed = new byte[raw.length];
        int length = encode(45, tile, raw, packed);
        assertEquals(DwaChunkHeader.DEFLATE, DwaChunkHeader.read(packed, length).acPacking());
        byte[] back = decode(45, tile, packed, length);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], half(back, i), 0.03f);
        }
    }

    @Test
    void theSourcePixelsStayAsTheyAre() {
        DwaVectors.Encoded vector = DwaVectors.encoded("float RGB");
        byte[] raw = vector.raw().clone();
        encode(45, vector.block(), raw, new byte[raw.length]);
        assertArrayEquals(vector.raw(), raw);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
    void aLevelMustBeANumberOfAtLeastZero(float level) {
        assertThrows(IllegalArgumentException.class, () -> new DwaCodec(level));
    }

    private static byte[] decode(float level, Block block, byte[] packed, int length) throws CorruptChunkException {
        byte[] raw = new byte[(int) block.rawSize()];
        try (DwaCodec codec = new DwaCodec(level)) {
            codec.decode(block, packed, length, raw);
        }
        return raw;
    }

    private static int encode(float level, Block block, byte[] raw, byte[] packed) {
        try (DwaCodec codec = new DwaCodec(level)) {
            return codec.encode(block, raw, packed);
        }
    }

    private static byte[] halfs(float[] values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            short half = HalfFloat.fromFloat(values[i]);
            bytes[2 * i] = (byte) half;
            bytes[2 * i + 1] = (byte) (half >> 8);
        }
        return bytes;
    }

    private static float half(byte[] bytes, int index) {
        return HalfFloat.toFloat((short) (bytes[2 * index] & 0xFF | bytes[2 * index + 1] << 8));
    }
}
