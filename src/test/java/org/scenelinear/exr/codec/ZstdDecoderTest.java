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
import static org.scenelinear.exr.codec.Content.noise;
import static org.scenelinear.exr.codec.Content.text;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@link ZstdDecoder} against frames of the reference implementation, and against a library in Java. */
class ZstdDecoderTest {
    private final ZstdDecoder decoder = new ZstdDecoder();

    /** A stored file of frames and what they hold. */
    record Frames(String name, byte[] packed, int length, String crc32) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Content> contents() {
        List<Content> all = new ArrayList<>();
        int[] sizes = {
            0, 1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 100, 255, 256, 1000, 1030, 16_400, 40_000, 131_072, 300_000
        };
        for (int size : sizes) {
            all.add(new Content("zeros", new byte[size]));
            all.add(new Content("noise", noise(size, size)));
            all.add(new Content("text", text(size, size)));
            all.add(new Content("photographic halves", halves(size, size)));
            all.add(new Content("short periods", shortPeriods(size)));
            all.add(new Content("skewed bytes", skewed(size, size)));
        }
        return all.stream();
    }

    /** Differences of a noisy gradient in 16-bit values, low bytes before high ones. */
    private static byte[] halves(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        int before = 0;
        for (int i = 0; i < size / 2; i++) {
            int value = 0x3000 + i / 8 + (int) (20 * random.nextGaussian());
            bytes[i] = (byte) (value - before);
            bytes[size / 2 + i] = (byte) (value - before >> 8);
            before = value;
        }
        return bytes;
    }

    /** Runs that repeat themselves at distances from 1 to 40. */
    private static byte[] shortPeriods(int size) {
        Random random = new Random(size);
        byte[] bytes = new byte[size];
        for (int from = 0, period = 1; from < size; period = period % 40 + 1) {
            int to = Math.min(size, from + 2 * period + random.nextInt(300));
            for (int i = from; i < to; i++) {
                bytes[i] = i < from + period ? (byte) random.nextInt() : bytes[i - period];
            }
            from = to;
        }
        return bytes;
    }

    /** Independent bytes of which few are frequent, so that there are codes of all lengths. */
    private static byte[] skewed(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (256 * Math.pow(random.nextDouble(), 6));
        }
        return bytes;
    }

    static Stream<Frames> frames() throws IOException {
        String list = new String(resource("expected.txt"), StandardCharsets.US_ASCII);
        List<Frames> all = new ArrayList<>();
        for (String line : list.lines().toList()) {
            String[] fields = line.split(" ", -1);
            all.add(new Frames(fields[0], resource(fields[0]), Integer.parseInt(fields[1]), fields[2]));
        }
        return all.stream();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ZstdDecoderTest.class.getResourceAsStream("/exr/zstd/" + name)) {
            return in.readAllBytes();
        }
    }

    /** Unpacks into a place of exactly that length amid bytes that must stay as they are. */
    private byte[] unpacked(byte[] packed, int length) throws CorruptChunkException {
        return Margins.write(length, (out, from, to) -> decoder.decode(packed, 0, packed.length, out, from, to));
    }

    private static byte[] packed(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(packed, compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length));
    }

    private void assertMessage(String part, byte[] packed, int length) {
        Exception e = assertThrows(CorruptChunkException.class, () -> unpacked(packed, length));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("frames")
    void framesOfTheReferenceAreUnpackedToTheLastByte(Frames frames) throws Exception {
        for (int room : new int[] {0, 1, 16, 1000}) {
            byte[] found = unpacked(frames.packed(), frames.length() + room);
            assertEquals(frames.length(), found.length);
            CRC32 crc = new CRC32();
            crc.update(found);
            assertEquals(frames.crc32(), String.format("%08x", crc.getValue()));
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatTheLibraryPacksComesBack(Content content) throws Exception {
        byte[] packed = packed(content.bytes());
        assertArrayEquals(content.bytes(), unpacked(packed, content.bytes().length));
        assertArrayEquals(content.bytes(), unpacked(packed, content.bytes().length + 5));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameWithOneByteLessRoomIsCorrupt(Frames frames) {
        if (frames.length() > 0) {
            assertMessage("expected", frames.packed(), frames.length() - 1);
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyTruncationIsNoticed(Frames frames) {
        int step = Math.max(1, frames.packed().length / 1500);
        for (int length = 0; length < frames.packed().length; length += step) {
            byte[] cut = Arrays.copyOf(frames.packed(), length);
            try {
                unpacked(cut, frames.length());
                assertTrue(
                        frames.name().startsWith("several"), "only between frames is an end at " + length + " right");
            } catch (CorruptChunkException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void damageGivesACorruptChunkOrWhatTheLibraryMakesOfIt(Frames frames) {
        Random random = new Random(frames.length());
        byte[] other = new byte[frames.length()];
        int rounds = 40_000_000 / (20_000 + 10 * frames.length());
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = frames.packed().clone();
            // Half of the damage where a frame keeps its sizes and tables.
            int reach = round % 2 == 0 ? Math.min(150, damaged.length) : damaged.length;
            for (int flips = 0; flips <= round % 3; flips++) {
                damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            if (round % 5 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            }
            byte[] found;
            try {
                found = unpacked(damaged, frames.length());
            } catch (CorruptChunkException e) {
                assertFalse(e.getMessage().isBlank());
                continue;
            }
            if (frames.name().startsWith("several")) {
                // The library does not know frames that are to be skipped.
                continue;
            }
            int length = new ZstdDecompressor().decompress(damaged, 0, damaged.length, other, 0, other.length);
            assertArrayEquals(Arrays.copyOf(other, length), found);
        }
    }

    @Test
    void noiseBehindTheStartOfAFrameIsNoFrame() {
        Random random = new Random(5);
        int errors = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] packed = noise(10 + random.nextInt(300), round);
            // A frame of one segment of 5000 bytes with one packed block that fills it.
            ByteBuffer header = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(0xFD2FB528).put((byte) 0x60).putShort((short) (5000 - 256));
            int block = (packed.length - 10) << 3 | 5;
            header.put((byte) block).put((byte) (block >> 8)).put((byte) (block >> 16));
            try {
                assertEquals(5000, unpacked(packed, 5000).length);
            } catch (CorruptChunkException e) {
                errors++;
            }
        }
        assertTrue(errors > 19_000, "only " + errors + " were noticed");
    }

    @Test
    void aFrameLiesAnywhereInItsArray() throws Exception {
        byte[] bytes = halves(5000, 1);
        byte[] frame = packed(bytes);
        byte[] amid = noise(frame.length + 50, 2);
        System.arraycopy(frame, 0, amid, 33, frame.length);
        byte[] out = new byte[5000];
        assertEquals(5000, decoder.decode(amid, 33, frame.length, out, 0, 5000));
        assertArrayEquals(bytes, out);
    }

    @Test
    void aWrongChecksumIsNoticed() {
        byte[] frame = packed(text(3000, 4));
        frame[frame.length - 1] ^= 1;
        assertMessage("checksum", frame, 3000);
    }

    @Test
    void aFrameThatNeedsADictionaryIsRefused() throws Exception {
        assertMessage("dictionary", resource("dictionary.zst"), 1000);
    }

    @Test
    void aFrameDoesNotSeeTheOneBeforeIt() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(packed(text(100, 1)));
        // One packed block: no literals, one sequence with codes of one symbol, which copies from a distance of 4.
        both.write(bytes("28B52FFD 20 08  3D0000  00  01 54 00 00 05  01"));
        assertMessage("before its start", both.toByteArray(), 108);
    }

    @Test
    void aBlockOfOneLiteralAndCodesOfOneSymbolIsRead() throws Exception {
        // Four times A, of which one sequence takes three and repeats the last eight times.
        byte[] found = unpacked(bytes("28B52FFD 20 0C  450000  21 41  01 54 03 00 05  01"), 12);
        assertEquals("AAAAAAAAAAAA", new String(found, StandardCharsets.US_ASCII));
    }

    @Test
    void aTableOfABlockBeforeMustExist() {
        assertMessage("Huffman code again", bytes("28B52FFD 20 08  250000  03 00 00 00"), 8);
        assertMessage("uses a code again", bytes("28B52FFD 20 08  250000  00  01 FC  01"), 8);
    }

    @Test
    void aHugeSizeInTheHeaderTakesNoMemory() {
        assertMessage("says that it holds 1099511627776", bytes("28B52FFD E0 0000000000010000 010000"), 100);
        assertMessage("more bytes than any file", bytes("28B52FFD E0 0000000000000080 010000"), 100);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
    }

    @Test
    void whatIsNoFrameIsCorrupt() {
        assertMessage("does not start", noise(100, 1), 10);
        assertMessage("cut off", new byte[0], 10);
    }
}
