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
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.scenelinear.exr.codec.Content.noise;
import static org.scenelinear.exr.codec.Content.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@link Inflate} against the JDK's zlib: what it packs must come back, what it refuses must be refused. */
class InflateTest {
    private final Inflate inflate = new Inflate();

    static Stream<Content> contents() {
        List<Content> all = new ArrayList<>();
        int[] sizes = {0, 1, 2, 7, 8, 9, 15, 16, 17, 100, 261, 262, 263, 264, 275, 300, 1000, 40_000, 180_000};
        for (int size : sizes) {
            all.add(new Content("zeros", new byte[size]));
            all.add(new Content("noise", noise(size, size)));
            all.add(new Content("text", text(size, size)));
            all.add(new Content("predicted halves", predictedHalves(size, size)));
            all.add(new Content("short periods", shortPeriods(size)));
            all.add(new Content("skewed bytes", skewed(size, size)));
        }
        return all.stream();
    }

    /** A noisy gradient in 16-bit values, split into low and high bytes and differences, as EXR's ZIP does it. */
    private static byte[] predictedHalves(int size, long seed) {
        Random random = new Random(seed);
        byte[] halves = new byte[size];
        int middle = (size + 1) / 2;
        for (int i = 0; i < size; i++) {
            int value = 0x3400 + i / 9 % 3000 + (int) (random.nextGaussian() * 6);
            halves[i % 2 == 0 ? i / 2 : middle + i / 2] = (byte) (i % 2 == 0 ? value : value >> 8);
        }
        byte[] differences = halves.clone();
        for (int i = 1; i < size; i++) {
            differences[i] = (byte) (halves[i] - halves[i - 1] + 128);
        }
        return differences;
    }

    /** Stretches that repeat after 1, 2, 3 and so on up to 20 bytes. */
    private static byte[] shortPeriods(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % (1 + i / 333 % 20) * 37 + i / 333);
        }
        return bytes;
    }

    /** Bytes of very different frequency, so that codes of every length up to 15 bits arise. */
    private static byte[] skewed(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (Long.numberOfTrailingZeros(random.nextLong() | 1L << 40) * 5 + random.nextInt(3));
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatTheDeflaterPacksComesBackAtEveryLevelAndStrategy(Content content) throws CorruptChunkException {
        int[] strategies = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
        // The large ones take time: their levels are one of each of zlib's ways to search.
        int[] levels =
                content.bytes().length > 1000 ? new int[] {0, 1, 4, 6, 9} : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int strategy : strategies) {
            for (int level : levels) {
                assertArrayEquals(
                        content.bytes(), unpack(pack(content.bytes(), level, strategy), content.bytes().length));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aLimitBeyondTheContentChangesNothing(Content content) throws CorruptChunkException {
        byte[] packed = pack(content.bytes(), 6, Deflater.DEFAULT_STRATEGY);
        assertArrayEquals(content.bytes(), unpack(packed, content.bytes().length + 1));
        assertArrayEquals(content.bytes(), unpack(packed, content.bytes().length + 1000));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void contentThatDoesNotFitIsRefusedAndNothingIsWrittenBeyondTheLimit(Content content) {
        int size = content.bytes().length;
        assumeTrue(size > 0);
        for (int level : new int[] {0, 6}) {
            byte[] packed = pack(content.bytes(), level, Deflater.DEFAULT_STRATEGY);
            for (int limit : new int[] {size - 1, size / 2, 0}) {
                CorruptChunkException e = assertThrows(CorruptChunkException.class, () -> unpack(packed, limit));
                assertEquals("the packed data holds more than the " + limit + " bytes expected", e.getMessage());
            }
        }
    }

    @Test
    void everyTruncationIsRefused() {
        for (Content content : smallContents()) {
            for (int level : new int[] {0, 1, 6}) {
                byte[] packed = pack(content.bytes(), level, Deflater.DEFAULT_STRATEGY);
                for (int length = 0; length < packed.length; length++) {
                    byte[] cut = Arrays.copyOf(packed, length);
                    assertThrows(
                            CorruptChunkException.class, () -> unpack(cut, content.bytes().length), content.toString());
                }
            }
        }
    }

    @Test
    void aDamagedStreamGetsTheVerdictOfZlib() {
        Random random = new Random(20);
        int refused = 0;
        for (Content content : smallContents()) {
            for (int level : new int[] {0, 1, 6, 9}) {
                byte[] packed = pack(content.bytes(), level, Deflater.DEFAULT_STRATEGY);
                for (int i = 0; i < 400; i++) {
                    byte[] damaged = packed.clone();
                    for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                        int bit = i < 200
                                ? random.nextInt(Math.min(packed.length, 80) * 8)
                                : random.nextInt(packed.length * 8);
                        damaged[bit / 8] ^= (byte) (1 << bit % 8);
                    }
                    // Without the checksum in its way, more than the first mistake is compared.
                    repairChecksum(damaged, content.bytes().length + 500);
                    refused += assertSameVerdict(damaged, content.bytes().length + 500);
                }
            }
        }
        assertTrue(refused > 1000, "damage should be noticed often, but was only " + refused + " times");
    }

    @Test
    void randomBytesAfterAValidHeaderGetTheVerdictOfZlib() {
        Random random = new Random(21);
        for (int i = 0; i < 6000; i++) {
            byte[] bytes = new byte[2 + random.nextInt(120)];
            random.nextBytes(bytes);
            bytes[0] = 0x78;
            bytes[1] = 1;
            if (bytes.length > 2) {
                bytes[2] = (byte) (bytes[2] & ~6 | (i % 2 == 0 ? 4 : 2));
            }
            repairChecksum(bytes, 3000);
            assertSameVerdict(bytes, 3000);
        }
    }

    @Test
    void headersGetTheVerdictOfZlib() {
        byte[] packed = pack(text(50, 1), 6, Deflater.DEFAULT_STRATEGY);
        for (int header = 0; header < 0x10000; header++) {
            if (header % 31 != 0 && header % 37 != 0) {
                continue; // refused by its check bits, as are thousands of others
            }
            packed[0] = (byte) (header >>> 8);
            packed[1] = (byte) header;
            assertSameVerdict(packed, 50);
        }
    }

    @Test
    void bytesBehindTheStreamAreIgnored() throws CorruptChunkException {
        byte[] content = predictedHalves(5000, 3);
        byte[] packed = pack(content, 6, Deflater.DEFAULT_STRATEGY);
        assertArrayEquals(content, unpack(Arrays.copyOf(packed, packed.length + 50), content.length));
    }

    @Test
    void aChecksumThatDoesNotFitIsRefused() {
        byte[] packed = pack(text(3000, 4), 6, Deflater.DEFAULT_STRATEGY);
        packed[packed.length - 1] ^= 1;
        CorruptChunkException e = assertThrows(CorruptChunkException.class, () -> unpack(packed, 3000));
        assertEquals("the checksum of the packed data does not fit what came out", e.getMessage());
    }

    @Test
    void aRepetitionOfWhatLiesBeforeTheResultIsRefused() {
        // One fixed block: the literal 0, then a match of length 3 at distance 2, then its end.
        byte[] packed = fixedBlock("00110000" + "0000001" + "00001" + "0000000");
        CorruptChunkException e = assertThrows(CorruptChunkException.class, () -> unpack(packed, 1000));
        assertEquals("the packed data repeats bytes from before its start", e.getMessage());
    }

    @Test
    void symbolsThatTheStandardLeavesUnusedAreRefused() {
        String literal = "00110000";
        String[] bad = {"11000110", "11000111", literal + "0000001" + "11110", literal + "0000001" + "11111"};
        for (String code : bad) {
            byte[] packed = fixedBlock(code + "0".repeat(400));
            CorruptChunkException e = assertThrows(CorruptChunkException.class, () -> unpack(packed, 1000));
            assertEquals("the packed data holds a code that means nothing", e.getMessage());
            assertSameVerdict(packed, 1000);
        }
    }

    @Test
    void anInstanceGoesOnAfterARefusal() throws CorruptChunkException {
        byte[] content = skewed(4000, 5);
        byte[] packed = pack(content, 9, Deflater.DEFAULT_STRATEGY);
        assertThrows(
                CorruptChunkException.class, () -> unpack(Arrays.copyOf(packed, packed.length / 2), content.length));
        assertArrayEquals(content, unpack(packed, content.length));
    }

    private static List<Content> smallContents() {
        return List.of(
                new Content("zeros", new byte[700]),
                new Content("noise", noise(500, 6)),
                new Content("text", text(900, 7)),
                new Content("predicted halves", predictedHalves(1200, 8)),
                new Content("short periods", shortPeriods(1500)),
                new Content("skewed bytes", skewed(1200, 9)));
    }

    /** A stream of one fixed block whose codes are given bit by bit. */
    private static byte[] fixedBlock(String codes) {
        String bits = "110" + codes;
        byte[] packed = new byte[2 + (bits.length() + 7) / 8 + 4];
        packed[0] = 0x78;
        packed[1] = 1;
        for (int i = 0; i < bits.length(); i++) {
            packed[2 + i / 8] |= (byte) (bits.charAt(i) - '0' << i % 8);
        }
        return packed;
    }

    private static byte[] pack(byte[] content, int level, int strategy) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setStrategy(strategy);
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] part = new byte[10_000];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Unpacks from the middle of one array into the middle of another, and checks that its margins stay untouched. */
    private byte[] unpack(byte[] packed, int limit) throws CorruptChunkException {
        byte[] amid = new byte[packed.length + 2 * Margins.WIDTH];
        Arrays.fill(amid, (byte) 0xA7);
        System.arraycopy(packed, 0, amid, Margins.WIDTH, packed.length);
        return Margins.write(
                limit, (out, from, to) -> inflate.inflate(amid, Margins.WIDTH, packed.length, out, from, to));
    }

    /** Asserts that zlib and we agree; answers 1 if both refuse, 0 if both accept. */
    private int assertSameVerdict(byte[] packed, int limit) {
        byte[] theirs = byJdk(packed, packed.length, limit);
        byte[] ours;
        try {
            ours = unpack(packed, limit);
        } catch (CorruptChunkException e) {
            ours = null;
        }
        assertArrayEquals(theirs, ours, () -> "for the stream " + Arrays.toString(packed));
        return ours == null ? 1 : 0;
    }

    /** What zlib makes of a stream, or null if it refuses it. */
    private static byte[] byJdk(byte[] packed, int length, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, 0, length);
            byte[] out = new byte[limit];
            int size = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(out, size, limit - size);
                if (more == 0 && !inflater.finished()) {
                    return null;
                }
                size += more;
            }
            return Arrays.copyOf(out, size);
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Writes the checksum that fits behind the blocks of a raw stream, if they are in order and there is room. */
    private static void repairChecksum(byte[] packed, int limit) {
        Inflater raw = new Inflater(true);
        try {
            raw.setInput(packed, 2, packed.length - 2);
            byte[] out = new byte[limit];
            int size = raw.inflate(out);
            int end = packed.length - raw.getRemaining();
            if (raw.finished() && end + 4 <= packed.length) {
                Adler32 checksum = new Adler32();
                checksum.update(out, 0, size);
                for (int i = 0; i < 4; i++) {
                    packed[end + i] = (byte) (checksum.getValue() >>> 24 - 8 * i);
                }
            }
        } catch (DataFormatException e) {
            // Both refuse this stream before they come to its checksum.
            return;
        } finally {
            raw.end();
        }
    }
}
