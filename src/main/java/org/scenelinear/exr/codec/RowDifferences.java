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

/**
 * Differences between neighbors in a row of samples, taken as integers of their 16 or 32 bits, and back. The first
 * sample of a row is its own difference. Used by ZSTD and PXR24.
 */
final class RowDifferences {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EVEN_PAIRS = 0x0000FFFF0000FFFFL;
    private static final long BOTH = 0x0000000100000001L;
    private static final long TOP_BITS = 0x8000800080008000L;

    private RowDifferences() {}

    /**
     * Replaces differences of 16 bits by the samples.
     *
     * @param row holds them, little-endian
     * @param start where the row begins
     * @param count how many
     */
    static void sum2(byte[] row, int start, int count) {
        // Sums run in two 32-bit lanes, each for two samples; the multiplication adds the lower lane to the upper one.
        long before = 0;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            long four = (long) LONGS.get(row, start + 2 * i);
            long odd = four >>> 16 & EVEN_PAIRS;
            long sums = ((four & EVEN_PAIRS) + odd) * BOTH;
            long atOdd = sums + before * BOTH;
            long atEven = atOdd - odd;
            LONGS.set(row, start + 2 * i, atEven & EVEN_PAIRS | (atOdd & EVEN_PAIRS) << 16);
            before = before + (sums >>> 32) & 0xFFFF;
        }
        int sum = (int) before;
        for (; i < count; i++) {
            sum += (short) SHORTS.get(row, start + 2 * i);
            SHORTS.set(row, start + 2 * i, (short) sum);
        }
    }

    /** As {@link #sum2}, for 32 bits. */
    static void sum4(byte[] row, int start, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (int) INTS.get(row, start + 4 * i);
            INTS.set(row, start + 4 * i, sum);
        }
    }

    /**
     * Takes the differences of samples of 16 bits.
     *
     * @param samples hold them, little-endian
     * @param start where the row begins
     * @param row takes the differences from index 0
     * @param count how many
     */
    static void subtract2(byte[] samples, int start, byte[] row, int count) {
        if (count == 0) {
            return;
        }
        SHORTS.set(row, 0, (short) SHORTS.get(samples, start));
        int i = 1;
        for (; i <= count - 4; i += 4) {
            long four = (long) LONGS.get(samples, start + 2 * i);
            long before = (long) LONGS.get(samples, start + 2 * i - 2);
            // Each sample borrows from a bit set above it; the true top bits are put right after.
            LONGS.set(row, 2 * i, (four | TOP_BITS) - (before & ~TOP_BITS) ^ (four ^ ~before) & TOP_BITS);
        }
        for (; i < count; i++) {
            int difference =
                    (short) SHORTS.get(samples, start + 2 * i) - (short) SHORTS.get(samples, start + 2 * i - 2);
            SHORTS.set(row, 2 * i, (short) difference);
        }
    }

    /** As {@link #subtract2}, for 32 bits. */
    static void subtract4(byte[] samples, int start, byte[] row, int count) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int sample = (int) INTS.get(samples, start + 4 * i);
            INTS.set(row, 4 * i, sample - before);
            before = sample;
        }
    }
}
