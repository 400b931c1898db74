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

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class RleCodecTest extends CodecContractTest {
    private static final Block EIGHT = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 4, 1);

    @Override
    protected Codec newCodec() {
        return new RleCodec();
    }

    @Test
    void runsAndLiteralsAreReadAsTheFormatSaysThem() throws Exception {
        // Two bytes as they are (0, 128), then 128 six times: no byte differs from the one before, so all are 0.
        byte[] packed = {-2, 0, (byte) 128, 5, (byte) 128};
        byte[] raw = new byte[8];
        try (Codec codec = newCodec()) {
            codec.decode(EIGHT, packed, packed.length, raw);
        }
        assertArrayEquals(new byte[8], raw);
    }

    @Test
    void aFlatLineBecomesRunsOf128() {
        Block line = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 128, 1);
        byte[] packed = new byte[256];
        try (Codec codec = newCodec()) {
            // One literal (the first byte is no difference), 255 differences of 0, stored as 128, in two runs.
            int length = codec.encode(line, new byte[256], packed);
            byte[] expected = {-1, 0, 127, (byte) 128, 126, (byte) 128};
            assertEquals(expected.length, length);
            assertArrayEquals(expected, Arrays.copyOf(packed, length));
        }
    }

    @Test
    void runsBeyondEitherEndAreCorrupt() {
        byte[] raw = new byte[8];
        byte[][] all = {{-9, 1, 2}, {8, 1}, {6, 1}, {6, 1, -2, 0, 0}, {6}, {-128}};
        try (Codec codec = newCodec()) {
            for (byte[] packed : all) {
                assertThrows(CorruptChunkException.class, () -> codec.decode(EIGHT, packed, packed.length, raw));
            }
        }
    }
}
