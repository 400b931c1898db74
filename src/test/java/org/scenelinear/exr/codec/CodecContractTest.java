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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

/** What every codec must do. A test of a codec extends this, says how to make one, and adds what is its own. */
public abstract class CodecContractTest {
    private static final byte MARK = 0x5A;

    /** A new codec. */
    protected abstract Codec newCodec();

    /**
     * Compares what came back with what went in. Lossless codecs leave it as it is; lossy ones say how far samples may
     * be off.
     */
    protected void assertSamePixels(Block block, byte[] expected, byte[] found) {
        assertArrayEquals(expected, found);
    }

    /** Whether noise cannot shrink. Lossy codecs that shrink anything answer false. */
    protected boolean leavesNoiseAlone() {
        return true;
    }

    private static final Channel R = new Channel("R", PixelType.HALF);
    private static final Channel G = new Channel("G", PixelType.HALF);
    private static final Channel B = new Channel("B", PixelType.HALF);
    private static final Channel A = new Channel("A", PixelType.HALF);
    private static final Channel Z = new Channel("Z", PixelType.FLOAT);
    private static final Channel ID = new Channel("id", PixelType.UINT);

    /** Odd sizes and windows, all sample types, subsampled channels, layers. */
    public static Stream<Block> blocks() {
        List<Channel> rgb = List.of(B, G, R);
        return Stream.of(
                new Block(rgb, 0, 0, 1, 1),
                new Block(rgb, 0, 0, 1, 33),
                new Block(rgb, -5, 7, 33, 1),
                new Block(rgb, 3, -9, 7, 5),
                new Block(List.of(A, B, G, R), 0, 0, 64, 32),
                new Block(List.of(A, B, G, R, Z, ID), -3, 16, 47, 16),
                new Block(List.of(Z), 0, 0, 17, 31),
                new Block(List.of(ID), 0, 0, 31, 9),
                new Block(List.of(new Channel("R", PixelType.HALF, true, 1, 1)), 0, 0, 20, 11),
                new Block(
                        List.of(
                                new Channel("B", PixelType.FLOAT),
                                new Channel("G", PixelType.FLOAT),
                                new Channel("R", PixelType.FLOAT)),
                        0,
                        0,
                        19,
                        13),
                new Block(
                        List.of(
                                new Channel("BY", PixelType.HALF, false, 2, 2),
                                new Channel("RY", PixelType.HALF, false, 2, 2),
                                new Channel("Y", PixelType.HALF)),
                        -6,
                        4,
                        38,
                        26),
                new Block(
                        List.of(new Channel("left.B", PixelType.HALF), new Channel("left.G", PixelType.HALF), A),
                        0,
                        0,
                        23,
                        10),
                new Block(rgb, 0, 0, 100, 256));
    }

    /** Raw bytes of smooth pictures with a little noise, every channel different. */
    protected static byte[] smooth(Block block, long seed) {
        Random random = new Random(seed);
        return fill(block, (channel, x, y) -> {
            double value = 0.3 + channel * 0.2 + 0.5 * Math.sin(x * 0.05 + channel) * Math.cos(y * 0.04);
            return value * (1 + 0.01 * random.nextGaussian());
        });
    }

    /** Raw bytes of one value per channel. */
    protected static byte[] flat(Block block) {
        return fill(block, (channel, x, y) -> 0.25 + channel);
    }

    /** Raw bytes that hold any bits, NaN and infinities among them. */
    protected static byte[] noise(Block block, long seed) {
        byte[] raw = new byte[Math.toIntExact(block.rawSize())];
        new Random(seed).nextBytes(raw);
        return raw;
    }

    /** The value of a sample of a channel, by the channel's number and the pixel. */
    @FunctionalInterface
    protected interface Picture {
        double at(int channel, int x, int y);
    }

    /** Raw bytes of a picture. */
    protected static byte[] fill(Block block, Picture picture) {
        byte[] raw = new byte[Math.toIntExact(block.rawSize())];
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int c = 0; c < block.channels().size(); c++) {
                Channel channel = block.channels().get(c);
                if (!Block.hasLine(channel, y)) {
                    continue;
                }
                for (int i = 0; i < block.samplesPerLine(channel); i++) {
                    double value = picture.at(c, block.x() + i * channel.xSampling(), y);
                    int bits = switch (channel.type()) {
                        case HALF -> HalfFloat.fromFloat((float) value);
                        case FLOAT -> Float.floatToRawIntBits((float) value);
                        case UINT -> (int) (long) (value * 1000);
                    };
                    for (int b = 0; b < channel.type().bytes(); b++) {
                        raw[position++] = (byte) (bits >>> 8 * b);
                    }
                }
            }
        }
        return raw;
    }

    /** The packed bytes, or null where packing would not shrink. */
    private static byte[] encode(Codec codec, Block block, byte[] raw) {
        byte[] before = raw.clone();
        byte[] packed = new byte[raw.length + 16];
        Arrays.fill(packed, MARK);
        int length = codec.encode(block, raw, packed);
        assertArrayEquals(before, raw, "the raw bytes are left as they are");
        if (length == Codec.NOT_SMALLER) {
            return null;
        }
        assertTrue(length > 0 && length < raw.length, length + " packed bytes for " + raw.length);
        for (int i = raw.length; i < packed.length; i++) {
            assertEquals(MARK, packed[i], "nothing is written beyond the size of the raw bytes");
        }
        return Arrays.copyOf(packed, length);
    }

    private static byte[] decode(Codec codec, Block block, byte[] packed) throws CorruptChunkException {
        int size = Math.toIntExact(block.rawSize());
        byte[] raw = new byte[size + 16];
        Arrays.fill(raw, MARK);
        codec.decode(block, Arrays.copyOf(packed, packed.length + 16), packed.length, raw);
        for (int i = size; i < raw.length; i++) {
            assertEquals(MARK, raw[i], "nothing is written beyond the size of the raw bytes");
        }
        return Arrays.copyOf(raw, size);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void whatWasPackedComesBack(Block block) throws Exception {
        try (Codec codec = newCodec()) {
            for (byte[] raw : List.of(smooth(block, 1), flat(block), new byte[(int) block.rawSize()])) {
                byte[] packed = encode(codec, block, raw);
                if (packed != null) {
                    assertSamePixels(block, raw, decode(codec, block, packed));
                }
            }
        }
    }

    @Test
    void aFlatPictureShrinks() {
        try (Codec codec = newCodec()) {
            Block block = new Block(List.of(A, B, G, R), 0, 0, 64, 32);
            byte[] packed = encode(codec, block, new byte[(int) block.rawSize()]);
            assertTrue(packed != null && packed.length < block.rawSize() / 5);
        }
    }

    @Test
    void noiseThatDoesNotShrinkIsSaidToBeNotSmaller() {
        if (leavesNoiseAlone()) {
            try (Codec codec = newCodec()) {
                Block block = new Block(List.of(ID), 0, 0, 64, 16);
                byte[] packed = new byte[(int) block.rawSize()];
                assertEquals(Codec.NOT_SMALLER, codec.encode(block, noise(block, 2), packed));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void anyBitsAtAllComeBackOrAreNotPacked(Block block) throws Exception {
        try (Codec codec = newCodec()) {
            byte[] raw = noise(block, 3);
            Arrays.fill(raw, raw.length / 4, raw.length, (byte) 0x7F); // NaN halfs and floats that do shrink
            byte[] packed = encode(codec, block, raw);
            if (packed != null && leavesNoiseAlone()) {
                assertSamePixels(block, raw, decode(codec, block, packed));
            } else if (packed != null) {
                assertEquals(raw.length, decode(codec, block, packed).length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theBytesDoNotDependOnWhatWasPackedBefore(Block block) throws Exception {
        byte[] raw = smooth(block, 4);
        try (Codec fresh = newCodec();
                Codec used = newCodec()) {
            Block other = new Block(List.of(A, B, G, R, Z, ID), 0, 0, 90, 40);
            byte[] packed = encode(used, other, smooth(other, 5));
            if (packed != null) {
                decode(used, other, packed);
                packed[packed.length / 2] ^= 0x55;
                try {
                    decode(used, other, packed);
                } catch (CorruptChunkException e) {
                    assertNotEquals("", e.getMessage());
                }
            }
            byte[] expected = encode(fresh, block, raw);
            byte[] found = encode(used, block, raw);
            assertArrayEquals(expected, found);
            if (expected != null) {
                assertArrayEquals(decode(fresh, block, expected), decode(used, block, expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void damagedBytesGiveACorruptChunkOrSomePixelsAndNothingElse(Block block) {
        Random random = new Random(6);
        try (Codec codec = newCodec()) {
            byte[] packed = encode(codec, block, smooth(block, 7));
            if (packed == null) {
                packed = encode(codec, block, flat(block));
            }
            if (packed == null) {
                packed = noise(block, 8);
            }
            for (int i = 0; i < 200; i++) {
                byte[] damaged = packed.clone();
                if (i % 3 == 0) {
                    damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
                }
                for (int flips = 0; flips < i % 5; flips++) {
                    damaged[random.nextInt(Math.min(damaged.length, i % 2 == 0 ? 100 : damaged.length))] ^=
                            (byte) (1 << random.nextInt(8));
                }
                if (i % 20 == 7) {
                    random.nextBytes(damaged);
                }
                try {
                    decode(codec, block, damaged);
                } catch (CorruptChunkException e) {
                    assertNotEquals("", e.getMessage());
                }
            }
        }
    }
}
