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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;

class Pxr24CodecTest extends CodecContractTest {
    @Override
    protected Codec newCodec() {
        return new Pxr24Codec();
    }

    /** Halfs and integers as they were; floats rounded to 24 bits. */
    @Override
    protected void assertSamePixels(Block block, byte[] expected, byte[] found) {
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer given = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (Channel channel : block.channels()) {
                for (int i = block.samplesInLine(channel, line); i > 0; i--) {
                    switch (channel.type()) {
                        case HALF -> assertEquals(wanted.getShort(), given.getShort());
                        case UINT -> assertEquals(wanted.getInt(), given.getInt());
                        case FLOAT -> assertRounded(wanted.getInt(), given.getInt());
                    }
                }
            }
        }
        assertEquals(expected.length, given.position());
    }

    private static void assertRounded(int bits, int found) {
        float value = Float.intBitsToFloat(bits);
        float rounded = Float.intBitsToFloat(found);
        assertEquals(0, found & 0xFF);
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            assertEquals(value, rounded);
        } else if (Math.abs(value) > 3.4028e38f) {
            assertEquals(value, rounded, 0x1p113f);
        } else {
            // Half of the last of 15 bits of fraction.
            assertEquals(value, rounded, Math.max(Math.ulp(value), Float.MIN_VALUE) * 128);
        }
    }

    static Stream<ReferenceChunk> chunks() {
        return ReferenceChunk.of(Compression.PXR24);
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
    void pixelsLoseWhatTheyLoseInTheReferenceAndTakeNoMoreRoom(ReferenceChunk chunk) throws Exception {
        try (Codec codec = newCodec()) {
            byte[] packed = new byte[chunk.raw().length];
            int length = codec.encode(chunk.block(), chunk.raw(), packed);
            byte[] found = new byte[chunk.raw().length];
            codec.decode(chunk.block(), packed, length, found);
            assertArrayEquals(chunk.decoded(), found);
            assertEquals(chunk.packed().length, length, 0.05 * chunk.packed().length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3F800000, 3F8000", // 1
        "3F80007F, 3F8000", // less than half of the last bit
        "3F800080, 3F8001", // half of it: away from zero
        "BF800080, BF8001",
        "3F800180, 3F8002",
        "3FFFFF80, 400000", // into the next exponent
        "00000001, 000000", // subnormal
        "80000080, 800001",
        "7F7FFF7F, 7F7FFF",
        "7F7FFF80, 7F7FFF", // would round to infinity
        "FF7FFFFF, FF7FFF",
        "7F800000, 7F8000", // infinity
        "FF800000, FF8000",
        "7FC00000, 7FC000", // NaN
        "7F800001, 7F8001", // NaN whose upper bits are those of infinity
        "FFFFFFFF, FFFFFF"
    })
    void floatsAreRoundedTo24Bits(String bits, String rounded) {
        assertEquals(Integer.parseInt(rounded, 16), Pxr24Codec.to24(Integer.parseUnsignedInt(bits, 16)));
    }

    @Test
    void noFloatBecomesInfinityOrNanThatWasNotAndTheSignStays() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            int bits = random.nextInt();
            float value = Float.intBitsToFloat(bits);
            float rounded = Float.intBitsToFloat(Pxr24Codec.to24(bits) << 8);
            assertEquals(Float.isNaN(value), Float.isNaN(rounded));
            assertEquals(Float.isInfinite(value), Float.isInfinite(rounded));
            assertEquals(bits < 0, Float.floatToRawIntBits(rounded) < 0);
        }
    }

    @Test
    void aStreamOfTheWrongSizeIsCorrupt() {
        Block block = new Block(List.of(new Channel("Z", PixelType.FLOAT)), 0, 0, 50, 16);
        byte[] raw = new byte[(int) block.rawSize()];
        try (Codec codec = newCodec()) {
            for (int size : new int[] {2399, 2401, 3200, 5_000_000}) {
                Deflater deflater = new Deflater();
                deflater.setInput(new byte[size]);
                deflater.finish();
                byte[] stream = new byte[10_000];
                int length = deflater.deflate(stream);
                deflater.end();
                assertThrows(CorruptChunkException.class, () -> codec.decode(block, stream, length, raw));
            }
        }
    }
}
