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
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class ZstdCodecTest extends CodecContractTest {
    private static final Block BLOCK = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 200, 1);

    @Override
    protected Codec newCodec() {
        return new ZstdCodec();
    }

    @Test
    void deepSamplesComeBackAndSayThatTheyAreNotDifferences() throws Exception {
        Block deep = new Block(
                List.of(new Channel("A", PixelType.HALF), new Channel("Z", PixelType.FLOAT)),
                0,
                0,
                9,
                3,
                List.of(40, 0, 70));
        byte[] raw = new byte[(int) deep.rawSize()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (i / 16);
        }
        byte[] packed = new byte[raw.length];
        byte[] found = new byte[raw.length];
        try (Codec codec = newCodec()) {
            int length = codec.encode(deep, raw, packed);
            codec.decode(deep, packed, length, found);
        }
        assertArrayEquals(raw, found);
        assertEquals(1, ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(8));
    }

    @Test
    void aWrongHeaderIsCorrupt() throws Exception {
        byte[] raw = smooth(BLOCK, 1);
        byte[] packed = new byte[raw.length];
        try (Codec codec = newCodec()) {
            int length = codec.encode(BLOCK, new byte[raw.length], packed);
            for (int at : new int[] {0, 7, 8, 16, 23, 24}) {
                byte[] damaged = packed.clone();
                damaged[at] ^= 0x40;
                assertThrows(
                        CorruptChunkException.class, () -> codec.decode(BLOCK, damaged, length, raw), "byte " + at);
            }
            assertThrows(CorruptChunkException.class, () -> codec.decode(BLOCK, packed, length - 1, raw));
            Block larger = new Block(BLOCK.channels(), 0, 0, 201, 1);
            assertThrows(CorruptChunkException.class, () -> codec.decode(larger, packed, length, new byte[402]));
        }
    }
}
