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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies the matches of packed data: bytes that came out before come again, and may overlap with what they give. */
final class MatchCopy {
    /** How many bytes behind a match a copy may spoil. */
    static final int SPOILED = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MatchCopy() {}

    /**
     * Repeats bytes.
     *
     * @param out holds them; {@link #SPOILED} more bytes must have room behind the match
     * @param at where they go
     * @param length how many, at least 1
     * @param distance how far before {@code at} they lie, at least 1
     */
    static void copy(byte[] out, int at, int length, int distance) {
        int source = at - distance;
        int target = at;
        int stop = at + length;
        if (distance >= 8) {
            do {
                LONGS.set(out, target, (long) LONGS.get(out, source));
                LONGS.set(out, target + 8, (long) LONGS.get(out, source + 8));
                target += 16;
                source += 16;
            } while (target < stop);
            return;
        }
        // What repeats within eight bytes is written eight at a time, in steps of whole repetitions.
        long pattern = (long) LONGS.get(out, source) & ~(-1L << 8 * distance);
        for (int known = distance; known < 8; known *= 2) {
            pattern |= pattern << 8 * known;
        }
        int step = 8 - 8 % distance;
        for (; target < stop; target += step) {
            LONGS.set(out, target, pattern);
        }
    }
}
