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

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.FileHeaders;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderReader;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.io.ByteSource;

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

    /** Planes of which neither holds the other, and a channel without a line: each needs room of its own. */
    @Test
    void channelsSampledUnlikeComeBack() throws Exception {
        List<Channel> channels = List.of(
                new Channel("A", PixelType.FLOAT, false, 3, 1),
                new Channel("B", PixelType.HALF, false, 1, 4),
                new Channel("C", PixelType.UINT, false, 2, 2));
        for (Block block : List.of(
                new Block(channels, 0, 1, 600, 3),
                new Block(channels, 0, 0, 600, 40),
                new Block(channels, 6, 5, 666, 1))) {
            byte[] raw = new byte[(int) block.rawSize()];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (byte) (i / 64 % 2);
            }
            byte[] packed = new byte[raw.length];
            byte[] found = new byte[raw.length];
            try (Codec codec = newCodec()) {
                int length = codec.encode(block, raw, packed);
                codec.decode(block, packed, length, found);
            }
            assertArrayEquals(raw, found);
        }
    }

    /** Checksums of what OpenEXR reads, by channel. The same algorithm packs to the same bytes. */
    @ParameterizedTest
    @CsvSource({
        "piz/float-16-bit, bca5f156",
        "piz/float-14-bit, 75b47550 b883ec36 648f171f",
        "piz/mixed, f9f1f28a 34e00087 6ab0b20e",
        "piz/subsampled, 19511b19 b6888f38 0628a415"
    })
    void filesAreUnpackedAndPackedAsByTheReference(String name, String checksums) throws Exception {
        byte[] file;
        try (InputStream in = PizCodecTest.class.getResourceAsStream("/exr/" + name + ".exr")) {
            file = in.readAllBytes();
        }
        FileHeaders headers;
        try (ByteSource source = ByteSource.of(name, file)) {
            headers = HeaderReader.read(source);
        }
        Header header = headers.parts().get(0);
        Box2i window = header.dataWindow();
        List<Channel> channels = header.channels();
        List<CRC32> sums = new ArrayList<>();
        channels.forEach(channel -> sums.add(new CRC32()));
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try (Codec codec = newCodec()) {
            int chunks = (window.height() + 31) / 32;
            for (int i = 0; i < chunks; i++) {
                int at = (int) buffer.getLong((int) headers.end() + Long.BYTES * i);
                int y = buffer.getInt(at);
                Block block =
                        new Block(channels, window.xMin(), y, window.width(), Math.min(32, window.yMax() + 1 - y));
                byte[] expected = Arrays.copyOfRange(file, at + 8, at + 8 + buffer.getInt(at + 4));
                byte[] raw = new byte[(int) block.rawSize()];
                assertTrue(expected.length < raw.length, "chunk " + i + " is packed");
                codec.decode(block, expected, expected.length, raw);
                addChannels(sums, block, raw);
                byte[] packed = new byte[raw.length];
                int length = codec.encode(block, raw, packed);
                assertArrayEquals(expected, Arrays.copyOf(packed, length));
            }
        }
        assertEquals(
                checksums,
                sums.stream().map(sum -> String.format("%08x", sum.getValue())).collect(Collectors.joining(" ")));
    }

    private static void addChannels(List<CRC32> sums, Block block, byte[] raw) {
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int c = 0; c < sums.size(); c++) {
                Channel channel = block.channels().get(c);
                int length = block.samplesInLine(channel, y) * channel.type().bytes();
                sums.get(c).update(raw, position, length);
                position += length;
            }
        }
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
