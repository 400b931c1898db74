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
    void aWrongNumberOfValuesIsAnError() {
        short[] values = {1, 2, 3, 4, 5, 1, 1, 1, 1, 2};
        byte[] packed = new byte[1000];
        int length = new HuffmanEncoder().encode(values, values.length, packed, 0);
        for (int count : new int[] {1, 9, 11, 500}) {
            assertThrows(
                    CorruptChunkException.class,
                    () -> new HuffmanDecoder().decode(packed, 0, length, new short[count], count));
        }
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
                decoder.decode(broken, 0, length, new short[values.length], values.length);
            } catch (CorruptChunkException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, "only " + errors + " of 2000 damaged tables were noticed");
    }

    private static short[] roundTrip(short[] values) throws CorruptChunkException {
        byte[] packed = new byte[4 * values.length + 100_000];
        int length = new HuffmanEncoder().encode(values, values.length, packed, 3);
        short[] back = new short[values.length];
        new HuffmanDecoder().decode(packed, 3, 3 + length, back, back.length);
        return back;
    }
}
