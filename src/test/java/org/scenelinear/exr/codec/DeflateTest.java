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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenelinear.exr.codec.Content.noise;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Deflate} packs, the JDK's zlib must unpack as well as {@link Inflate}. */
class DeflateTest {
    private final Deflate fast = new Deflate(false);
    private final Deflate thorough = new Deflate(true);

    /** Stretches of noise, rows, periods, few values, and copies of what came before at any distance. */
    private static byte[] mixture(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        int at = 0;
        while (at < size) {
            int stop = Math.min(size, at + 1 + random.nextInt(1 << 2 + random.nextInt(12)));
            int kind = random.nextInt(5);
            int number = 1 + random.nextInt(1 + random.nextInt(200));
            int distance = at == 0 ? 0 : 1 + random.nextInt(at);
            for (int i = at; i < stop; i++) {
                bytes[i] = (byte)
                        switch (kind) {
                            case 0 -> random.nextInt();
                            case 1 -> number;
                            case 2 -> i % number;
                            case 3 -> 128 + random.nextInt(number);
                            default -> distance == 0 ? 0 : bytes[i - distance];
                        };
            }
            at = stop;
        }
        return bytes;
    }

    /** Packs into the middle of an array; null if it would not fit. Checks that what lies around stays untouched. */
    private static byte[] pack(Deflate deflate, byte[] content, int limit) {
        byte[] raw = Arrays.copyOf(content, content.length + Margins.WIDTH);
        Arrays.fill(raw, content.length, raw.length, (byte) 7);
        byte[] packed = Margins.write(limit, (out, from, to) -> deflate.deflate(raw, content.length, out, from, to));
        assertArrayEquals(content, Arrays.copyOf(raw, content.length), "the bytes are left as they are");
        return packed;
    }

    private static byte[] pack(Deflate deflate, byte[] content) {
        return pack(deflate, content, content.length + content.length / 1000 + 100);
    }

    private static void assertUnpacks(byte[] content, byte[] packed) throws Exception {
        assertArrayEquals(content, byJdk(packed, content.length));
        byte[] found = new byte[content.length];
        assertEquals(content.length, new Inflate().inflate(packed, 0, packed.length, found, 0, found.length));
        assertArrayEquals(content, found);
    }

    private static byte[] byJdk(byte[] packed, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] found = new byte[length + 1];
            int size = inflater.inflate(found);
            assertTrue(inflater.finished(), "the stream should end");
            assertEquals(0, inflater.getRemaining());
            return Arrays.copyOf(found, size);
        } finally {
            inflater.end();
        }
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.exr.codec.InflateTest#contents")
    void whatIsPackedIsUnpackedByZlibAndByUs(Content content) throws Exception {
        assertUnpacks(content.bytes(), pack(fast, content.bytes()));
        assertUnpacks(content.bytes(), pack(thorough, content.bytes()));
    }

    @Test
    void mixturesOfAllKindsComeBack() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            byte[] content = mixture(new Random(seed).nextInt(seed % 10 == 0 ? 300_000 : 3000), seed);
            assertUnpacks(content, pack(seed % 3 == 0 ? thorough : fast, content));
        }
    }

    @Test
    void noiseIsStoredInSeveralBlocks() throws Exception {
        byte[] content = noise(200_000, 1);
        byte[] packed = pack(fast, content);
        assertUnpacks(content, packed);
        assertTrue(packed.length > content.length && packed.length < content.length + 50);
    }

    @Test
    void noiseIsNotSmaller() {
        for (int size : new int[] {1, 10, 1000, 100_000}) {
            assertEquals(null, pack(fast, noise(size, size), size - 1));
        }
    }

    @Test
    void nothingIsWrittenFromTheLimitOnWhereverThatIs() throws Exception {
        for (byte[] content : new byte[][] {{}, {1}, noise(60, 2), new byte[300], mixture(400, 3)}) {
            int needed = pack(fast, content).length;
            for (int limit = 0; limit < needed + 30; limit++) {
                byte[] packed = pack(fast, content, limit);
                if (packed != null) {
                    assertUnpacks(content, packed);
                }
                assertTrue(packed == null || limit >= needed);
                assertTrue(packed != null || limit < needed + 10, "there was room, but it was refused");
            }
        }
    }

    @Test
    void theBytesDoNotDependOnWhatWasPackedBefore() {
        byte[] content = mixture(50_000, 4);
        byte[] expected = pack(new Deflate(false), content);
        for (int seed = 5; seed < 15; seed++) {
            pack(fast, mixture(70_000, seed));
            pack(fast, noise(40_000, seed), 30_000);
            assertArrayEquals(expected, pack(fast, content));
        }
    }

    @Test
    void whatIsKnownOfEarlierContentsIsForgottenBeforePlacesOverflow() {
        byte[] content = mixture(50_000, 16);
        DeflateSequences expected = new DeflateSequences();
        DeflateMatcher fresh = new DeflateMatcher(false);
        fresh.start(content.length);
        fresh.find(content, 0, expected);
        DeflateSequences found = new DeflateSequences();
        DeflateMatcher used = new DeflateMatcher(false);
        for (int i = 0; i < 5; i++) {
            used.start(content.length);
            used.find(content, 0, found);
            used.start(1_000_000_000); // as if that many bytes had come by
        }
        used.start(content.length);
        used.find(content, 0, found);
        assertArrayEquals(Arrays.copyOf(expected.matches, expected.size), Arrays.copyOf(found.matches, found.size));
        assertArrayEquals(Arrays.copyOf(expected.literals, expected.size), Arrays.copyOf(found.literals, found.size));
    }

    @Test
    void predictedHalvesAreNotLargerThanByZlib() {
        for (Content content : InflateTest.contents().toList()) {
            if (content.name().equals("predicted halves") && content.bytes().length >= 1000) {
                Deflater deflater = new Deflater(4);
                deflater.setInput(content.bytes());
                deflater.finish();
                int reference = deflater.deflate(new byte[2 * content.bytes().length]);
                deflater.end();
                int found = pack(fast, content.bytes()).length;
                assertTrue(found <= reference, found + " bytes instead of " + reference + " for " + content);
            }
        }
    }

    @Test
    void codesAreAsShortAsHuffmansAndNoLongerThanTheLimit() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            int symbols = 2 + random.nextInt(285);
            int[] frequencies = new int[symbols];
            int steepness = random.nextInt(20);
            for (int s = 0; s < symbols; s++) {
                frequencies[s] = random.nextInt(3) == 0 ? 0 : random.nextInt(1 + (1 << random.nextInt(1 + steepness)));
            }
            frequencies[0] = 1;
            frequencies[symbols - 1] = 5;
            DeflateCode code = new DeflateCode(symbols, 15);
            code.build(frequencies, 0);
            long patterns = 0;
            long bits = 0;
            int longest = 0;
            for (int s = 0; s < symbols; s++) {
                int length = code.length(s);
                assertEquals(frequencies[s] > 0, length > 0);
                patterns += length == 0 ? 0 : 1 << 15 - length;
                bits += (long) length * frequencies[s];
                longest = Math.max(longest, length);
            }
            assertEquals(1 << 15, patterns, "every pattern has a meaning, and one only");
            long best = huffmanBits(frequencies);
            assertTrue(
                    longest == 15 ? bits <= 1.01 * best : bits == best, bits + " bits where " + best + " are enough");
        }
    }

    /** The bits of Huffman's code: the sum of the weights of all inner nodes. */
    private static long huffmanBits(int[] frequencies) {
        PriorityQueue<Long> weights = new PriorityQueue<>();
        for (int frequency : frequencies) {
            if (frequency > 0) {
                weights.add((long) frequency);
            }
        }
        long bits = 0;
        while (weights.size() > 1) {
            long weight = weights.remove() + weights.remove();
            bits += weight;
            weights.add(weight);
        }
        return bits;
    }

    @Test
    void codesBeyondTheLimitAreMadeToFit() {
        int[] frequencies = new int[25]; // Fibonacci's numbers make the deepest tree
        frequencies[0] = 1;
        frequencies[1] = 1;
        for (int i = 2; i < frequencies.length; i++) {
            frequencies[i] = frequencies[i - 1] + frequencies[i - 2];
        }
        for (int limit = 5; limit <= 15; limit++) {
            DeflateCode code = new DeflateCode(frequencies.length, limit);
            code.build(frequencies, 0);
            int patterns = 0;
            for (int s = 0; s < frequencies.length; s++) {
                assertTrue(code.length(s) >= 1 && code.length(s) <= limit);
                assertTrue(s == 0 || code.length(s) <= code.length(s - 1), "what is frequent is not longer");
                patterns += 1 << limit - code.length(s);
            }
            assertEquals(1 << limit, patterns);
        }
    }
}
