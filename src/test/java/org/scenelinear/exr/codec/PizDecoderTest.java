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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of {@link PizDecoder}: pairs, single symbols, long codes, repeats, the last bytes, and damage. */
class PizDecoderTest {
    private static final int KINDS = 7;

    /** Words whose codes have 1, 2, 6, 15 to 17, or up to 23 bits, in runs, and mixed. */
    private static short[] words(int kind, int count) {
        Random random = new Random(kind * 31L + count);
        short[] words = new short[count];
        for (int i = 0; i < count; i++) {
            words[i] = (short)
                    switch (kind) {
                        case 0 -> 7;
                        case 1 -> random.nextInt(3);
                        case 2 -> (int) (random.nextGaussian() * 20);
                        case 3 -> random.nextInt(1 << 16);
                        // Each half as frequent as the one before.
                        case 4 -> 1000 * Integer.numberOfTrailingZeros(random.nextInt() | 1 << 22);
                        case 5 -> i / 300 % 5 == 0 ? random.nextInt(500) : i / 300;
                        default -> i % 2 == 0 ? random.nextInt(1 << 16) : (int) (random.nextGaussian() * 9);
                    };
        }
        return words;
    }

    private static short[] decode(PizDecoder decoder, byte[] packed, int from, int to, int count)
            throws CorruptChunkException {
        byte[] bytes = new byte[Short.BYTES * count];
        decoder.decode(packed, from, to, bytes, count);
        short[] words = new short[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(words);
        return words;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 15, 16, 17, 100, 5000, 300_000})
    void whateverWasPackedComesBack(int count) throws CorruptChunkException {
        PizDecoder decoder = new PizDecoder();
        HuffmanEncoder encoder = new HuffmanEncoder();
        for (int kind = 0; kind < KINDS; kind++) {
            short[] words = words(kind, count);
            byte[] packed = new byte[4 * count + 100_000];
            int length = encoder.encode(words, count, packed, 5);
            Arrays.fill(packed, 5 + length, packed.length, (byte) -1);
            assertArrayEquals(words, decode(decoder, packed, 5, 5 + length, count), "kind " + kind);
            assertArrayEquals(words, decode(decoder, Arrays.copyOf(packed, 5 + length), 5, 5 + length, count));
        }
    }

    @Test
    void aWrongNumberOfWordsIsAnError() {
        for (int kind = 0; kind < KINDS; kind++) {
            short[] words = words(kind, 1000);
            byte[] packed = new byte[100_000];
            int length = new HuffmanEncoder().encode(words, words.length, packed, 0);
            for (int count : new int[] {1, 990, 999, 1001, 1010, 5000}) {
                assertThrows(CorruptChunkException.class, () -> decode(new PizDecoder(), packed, 0, length, count));
            }
        }
    }

    /** Words unpacked one symbol at a time with the other decoder; none if they are not so many. */
    private static short[] symbolBySymbol(HuffmanDecoder decoder, byte[] packed, int length, int count) {
        try {
            decoder.start(packed, 0, length);
        } catch (CorruptChunkException e) {
            return new short[0];
        }
        short[] words = new short[count];
        int done = 0;
        long position = decoder.dataStart();
        while (done < count && position < decoder.end()) {
            int code = decoder.codeAt(position);
            int symbol = decoder.symbol(code >> 6);
            position += code & 63;
            if (!decoder.isRepeat(symbol)) {
                words[done++] = (short) symbol;
                continue;
            }
            int repeats = (int) (decoder.bits(position) >>> 56);
            position += 8;
            if (done == 0 || repeats > count - done) {
                return new short[0];
            }
            Arrays.fill(words, done, done + repeats, words[done - 1]);
            done += repeats;
        }
        return done == count && position == decoder.end() ? words : new short[0];
    }

    /** The two decoders of one format agree on what is damaged, and on the values of what is not known to be. */
    @Test
    void damagedDataIsWhatTheOtherDecoderSays() {
        Random random = new Random(5);
        PizDecoder decoder = new PizDecoder();
        HuffmanDecoder other = new HuffmanDecoder();
        int errors = 0;
        int rounds = 3000;
        for (int round = 0; round < rounds; round++) {
            short[] words = words(1 + round % (KINDS - 1), 700);
            byte[] packed = new byte[100_000];
            int length = new HuffmanEncoder().encode(words, words.length, packed, 0);
            packed[random.nextInt(round % 2 == 0 ? length : Math.min(length, 100))] ^= (byte) (1 << random.nextInt(8));
            short[] expected = symbolBySymbol(other, packed, length, words.length);
            if (expected.length != words.length) {
                errors++;
                assertThrows(CorruptChunkException.class, () -> decode(decoder, packed, 0, length, words.length));
            } else {
                try {
                    assertArrayEquals(expected, decode(decoder, packed, 0, length, words.length), "round " + round);
                } catch (CorruptChunkException e) {
                    assertEquals("no error", e.getMessage(), "round " + round);
                }
            }
        }
        assertTrue(errors > rounds / 10 && errors < rounds, errors + " errors");
    }
}
