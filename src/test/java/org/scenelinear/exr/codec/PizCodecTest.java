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
        for (int width = 1; width <= 35; width++) {
            for (int height = 1; height <= 35; height += 1 + width % 3) {
                for (int step = 1; step <= 2; step++) {
                    short[] values = new short[width * height * step];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (short) random.nextInt(narrow ? PizWavelet.NARROW : 1 << 16);
                    }
                    short[] before = values.clone();
                    PizWavelet wavelet = new PizWavelet(values, narrow, width * step);
                    wavelet.encode(0, width, step, height);
                    wavelet.decode(0, width, step, height);
                    assertArrayEquals(before, values, width + " x " + height);
                }
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
