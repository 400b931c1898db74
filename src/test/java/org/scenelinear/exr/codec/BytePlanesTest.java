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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two preparations that ZSTD and PXR24 share, against plain loops. */
class BytePlanesTest {
    private static final int START = 3;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 64})
    void samplesAreTakenApartByteByByteAndPutTogetherAgain(int count) {
        for (int bytes = 2; bytes <= 4; bytes++) {
            for (int step : new int[] {count + 2, -count - 2}) {
                byte[] samples = random(START + count * bytes + START);
                int lowest = step > 0 ? 1 : 1 - step * (bytes - 1);
                byte[] planes = new byte[(count + 2) * bytes + 2];
                byte[] expected = planes.clone();
                for (int i = 0; i < count; i++) {
                    for (int b = 0; b < bytes; b++) {
                        expected[lowest + b * step + i] = samples[START + i * bytes + b];
                    }
                }
                switch (bytes) {
                    case 2 -> BytePlanes.split2(samples, START, planes, lowest, step, count);
                    case 3 -> BytePlanes.split3(widened(samples, count), START, planes, lowest, step, count);
                    default -> BytePlanes.split4(samples, START, planes, lowest, step, count);
                }
                assertArrayEquals(expected, planes);
                byte[] joined = new byte[START + 4 * count + START];
                byte[] wanted = joined.clone();
                switch (bytes) {
                    case 2 -> BytePlanes.join2(planes, lowest, step, joined, START, count);
                    case 3 -> BytePlanes.join3(planes, lowest, step, joined, START, count);
                    default -> BytePlanes.join4(planes, lowest, step, joined, START, count);
                }
                for (int i = 0; i < count; i++) {
                    int zeros = bytes == 3 ? 1 : 0;
                    System.arraycopy(samples, START + i * bytes, wanted, START + i * (bytes + zeros) + zeros, bytes);
                }
                assertArrayEquals(wanted, joined);
            }
        }
    }

    /** Samples of three bytes with a fourth above that must not be looked at. */
    private static byte[] widened(byte[] samples, int count) {
        byte[] wide = random(START + 4 * count + START);
        for (int i = 0; i < count; i++) {
            System.arraycopy(samples, START + 3 * i, wide, START + 4 * i, 3);
        }
        return wide;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 64})
    void differencesWrapAroundAndAddUpAgain(int count) {
        byte[] samples = random(START + 4 * count + START);
        byte[] row = new byte[4 * count + START];
        RowDifferences.subtract2(samples, START, row, count);
        ByteBuffer from = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer differences = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            int before = i == 0 ? 0 : from.getShort(START + 2 * i - 2);
            assertEquals((short) (from.getShort(START + 2 * i) - before), differences.getShort(2 * i));
        }
        RowDifferences.sum2(row, 0, count);
        assertArrayEquals(Arrays.copyOfRange(samples, START, START + 2 * count), Arrays.copyOf(row, 2 * count));

        RowDifferences.subtract4(samples, START, row, count);
        for (int i = 0; i < count; i++) {
            int before = i == 0 ? 0 : from.getInt(START + 4 * i - 4);
            assertEquals(from.getInt(START + 4 * i) - before, differences.getInt(4 * i));
        }
        RowDifferences.sum4(row, 0, count);
        assertArrayEquals(Arrays.copyOfRange(samples, START, START + 4 * count), Arrays.copyOf(row, 4 * count));
    }
}
