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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class PizCodecTest extends CodecContractTest {
    @Override
    protected Codec newCodec() {
        return new PizCodec();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWaveletGoesBackForEverySize(boolean narrow) {
        Random random = new Random(1);
        PizWavelet wavelet = new PizWavelet();
        for (int width = 1; width <= 35; width++) {
            for (int height = 1; height <= 35; height++) {
                int[][] lines = new int[height][(width + 1) / 2];
                for (int i = 0; i < width * height; i++) {
                    int value = random.nextInt(narrow ? PizWavelet.NARROW : 1 << 16);
                    lines[i / width][i % width / 2] |= value << 16 * (i % width % 2);
                }
                int[][] before = new int[height][];
                for (int y = 0; y < height; y++) {
                    before[y] = lines[y].clone();
                }
                wavelet.encode(lines, width, height, narrow);
                wavelet.decode(lines, width, height, narrow);
                assertArrayEquals(before, lines, width + " x " + height);
            }
        }
    }

    @Test
    void moreValuesThanANarrowWaveletHoldsComeBack() throws Exception {
        Block block = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 1000, 32);
        byte[] raw = new byte[(int) block.rawSize()];
        for (int i = 0; i < 32_000; i++) {
            int value = i / 2 * 3; // more than 2^14 different ones, and each twice, so that it shrinks
            raw[2 * i] = (byte) value;
            raw[2 * i + 1] = (byte) (value >> 8);
        }
        byte[] packed = new byte[raw.length];
        byte[] found = new byte[raw.length];
        try (Codec codec = newCodec()) {
            int length = codec.encode(block, raw, packed);
            codec.decode(block, packed, length, found);
        }
        assertArrayEquals(raw, found);
    }

    @Test
    void aBitmapBeyondAllValuesIsCorrupt() {
        Block block = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 10, 10);
        byte[] packed = new byte[100];
        packed[3] = 0x20; // the last byte of the bitmap is 8192
        try (Codec codec = newCodec()) {
            assertThrows(CorruptChunkException.class, () -> codec.decode(block, packed, packed.length, new byte[200]));
        }
    }
}
