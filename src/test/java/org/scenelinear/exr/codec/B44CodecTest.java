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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

class B44CodecTest extends CodecContractTest {
    private static final Channel HALF = new Channel("Y", PixelType.HALF);
    private static final Channel EXPONENT = new Channel("Y", PixelType.HALF, true, 1, 1);

    @Override
    protected Codec newCodec() {
        return new B44Codec(true);
    }

    @Override
    protected boolean leavesNoiseAlone() {
        return false;
    }

    /** Halfs of pictures that reach 1.5 within 0.03; all else as it was. */
    @Override
    protected void assertSamePixels(Block block, byte[] expected, byte[] found) {
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer given = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (Channel channel : block.channels()) {
                for (int i = block.samplesInLine(channel, line); i > 0; i--) {
                    if (channel.type() == PixelType.HALF) {
                        assertEquals(HalfFloat.toFloat(wanted.getShort()), HalfFloat.toFloat(given.getShort()), 0.03f);
                    } else {
                        assertEquals(wanted.getInt(), given.getInt());
                    }
                }
            }
        }
        assertEquals(expected.length, given.position());
    }

    static Stream<ReferenceChunk> chunks() {
        return Stream.concat(ReferenceChunk.of(Compression.B44), ReferenceChunk.of(Compression.B44A));
    }

    private static Codec codec(Compression compression) {
        return new B44Codec(compression == Compression.B44A);
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void chunksAreUnpackedAsTheReferenceDoes(ReferenceChunk chunk) throws Exception {
        try (Codec codec = codec(chunk.compression())) {
            assertArrayEquals(chunk.decoded(), chunk.decodedBy(codec));
        }
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void chunksArePackedToTheBytesOfTheReference(ReferenceChunk chunk) {
        try (Codec codec = codec(chunk.compression())) {
            byte[] packed = new byte[chunk.raw().length];
            int length = codec.encode(chunk.block(), chunk.raw(), packed);
            assertArrayEquals(chunk.packed(), Arrays.copyOf(packed, length));
        }
    }

    private static byte[] bytes(int... halfs) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * halfs.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : halfs) {
            buffer.putShort((short) half);
        }
        return buffer.array();
    }

    private static byte[] throughTheCodec(Block block, byte[] raw, int expectedLength) throws CorruptChunkException {
        byte[] packed = new byte[raw.length];
        byte[] found = new byte[raw.length];
        try (Codec codec = new B44Codec(false)) {
            int length = codec.encode(block, raw, packed);
            assertEquals(expectedLength, length);
            codec.decode(block, packed, length, found);
        }
        return found;
    }

    @Test
    void infinitiesAndNanBecomeZeroAndLeaveTheirNeighborsAlone() throws Exception {
        int[] halfs = new int[16];
        Arrays.fill(halfs, 0x0005);
        int[] specials = {0x7C00, 0xFC00, 0x7E00, 0xFFFF, 0x7C01, 0xFC01};
        System.arraycopy(specials, 0, halfs, 3, specials.length);
        int[] expected = halfs.clone();
        Arrays.fill(expected, 3, 3 + specials.length, 0);
        Block block = new Block(List.of(HALF), 0, 0, 4, 4);
        assertArrayEquals(bytes(expected), throughTheCodec(block, bytes(halfs), 14));
    }

    @Test
    void theGreatestValueOfABlockComesBackExactly() throws Exception {
        Random random = new Random(1);
        Block block = new Block(List.of(HALF), 0, 0, 4, 4);
        for (int round = 0; round < 500; round++) {
            int[] halfs =
                    random.ints(16, 0x3000, 0x3000 + (16 << random.nextInt(9))).toArray();
            byte[] found = throughTheCodec(block, bytes(halfs), 14);
            int greatest = 0;
            for (int i = 0; i < 16; i++) {
                greatest = halfs[i] > halfs[greatest] ? i : greatest;
            }
            int half = found[2 * greatest] & 0xFF | (found[2 * greatest + 1] & 0xFF) << 8;
            assertEquals(halfs[greatest], half);
        }
    }

    @Test
    void noSampleIsFurtherOffThanAThirtiethOfTheRangeOfItsBlock() throws Exception {
        Random random = new Random(2);
        Block block = new Block(List.of(HALF), 0, 0, 4, 4);
        for (int round = 0; round < 500; round++) {
            int range = 1 << random.nextInt(14);
            int[] halfs = random.ints(16, 0x1000, 0x1000 + range).toArray();
            byte[] found = throughTheCodec(block, bytes(halfs), 14);
            for (int i = 0; i < 16; i++) {
                int half = found[2 * i] & 0xFF | (found[2 * i + 1] & 0xFF) << 8;
                // In steps between neighboring halfs; a difference of 6 bits takes a sixtieth, rounding half of that.
                assertEquals(halfs[i], half, range / 30.0);
            }
        }
    }

    @Test
    void incompleteBlocksRepeatTheLastColumnAndRow() {
        Block cut = new Block(List.of(HALF, new Channel("id", PixelType.UINT)), 0, 0, 6, 5);
        Block whole = new Block(cut.channels(), 0, 0, 8, 8);
        byte[] cutRaw = fill(cut, (c, x, y) -> 0.5 + 0.01 * x + 0.02 * y);
        byte[] wholeRaw = fill(whole, (c, x, y) -> 0.5 + 0.01 * Math.min(x, 5) + 0.02 * Math.min(y, 4));
        byte[] cutPacked = new byte[cutRaw.length];
        byte[] wholePacked = new byte[wholeRaw.length];
        try (Codec codec = new B44Codec(false)) {
            assertEquals(4 * 14 + 4 * 30, codec.encode(cut, cutRaw, cutPacked));
            codec.encode(whole, wholeRaw, wholePacked);
        }
        assertArrayEquals(Arrays.copyOf(wholePacked, 4 * 14), Arrays.copyOf(cutPacked, 4 * 14));
    }

    @Test
    void onlyB44aWritesShortBlocks() throws Exception {
        Block block = new Block(List.of(HALF), 0, 0, 8, 4);
        int[] halfs = new int[32];
        Arrays.fill(halfs, 0x3C00);
        byte[] packed = new byte[64];
        try (Codec b44 = new B44Codec(false);
                Codec b44a = new B44Codec(true)) {
            assertEquals(28, b44.encode(block, bytes(halfs), packed));
            int length = b44a.encode(block, bytes(halfs), packed);
            assertEquals(6, length);
            byte[] found = new byte[64];
            b44.decode(block, packed, length, found);
            assertArrayEquals(bytes(halfs), found);
        }
    }

    @Test
    void aPerceptuallyLinearChannelIsPreciseWhereItsValuesAreLarge() throws Exception {
        Block marked = new Block(List.of(EXPONENT), 0, 0, 64, 32);
        Block plain = new Block(List.of(HALF), 0, 0, 64, 32);
        byte[] raw = fill(marked, (c, x, y) -> 0.02 * (x % 8) + 0.1 * (y % 8));
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            byte[] found = throughTheCodec(i == 0 ? marked : plain, raw, 14 * 16 * 8);
            for (int j = 0; j < raw.length; j += 2) {
                float before = HalfFloat.toFloat((short) (raw[j] & 0xFF | raw[j + 1] << 8));
                float after = HalfFloat.toFloat((short) (found[j] & 0xFF | found[j + 1] << 8));
                errors[i] = Math.max(errors[i], Math.abs(after - before));
            }
        }
        // A plain channel spends its steps on the ratios between small values.
        assertTrue(errors[0] < errors[1], Arrays.toString(errors));
    }

    @Test
    void missingAndLeftOverBytesAreCorrupt() {
        ReferenceChunk chunk = ReferenceChunk.of(Compression.B44A, "equal areas");
        byte[] longer = Arrays.copyOf(chunk.packed(), chunk.packed().length + 1);
        byte[] raw = new byte[chunk.raw().length];
        try (Codec codec = newCodec()) {
            for (int length = 1; length <= longer.length; length++) {
                int given = length;
                if (length != chunk.packed().length) {
                    assertThrows(CorruptChunkException.class, () -> codec.decode(chunk.block(), longer, given, raw));
                    byte[] exact = Arrays.copyOf(longer, given);
                    assertThrows(CorruptChunkException.class, () -> codec.decode(chunk.block(), exact, given, raw));
                }
            }
        }
    }
}
