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

import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePredictorTest {
    /** The preparation as the format describes it, byte by byte. */
    private static byte[] prepareSlowly(byte[] raw) {
        byte[] split = new byte[raw.length];
        int half = (raw.length + 1) / 2;
        for (int i = 0; i < raw.length; i++) {
            split[(i % 2 == 0 ? 0 : half) + i / 2] = raw[i];
        }
        byte[] prepared = split.clone();
        for (int i = 1; i < raw.length; i++) {
            prepared[i] = (byte) (split[i] - split[i - 1] + 128);
        }
        return prepared;
    }

    @Test
    void everyLengthIsPreparedAndRestoredAsTheFormatDescribes() {
        Random random = new Random(1);
        for (int length = 0; length < 70; length++) {
            byte[] raw = new byte[length];
            random.nextBytes(raw);
            byte[] prepared = new byte[length];
            BytePredictor.prepare(raw, prepared, length);
            assertArrayEquals(prepareSlowly(raw), prepared);
            byte[] restored = new byte[length];
            BytePredictor.restore(prepared, restored, length);
            assertArrayEquals(raw, restored);
        }
    }

    @Test
    void sumsOfLongDataDoNotDrift() {
        byte[] raw = new byte[100_001];
        new Random(2).nextBytes(raw);
        byte[] prepared = prepareSlowly(raw);
        byte[] restored = new byte[raw.length];
        BytePredictor.restore(prepared, restored, raw.length);
        assertArrayEquals(raw, restored);
    }
}
