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
import java.util.Arrays;

/** The 16-bit values that occur in a chunk of PIZ, numbered in their order without gaps; 0 always counts as one. */
final class PizValues {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VALUES = 1 << 16;
    private static final int MASK = VALUES - 1;
    private static final int BITMAP_BYTES = VALUES / 8;
    private static final int HEADER_BYTES = 4;

    private final boolean[] present = new boolean[VALUES];
    private final byte[] bitmap = new byte[BITMAP_BYTES];

    /** Numbers by values while packing, values by numbers while unpacking; what has none is not looked up or 0. */
    private final char[] table = new char[VALUES];

    private int count;

    /** Whether no number reaches what a narrow wavelet can hold. */
    boolean areNarrow() {
        return count <= PizWavelet.NARROW;
    }

    /**
     * Reads the bitmap at the start of packed data.
     *
     * @return where it ends
     */
    int read(byte[] packed, int packedLength) throws CorruptChunkException {
        if (packedLength < HEADER_BYTES) {
            throw new CorruptChunkException("the packed data of " + packedLength + " bytes lacks its bitmap");
        }
        int first = (short) SHORTS.get(packed, 0) & MASK;
        int last = (short) SHORTS.get(packed, 2) & MASK;
        int length = Math.max(0, last - first + 1);
        if (last >= BITMAP_BYTES || length > packedLength - HEADER_BYTES) {
            throw new CorruptChunkException(
                    "the bitmap of values from byte " + first + " to " + last + " does not fit the packed data");
        }
        Arrays.fill(bitmap, (byte) 0);
        System.arraycopy(packed, HEADER_BYTES, bitmap, length == 0 ? 0 : first, length);
        bitmap[0] |= 1;
        count = 0;
        for (int at = 0; at < BITMAP_BYTES; at++) {
            for (int bits = bitmap[at] & 0xFF; bits != 0; bits &= bits - 1) {
                table[count++] = (char) (8 * at + Integer.numberOfTrailingZeros(bits));
            }
        }
        Arrays.fill(table, count, VALUES, (char) 0);
        return HEADER_BYTES + length;
    }

    /**
     * Finds the values that occur and writes their bitmap at the start of packed data.
     *
     * @param words holds them, as little-endian 16-bit words
     * @param length how many bytes
     * @param packed takes the bitmap
     * @return where it ends, or {@link Codec#NOT_SMALLER} if it does not fit
     */
    int write(byte[] words, int length, byte[] packed) {
        find(words, length);
        Arrays.fill(bitmap, (byte) 0);
        count = 0;
        for (int value = 0; value < VALUES; value++) {
            if (present[value]) {
                table[value] = (char) count++;
                bitmap[value >> 3] |= (byte) (1 << (value & 7));
            }
        }
        bitmap[0] &= ~1; // not written: it is always there
        int first = 0;
        while (first < BITMAP_BYTES - 1 && bitmap[first] == 0) {
            first++;
        }
        int last = BITMAP_BYTES - 1;
        while (last > 0 && bitmap[last] == 0) {
            last--;
        }
        int bytes = Math.max(0, last - first + 1);
        if (HEADER_BYTES + bytes > packed.length) {
            return Codec.NOT_SMALLER;
        }
        SHORTS.set(packed, 0, (short) first);
        SHORTS.set(packed, 2, (short) last);
        System.arraycopy(bitmap, first, packed, HEADER_BYTES, bytes);
        return HEADER_BYTES + bytes;
    }

    private void find(byte[] words, int length) {
        boolean[] found = present;
        Arrays.fill(found, false);
        found[0] = true;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            long four = (long) LONGS.get(words, at);
            found[(int) four & MASK] = true;
            found[(int) four >>> 16] = true;
            found[(int) (four >>> 32) & MASK] = true;
            found[(int) (four >>> 48)] = true;
        }
        for (; at < length; at += Short.BYTES) {
            found[(short) SHORTS.get(words, at) & MASK] = true;
        }
    }

    /** Replaces values by their numbers, or numbers by their values: both halves of the first so many ints. */
    void replace(int[] pairs, int length) {
        char[] by = table;
        for (int i = 0; i < length; i++) {
            int pair = pairs[i];
            pairs[i] = by[pair & MASK] | by[pair >>> 16] << 16;
        }
    }
}
