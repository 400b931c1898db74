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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/** Damaged chunks: an error in words, or pixels, but never another exception. */
class DwaRobustnessTest {
    static List<DwaVectors.Encoded> encoded() {
        return DwaVectors.encoded();
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void aCutChunkIsAnError(DwaVectors.Encoded vector) {
        byte[] raw = new byte[vector.raw().length];
        int length = vector.packed().length;
        try (DwaCodec codec = new DwaCodec(45)) {
            for (int cut = 1; cut < length; cut = cut < 200 ? cut + 1 : cut + length / 50) {
                int left = cut;
                assertThrows(
                        CorruptChunkException.class,
                        () -> codec.decode(vector.block(), Arrays.copyOf(vector.packed(), left), left, raw));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void flippedBitsGiveAnErrorInWordsOrPixels(DwaVectors.Encoded vector) {
        Random random = new Random(17);
        byte[] raw = new byte[vector.raw().length];
        int errors = 0;
        try (DwaCodec codec = new DwaCodec(45)) {
            for (int round = 0; round < 400; round++) {
                byte[] broken = vector.packed().clone();
                int range = round % 2 == 0 ? broken.length : Math.min(400, broken.length);
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    broken[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
                }
                errors += decodesWithError(codec, vector.block(), broken, raw) ? 1 : 0;
            }
        }
        assertTrue(errors > 50, "only " + errors + " of 400 damaged chunks were noticed");
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void everyNumberOfTheHeaderMayBeAnything(DwaVectors.Encoded vector) {
        long[] values = {-1, 0, 1, 2, 0xFFFF, Integer.MAX_VALUE, 0xFFFFFFFFL, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 33};
        byte[] raw = new byte[vector.raw().length];
        try (DwaCodec codec = new DwaCodec(45)) {
            for (int number = 0; number < 11; number++) {
                for (long value : values) {
                    byte[] broken = vector.packed().clone();
                    for (int i = 0; i < 8; i++) {
                        broken[8 * number + i] = (byte) (value >> 8 * i);
                    }
                    if (!Arrays.equals(broken, vector.packed())) {
                        boolean isVersion = number == 0 && value < 2;
                        assertTrue(
                                decodesWithError(codec, vector.block(), broken, raw) || isVersion,
                                "number " + number + " set to " + value);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xFF, -1})
    void aChunkOfOnlyZerosOnesOrNoiseIsAnError(int fill) {
        DwaVectors.Encoded vector = DwaVectors.encoded("half RGB level 45");
        byte[] garbage = new byte[3000];
        Arrays.fill(garbage, (byte) fill);
        if (fill < 0) {
            new Random(3).nextBytes(garbage);
        }
        try (DwaCodec codec = new DwaCodec(45)) {
            byte[] raw = new byte[vector.raw().length];
            assertTrue(decodesWithError(codec, vector.block(), garbage, raw));
        }
    }

    @Test
    void aCodecWorksOnAfterAnError() throws CorruptChunkException {
        DwaVectors.Encoded vector = DwaVectors.encoded("half RGBA with float Z and uint id");
        byte[] expected = new byte[vector.raw().length];
        byte[] raw = new byte[vector.raw().length];
        try (DwaCodec codec = new DwaCodec(45)) {
            codec.decode(vector.block(), vector.packed(), vector.packed().length, expected);
            for (int at = 90; at < vector.packed().length; at += 97) {
                byte[] broken = vector.packed().clone();
                broken[at] ^= 0x55;
                decodesWithError(codec, vector.block(), broken, raw);
            }
            codec.decode(vector.block(), vector.packed(), vector.packed().length, raw);
        }
        assertTrue(Arrays.equals(expected, raw));
    }

    @Test
    void aBlockOfBillionsOfCoefficientsIsRefusedBeforeMemoryIsTaken() {
        Block thin = new Block(List.of(new Channel("Y", PixelType.HALF)), 0, 0, 1, 800_000_000);
        byte[] packed = DwaVectors.encoded("half RGB level 45").packed().clone();
        new DwaChunkHeader(2, 0, 0, 100, 100, 0, 0, 0, 6_300_000_000L, 100_000_000, 0).write(packed);
        try (DwaCodec codec = new DwaCodec(45)) {
            assertTrue(decodesWithError(codec, thin, packed, new byte[0]));
        }
    }

    /** Whether a chunk is refused with a message; fails the test on any other exception. */
    private static boolean decodesWithError(DwaCodec codec, Block block, byte[] packed, byte[] raw) {
        try {
            codec.decode(block, packed, packed.length, raw);
            return false;
        } catch (CorruptChunkException e) {
            assertFalse(e.getMessage().isBlank());
            return true;
        }
    }
}
