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
 * Sixteen halfs, 4 x 4, in 14 bytes: the first sample, in an order that runs from the most negative half to the
 * largest, as 16 bits, a shift of 6 bits, and 15 differences of 6 bits, each biased by 32 and shifted: those down the
 * first column, then those from each column to the next (OpenEXR, ImfB44Compressor). A block of one value has 3 bytes,
 * which is seen by the impossible shift in the third.
 */
final class B44Block {
    /** Bytes of a block. */
    static final int BYTES = 14;
    /** Bytes of a block of one value. */
    static final int FLAT_BYTES = 3;

    private static final VarHandle BIG_LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BIAS = 0x20;
    private static final int LARGEST_DIFFERENCE = 0x3F;
    /** The first value of a block's third byte that no shift makes. */
    private static final int FLAT = 13 << 2;

    private static final int FLAT_MARK = 0xFC;
    private static final long EACH = 0x0001000100010001L;
    private static final long SIGNS = 0x8000800080008000L;
    private static final long MAGNITUDES = 0x7FFF7FFF7FFF7FFFL;

    private final int[] ordered = new int[16];
    private final int[] lower = new int[16];

    /** Whether packed bytes are those of a block of one value; looks at three of them. */
    static boolean isFlat(byte[] packed, int position) {
        return (packed[position + 2] & 0xFF) >= FLAT;
    }

    /**
     * Unpacks a block.
     *
     * @param packed the bytes; all of the block must be there
     * @param position where it begins
     * @param flat what {@link #isFlat} says
     * @param raw takes the halfs, little-endian
     * @param row0 where those of the first row go, and so on
     */
    static void unpack(byte[] packed, int position, boolean flat, byte[] raw, int row0, int row1, int row2, int row3) {
        if (flat) {
            long value = halfs(((packed[position] & 0xFF) << 8 | packed[position + 1] & 0xFF) * EACH);
            LONGS.set(raw, row0, value);
            LONGS.set(raw, row1, value);
            LONGS.set(raw, row2, value);
            LONGS.set(raw, row3, value);
            return;
        }
        long start = (long) BIG_LONGS.get(packed, position); // 16 bits, the shift, and seven differences
        long end = (long) BIG_LONGS.get(packed, position + 6); // eight differences in the lower 48 bits
        int shift = (int) (start >>> 42) & 0x3F;
        int bias = BIAS << shift;
        int first = (int) (start >>> 48);
        int second = first + (((int) (start >>> 36) & 0x3F) << shift) - bias;
        int third = second + (((int) (start >>> 30) & 0x3F) << shift) - bias;
        int fourth = third + (((int) (start >>> 24) & 0x3F) << shift) - bias;
        LONGS.set(raw, row0, row(first, (int) (start >>> 18), (int) (end >>> 42), (int) (end >>> 18), shift, bias));
        LONGS.set(raw, row1, row(second, (int) (start >>> 12), (int) (end >>> 36), (int) (end >>> 12), shift, bias));
        LONGS.set(raw, row2, row(third, (int) (start >>> 6), (int) (end >>> 30), (int) (end >>> 6), shift, bias));
        LONGS.set(raw, row3, row(fourth, (int) start, (int) (end >>> 24), (int) end, shift, bias));
    }

    /** A row of a first sample and three differences, each in the lower 6 bits. */
    private static long row(int first, int toSecond, int toThird, int toFourth, int shift, int bias) {
        int second = first + ((toSecond & 0x3F) << shift) - bias;
        int third = second + ((toThird & 0x3F) << shift) - bias;
        int fourth = third + ((toFourth & 0x3F) << shift) - bias;
        return halfs(first & 0xFFFFL | (second & 0xFFFFL) << 16 | (third & 0xFFFFL) << 32 | (long) fourth << 48);
    }

    /** Four numbers in the order of halfs to the bits of four halfs: those below the middle are negative. */
    private static long halfs(long four) {
        long positive = (four >>> 15 & EACH) * 0x7FFF;
        return four ^ (SIGNS | MAGNITUDES & ~positive);
    }

    /**
     * Sets a row to be packed.
     *
     * @param row 0 to 3
     * @param four the bits of four halfs, the first one lowest
     */
    void setRow(int row, long four) {
        for (int i = 0; i < 4; i++) {
            int bits = (int) (four >>> 16 * i) & 0xFFFF;
            boolean infinite = (bits & 0x7C00) == 0x7C00;
            ordered[4 * row + i] = infinite ? 0x8000 : (bits & 0x8000) != 0 ? ~bits & 0xFFFF : bits | 0x8000;
        }
    }

    /**
     * Packs the rows that were set.
     *
     * @param shortIfFlat whether a block of one value may have 3 bytes
     * @param exactMaximum whether the largest sample must come back as it was; it is then from there that all others
     *     are counted, and the first sample gives way
     * @param packed takes the block; there must be room for {@link #BYTES}
     * @param position where it begins
     * @return how many bytes it has
     */
    int pack(boolean shortIfFlat, boolean exactMaximum, byte[] packed, int position) {
        int[] t = ordered;
        int largest = t[0];
        for (int i = 1; i < 16; i++) {
            largest = Math.max(largest, t[i]);
        }
        int shift = leastShift();
        while (!fits(largest, shift)) {
            shift++;
        }
        int[] d = lower;
        if (shortIfFlat && isFlat()) {
            packed[position] = (byte) (t[0] >> 8);
            packed[position + 1] = (byte) t[0];
            packed[position + 2] = (byte) FLAT_MARK;
            return FLAT_BYTES;
        }
        int first = exactMaximum ? largest - (d[0] << shift) : t[0];
        long start = (first & 0xFFFFL) << 48
                | (long) shift << 42
                | difference(0, 4) << 36
                | difference(4, 8) << 30
                | difference(8, 12) << 24
                | difference(0, 1) << 18
                | difference(4, 5) << 12
                | difference(8, 9) << 6
                | difference(12, 13);
        long end = start << 48
                | difference(1, 2) << 42
                | difference(5, 6) << 36
                | difference(9, 10) << 30
                | difference(13, 14) << 24
                | difference(2, 3) << 18
                | difference(6, 7) << 12
                | difference(10, 11) << 6
                | difference(14, 15);
        BIG_LONGS.set(packed, position, start);
        BIG_LONGS.set(packed, position + 6, end);
        return BYTES;
    }

    private boolean isFlat() {
        for (int i = 1; i < 16; i++) {
            if (lower[i] != lower[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A shift below which no block can fit: rounding moves a difference by one at most, so one of more than 33 steps
     * does not become one of 32.
     */
    private int leastShift() {
        int[] t = ordered;
        int most = 0;
        for (int row = 0; row < 16; row += 4) {
            most = Math.max(most, Math.abs(t[row] - t[row + 1]));
            most = Math.max(most, Math.abs(t[row + 1] - t[row + 2]));
            most = Math.max(most, Math.abs(t[row + 2] - t[row + 3]));
        }
        for (int row = 0; row < 12; row += 4) {
            most = Math.max(most, Math.abs(t[row] - t[row + 4]));
        }
        return most <= BIAS + 1 ? 0 : 32 - Integer.numberOfLeadingZeros((most - 1) / (BIAS + 1));
    }

    /** Rounds the distances from the largest sample by a shift, and tells whether their differences have 6 bits. */
    private boolean fits(int largest, int shift) {
        int[] t = ordered;
        int[] d = lower;
        int halfStep = (1 << shift) - 1;
        for (int i = 0; i < 16; i++) {
            int twice = largest - t[i] << 1;
            d[i] = twice + halfStep + (twice >> shift + 1 & 1) >> shift + 1; // to the nearest, ties to even
        }
        long outside = 0;
        for (int row = 0; row < 16; row += 4) {
            outside |= difference(row, row + 1) | difference(row + 1, row + 2) | difference(row + 2, row + 3);
        }
        outside |= difference(0, 4) | difference(4, 8) | difference(8, 12);
        return (outside & ~LARGEST_DIFFERENCE) == 0;
    }

    private long difference(int from, int to) {
        return lower[from] - lower[to] + BIAS;
    }
}
