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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class ZipCodecTest extends CodecContractTest {
    private static final Block BLOCK = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 50, 16);

    @Override
    protected Codec newCodec() {
        return new ZipCodec();
    }

    private static byte[] zlib(byte[] content, int level) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(level))) {
            deflate.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void aStreamOfAnyLevelIsRead() throws Exception {
        byte[] raw = smooth(BLOCK, 1);
        byte[] prepared = new byte[raw.length];
        BytePredictor.prepare(raw, prepared, raw.length);
        for (int level = 0; level <= 9; level++) {
            byte[] packed = zlib(prepared, level);
            byte[] found = new byte[raw.length];
            try (Codec codec = newCodec()) {
                codec.decode(BLOCK, packed, packed.length, found);
            }
            assertArrayEquals(raw, found);
        }
    }

    @Test
    void aBombIsStoppedAtTheSizeOfThePixels() throws Exception {
        byte[] packed = zlib(new byte[50_000_000], 9);
        try (Codec codec = newCodec()) {
            Exception e = assertThrows(
                    CorruptChunkException.class,
                    () -> codec.decode(BLOCK, packed, packed.length, new byte[(int) BLOCK.rawSize()]));
            assertTrue(e.getMessage().contains("more than"), e.getMessage());
        }
    }

    @Test
    void aStreamOfTooFewBytesOrWithoutEndIsCorrupt() throws Exception {
        byte[] few = zlib(new byte[1599], 6);
        byte[] exact = zlib(new byte[1600], 6);
        byte[] cut = Arrays.copyOf(exact, exact.length - 3);
        byte[] raw = new byte[(int) BLOCK.rawSize()];
        try (Codec codec = newCodec()) {
            assertThrows(CorruptChunkException.class, () -> codec.decode(BLOCK, few, few.length, raw));
            assertThrows(CorruptChunkException.class, () -> codec.decode(BLOCK, cut, cut.length, raw));
        }
    }
}
