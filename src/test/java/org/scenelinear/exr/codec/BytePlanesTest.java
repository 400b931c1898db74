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

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytePlanesTest {
    private static final int START = 3;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static int sample(byte[] samples, int bytes, int index) {
        int sample = 0;
        for (int b = 0; b < bytes; b++) {
            sample |= (samples[START + index * bytes + b] & 0xFF) << 8 * b;
        }
        return sample;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 64})
    void samplesAndTheirDifferencesAreTakenApartAndPutTogetherAgain(int count) {
        for (int bytes = 2; bytes <= 4; bytes += 2) {
            byte[] samples = random(START + count * bytes + START);
            for (int step : new int[] {count + 2, -count - 2}) {
                for (boolean differences : new boolean[] {false, true}) {
                    int lowest = step > 0 ? 1 : 1 - step * (bytes - 1);
                    byte[] planes = new byte[(count + 2) * bytes + 2];
                    byte[] expected = planes.clone();
                    for (int i = 0; i < count; i++) {
                        int before = differences && i > 0 ? sample(samples, bytes, i - 1) : 0;
                        for (int b = 0; b < bytes; b++) {
                            expected[lowest + b * step + i] = (byte) (sample(samples, bytes, i) - before >> 8 * b);
                        }
                    }
                    byte[] joined = samples.clone();
                    Arrays.fill(joined, START, START + count * bytes, (byte) 0);
                    if (bytes == 2) {
                        BytePlanes.split2(samples, START, planes, lowest, step, differences, count);
                        BytePlanes.join2(planes, lowest, step, differences, joined, START, count);
                    } else {
                        BytePlanes.split4(samples, START, planes, lowest, step, differences, count);
                        BytePlanes.join4(planes, lowest, step, differences, joined, START, count);
                    }
                    assertArrayEquals(expected, planes);
                    assertArrayEquals(samples, joined);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 64})
    void floatsLoseTheirLowestByteRoundedAway(int count) {
        byte[] floats = random(START + 4 * count + START);
        byte[] expected = floats.clone();
        for (int i = 0; i < count; i++) {
            int rounded = Pxr24Codec.to24(sample(floats, 4, i)) << 8;
            for (int b = 0; b < 4; b++) {
                expected[START + 4 * i + b] = (byte) (rounded >> 8 * b);
            }
        }
        byte[] planes = new byte[3 * count];
        byte[] joined = floats.clone();
        BytePlanes.split3(floats, START, planes, 2 * count, -count, count);
        BytePlanes.join3(planes, 2 * count, -count, joined, START, count);
        assertArrayEquals(expected, joined);
    }
}
