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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

class B44CodecTest extends CodecContractTest {
    static final Channel HALF = new Channel("Y", PixelType.HALF);

    @Override
    protected Codec newCodec() {
        return new B44Codec(false);
    }

    /** B44 has a size of its own, whatever the pixels are. */
    @Override
    protected boolean leavesNoiseAlone() {
        return false;
    }

    @Override
    protected void assertSamePixels(Block block, byte[] expected, byte[] found) {
        ByteBuffer before = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer after = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                for (int i = 0; i < block.samplesInLine(channel, y); i++) {
                    if (channel.type() == PixelType.HALF) {
                        float value = HalfFloat.toFloat(before.getShort());
                        assertEquals(value, HalfFloat.toFloat(after.getShort()), 0.03 * Math.abs(value) + 0.03);
                    } else {
                        assertEquals(before.getInt(), after.getInt());
                    }
                }
            }
        }
    }

    @Test
    @Override
    void aFlatPictureShrinks() {
        try (Codec codec = newCodec()) {
            Block block = new Block(List.of(HALF), 0, 0, 64, 32);
            byte[] packed = new byte[(int) block.rawSize()];
            assertEquals(64 * 32 / 16 * B44Block.BYTES, codec.encode(block, new byte[packed.length], packed));
        }
    }

    @Test
    @Override
    void noiseThatDoesNotShrinkIsSaidToBeNotSmaller() {
        try (Codec codec = newCodec()) {
            Block block = new Block(List.of(new Channel("id", PixelType.UINT)), 0, 0, 64, 16);
            byte[] raw = noise(block, 2);
            assertEquals(Codec.NOT_SMALLER, codec.encode(block, raw, new byte[raw.length]));
        }
    }

    private static byte[] pixels(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(HalfFloat.fromFloat(value));
        }
        return bytes.array();
    }

    private byte[] throughCodec(Block block, byte[] raw) throws Exception {
        byte[] packed = new byte[raw.length];
        byte[] found = new byte[raw.length];
        try (Codec codec = newCodec()) {
            codec.decode(block, packed, codec.encode(block, raw, packed), found);
        }
        return found;
    }

    @Test
    void theLargestSampleOfABlockComesBackAsItWas() throws Exception {
        Random random = new Random(5);
        Block block = new Block(List.of(HALF), 0, 0, 4, 4);
        for (int i = 0; i < 1000; i++) {
            float[] values = new float[16];
            float largest = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < 16; k++) {
                values[k] = HalfFloat.toFloat(HalfFloat.fromFloat((float) (random.nextGaussian() * 100)));
                largest = Math.max(largest, values[k]);
            }
            ByteBuffer found =
                    ByteBuffer.wrap(throughCodec(block, pixels(values))).order(ByteOrder.LITTLE_ENDIAN);
            float back = Float.NEGATIVE_INFINITY;
            while (found.hasRemaining()) {
                back = Math.max(back, HalfFloat.toFloat(found.getShort()));
            }
            assertEquals(largest, back);
        }
    }

    @Test
    void infinitiesAndNaNBecomeZero() throws Exception {
        float[] values = new float[16];
        values[3] = Float.POSITIVE_INFINITY;
        values[5] = Float.NEGATIVE_INFINITY;
        values[7] = Float.NaN;
        Block block = new Block(List.of(HALF), 0, 0, 4, 4);
        assertArrayEquals(new byte[32], throughCodec(block, pixels(values)));
    }

    @Test
    void whatHasNoMoreDifferencesThanFitComesBackExactly() throws Exception {
        Block block = new Block(List.of(HALF), 0, 0, 8, 8);
        ByteBuffer raw = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 64; i++) {
            raw.putShort((short) (0x3C00 + i % 8 * 3 + i / 8 * 2));
        }
        assertArrayEquals(raw.array(), throughCodec(block, raw.array()));
    }

    @Test
    void bytesTooFewOrTooManyAreCorrupt() {
        Block block = new Block(List.of(HALF), 0, 0, 8, 4);
        try (Codec codec = newCodec()) {
            for (int length : new int[] {1, 13, 14, 27, 29, 40}) {
                byte[] packed = new byte[length];
                assertThrows(CorruptChunkException.class, () -> codec.decode(block, packed, length, new byte[64]));
            }
        }
    }

    @Test
    void theCurveOfPerceptuallyLinearChannelsGoesBack() {
        for (float value : new float[] {0.01f, 0.5f, 1, 7, 40}) {
            short packed = B44Curve.EXPONENTIALS[HalfFloat.fromFloat(value) & 0xFFFF];
            assertEquals(value, HalfFloat.toFloat(B44Curve.LOGARITHMS[packed & 0xFFFF]), 0.01);
        }
        for (int bits = 1; bits < 0x7BFF; bits++) {
            assertTrue(
                    HalfFloat.toFloat(B44Curve.LOGARITHMS[bits]) <= HalfFloat.toFloat(B44Curve.LOGARITHMS[bits + 1]));
        }
        assertFalse(Arrays.equals(B44Curve.EXPONENTIALS, B44Curve.LOGARITHMS));
    }
}
