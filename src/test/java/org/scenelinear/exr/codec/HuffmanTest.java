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

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100, 5000, 200_000})
    void whateverIsPackedComesBack(int count) throws CorruptChunkException {
        Random random = new Random(count);
        for (int kind = 0; kind < 5; kind++) {
            short[] values = new short[count];
            for (int i = 0; i < count; i++) {
                values[i] = (short)
                        switch (kind) {
                            case 0 -> random.nextInt(65536);
                            case 1 -> (int) (random.nextGaussian() * 40);
                            case 2 -> (int) Math.scalb(1.0, random.nextInt(17)) - 1;
                            case 3 -> i / 700;
                            default -> -1;
                        };
            }
            assertArrayEquals(values, roundTrip(values), "kind " + kind);
        }
    }

    @Test
    void codesOfAlmostThirtyBitsComeBack() throws CorruptChunkException {
        // Fibonacci numbers as frequencies make the longest codes there can be.
        int symbols = 30;
        int[] frequency = new int[symbols];
        frequency[0] = 1;
        frequency[1] = 1;
        int count = 2;
        for (int i = 2; i < symbols; i++) {
            frequency[i] = frequency[i - 1] + frequency[i - 2];
            count += frequency[i];
        }
        short[] values = new short[count];
        int at = 0;
        for (int i = 0; i < symbols; i++) {
            Arrays.fill(values, at, at + frequency[i], (short) (i * 1000));
            at += frequency[i];
        }
        Random random = new Random(1);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            short value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        assertArrayEquals(values, roundTrip(values));
    }

    @Test
    void theEncoderSaysWhenThereIsNoRoom() {
        short[] values = new short[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i * 7919);
        }
        HuffmanEncoder encoder = new HuffmanEncoder();
        byte[] roomy = new byte[10000];
        int needed = encoder.encode(values, values.length, roomy, 0);
        for (int room : new int[] {0, 10, 19, 20, 21, 100, needed - 1}) {
            assertEquals(HuffmanEncoder.NO_ROOM, encoder.encode(values, values.length, new byte[room], 0));
        }
        byte[] tight = new byte[needed];
        assertEquals(needed, encoder.encode(values, values.length, tight, 0));
        assertArrayEquals(Arrays.copyOf(roomy, needed), tight);
    }

    @Test
    void damagedTablesGiveAnErrorOrValues() {
        Random random = new Random(99);
        short[] values = new short[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (random.nextGaussian() * 300);
        }
        byte[] packed = new byte[20000];
        int length = new HuffmanEncoder().encode(values, values.length, packed, 0);
        HuffmanDecoder decoder = new HuffmanDecoder();
        int errors = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] broken = Arrays.copyOf(packed, length);
            broken[random.nextInt(Math.min(length, 600))] ^= (byte) (1 << random.nextInt(8));
            try {
                decode(decoder, broken, 0, length, values.length);
            } catch (CorruptChunkException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, "only " + errors + " of 2000 damaged tables were noticed");
    }

    /** Kind 1 has codes of all lengths, kind 2 repeats that go on across blocks, kind 4 these by a long code. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void coefficientsAreThoseOfTheSymbolsOneByOne(int kind) throws CorruptChunkException {
        Random random = new Random(kind);
        int blocks = 256;
        int channels = kind == 3 ? 1 : 3;
        short[] rareToFrequent = symbolsWithTheLongestCodes(random, 63 * channels * blocks);
        short[] symbols = new short[63 * channels * blocks];
        int count = 0;
        for (int block = 0; block < channels * blocks; block++) {
            for (int n = 1; n < 64; ) {
                int symbol = switch (kind) {
                    case 0 -> random.nextInt(4) == 0 ? 0xFF00 + random.nextInt(256) : random.nextInt(0xFF00);
                    case 1 -> rareToFrequent[count];
                    case 2 -> block % 50 < 40 ? 0xFF00 : 0x3C00;
                    default -> random.nextInt(3) == 0 ? 0xFFFF : 0x8000 | random.nextInt(90);
                };
                symbols[count++] = (short) symbol;
                n += symbol < 0xFF00 ? 1 : symbol == 0xFF00 ? 64 : symbol - 0xFF00;
            }
        }
        byte[] packed = new byte[4 * count + 100_000];
        int length = new HuffmanEncoder().encode(symbols, count, packed, 0);
        AcHuffman huffman = new AcHuffman();
        huffman.start(packed, 0, length, count);
        float[][][] expected = new float[channels][AcSource.REACH][blocks];
        float[][][] actual = new float[channels][AcSource.REACH][blocks];
        AcSymbols oneByOne = new AcSymbols(symbols, count);
        int last = oneByOne.read(expected, channels, blocks);
        assertTrue(huffman.read(actual, channels, blocks) >= last);
        oneByOne.finish();
        huffman.finish();
        for (int c = 0; c < channels; c++) {
            for (int n = 0; n < 64; n++) {
                assertArrayEquals(expected[c][n], actual[c][n], "channel " + c + ", place " + n);
            }
        }
    }

    /** Fibonacci numbers as frequencies make the longest codes there can be, here of more than 18 bits. */
    private static short[] symbolsWithTheLongestCodes(Random random, int count) {
        short[] symbols = new short[count];
        int filled = 0;
        for (int symbol = 0, a = 1, b = 1; filled < count; symbol++) {
            int end = Math.min(count, filled + a);
            Arrays.fill(symbols, filled, end, (short) symbol);
            filled = end;
            int sum = a + b;
            a = b;
            b = sum;
        }
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            short value = symbols[i];
            symbols[i] = symbols[j];
            symbols[j] = value;
        }
        return symbols;
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 63})
    void aWrongNumberOfSymbolsForTheBlocksIsAnError(int more) throws CorruptChunkException {
        short[] symbols = new short[63 * 4];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (short) (0x3C00 + i % 7);
        }
        byte[] packed = new byte[10_000];
        int length = new HuffmanEncoder().encode(symbols, symbols.length, packed, 0);
        AcHuffman huffman = new AcHuffman();
        huffman.start(packed, 0, length, symbols.length + more);
        assertEquals(63, huffman.read(new float[1][AcSource.REACH][4], 1, 4));
        assertThrows(CorruptChunkException.class, huffman::finish);
        huffman.start(packed, 0, length, symbols.length);
        assertThrows(CorruptChunkException.class, () -> huffman.read(new float[1][AcSource.REACH][5], 1, 5));
    }

    @Test
    void damagedSymbolsOfBlocksGiveAnErrorOrCoefficients() {
        Random random = new Random(7);
        int blocks = 64;
        short[] symbols = new short[63 * blocks];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = (short) (random.nextInt(9) == 0 ? 0x3C00 : (int) (random.nextGaussian() * 300) & 0x7FFF);
        }
        byte[] packed = new byte[20000];
        int length = new HuffmanEncoder().encode(symbols, symbols.length, packed, 0);
        AcHuffman huffman = new AcHuffman();
        float[][][] target = new float[1][AcSource.REACH][blocks];
        int errors = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] broken = Arrays.copyOf(packed, length);
            broken[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
            try {
                huffman.start(broken, 0, length, symbols.length);
                huffman.read(target, 1, blocks);
                huffman.finish();
            } catch (CorruptChunkException e) {
                errors++;
            }
        }
        assertTrue(errors > 500, "only " + errors + " of 2000 were noticed");
    }

    private static short[] roundTrip(short[] values) throws CorruptChunkException {
        byte[] packed = new byte[4 * values.length + 100_000];
        int length = new HuffmanEncoder().encode(values, values.length, packed, 3);
        return decode(new HuffmanDecoder(), packed, 3, 3 + length, values.length);
    }

    private static short[] decode(HuffmanDecoder decoder, byte[] packed, int from, int to, int count)
            throws CorruptChunkException {
        short[] values = new short[count];
        decoder.start(packed, from, to);
        long at = decoder.dataStart();
        for (int done = 0; done < count; ) {
            int code = decoder.codeAt(at);
            at += code & 63;
            int symbol = decoder.symbol(code >> 6);
            if (at > decoder.end() || done == 0 && decoder.isRepeat(symbol)) {
                throw new CorruptChunkException("no value");
            }
            if (decoder.isRepeat(symbol)) {
                int repeats = Math.min((int) (decoder.bits(at) >>> 56), count - done);
                at += 8;
                Arrays.fill(values, done, done + repeats, values[done - 1]);
                done += repeats;
            } else {
                values[done++] = (short) symbol;
            }
        }
        if (at != decoder.end()) {
            throw new CorruptChunkException("more values");
        }
        return values;
    }
}
