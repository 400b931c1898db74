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
    private static final int VALUES = 1 << 16;
    private static final int BITMAP_BYTES = VALUES / 8;
    private static final int HEADER_BYTES = 4;

    private final boolean[] present = new boolean[VALUES];
    private final byte[] bitmap = new byte[BITMAP_BYTES];
    private final short[] numbers = new short[VALUES];
    private final short[] byNumber = new short[VALUES];
    private int count;

    /** Values by their numbers; 0 where there are no more. */
    short[] byNumber() {
        return byNumber;
    }

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
        int first = (short) SHORTS.get(packed, 0) & 0xFFFF;
        int last = (short) SHORTS.get(packed, 2) & 0xFFFF;
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
                byNumber[count++] = (short) (8 * at + Integer.numberOfTrailingZeros(bits));
            }
        }
        Arrays.fill(byNumber, count, VALUES, (short) 0);
        return HEADER_BYTES + length;
    }

    /**
     * Finds the values that occur and writes their bitmap at the start of packed data.
     *
     * @param words holds them
     * @param length how many
     * @param packed takes the bitmap
     * @return where it ends, or {@link Codec#NOT_SMALLER} if it does not fit
     */
    int write(short[] words, int length, byte[] packed) {
        Arrays.fill(present, false);
        for (int i = 0; i < length; i++) {
            present[words[i] & 0xFFFF] = true;
        }
        present[0] = true;
        Arrays.fill(bitmap, (byte) 0);
        count = 0;
        for (int value = 0; value < VALUES; value++) {
            if (present[value]) {
                numbers[value] = (short) count++;
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

    /** Replaces values by their numbers. */
    void toNumbers(short[] words, int length) {
        for (int i = 0; i < length; i++) {
            words[i] = numbers[words[i] & 0xFFFF];
        }
    }
}
