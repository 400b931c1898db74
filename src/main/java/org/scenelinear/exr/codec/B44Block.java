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
 * The blocks of B44: 4x4 halfs in 14 bytes, or in 3 if all are equal.
 *
 * <p>Halfs are first put in order: as integers of 16 bits that grow with the value, infinities and NaN counting as 0. A
 * block holds the first one, a shift and 15 differences of 6 bits, each offset by 32 and to be shifted: down the first
 * column, then from column to column in every row. Bits from the top: first value (16), shift (6), column (3 x 6), then
 * for each further column its four rows (4 x 6). A shift of 13 and more marks a block of equal values, which ends
 * there.
 *
 * <p>Four halfs of a row stand in the four 16-bit lanes of a long and are worked on together.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_b44.c}.
 */
final class B44Block {
    /** Bytes of a block. */
    static final int LENGTH = 14;

    /** Bytes of a block of equal values. */
    static final int FLAT_LENGTH = 3;

    private static final VarHandle ROWS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BITS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int FLAT_SHIFT = 13;
    private static final int FLAT_MARK = 0xFC;

    private static final long ONES = 0x0001000100010001L;
    private static final long TOP_BITS = 0x8000800080008000L;
    private static final long EXPONENTS = 0x7C007C007C007C00L;
    private static final long LOWEST_EXPONENT = 0x0400040004000400L;

    /**
     * By row, to be added to its sums: takes off the 32 of every difference in them, and sets the top bit so that no
     * lane borrows from the next.
     */
    private static final long[] OFFSETS = new long[4];

    /** By shift: the bits of a lane that shifted differences have. */
    private static final long[] SHIFTED = new long[FLAT_SHIFT];

    /** By shift: a little less than half of what is shifted out, to be added before. */
    private static final long[] HALVES = new long[FLAT_SHIFT];

    /** By shift: the bits of a lane that are left after shifting down. */
    private static final long[] LEFT = new long[FLAT_SHIFT];

    static {
        for (int i = 0; i < 4; i++) {
            for (int lane = 0; lane < 4; lane++) {
                OFFSETS[i] |= 0x8000L - 32 * (i + lane) << 16 * lane;
            }
        }
        for (int shift = 0; shift < FLAT_SHIFT; shift++) {
            SHIFTED[shift] = (0xFFFF << shift & 0xFFFF) * ONES;
            HALVES[shift] = shift == 0 ? 0 : ((1 << shift - 1) - 1) * ONES;
            LEFT[shift] = (0xFFFF >> shift) * ONES;
        }
    }

    private B44Block() {}

    /**
     * Unpacks blocks that stand side by side.
     *
     * @param packed holds them
     * @param position where the first begins
     * @param end where the packed bytes end
     * @param blocks how many
     * @param samples takes four rows of samples
     * @param rows where the four rows begin
     * @return where the last block ends
     * @throws CorruptChunkException if the packed bytes end before
     */
    static int decode(byte[] packed, int position, int end, int blocks, byte[] samples, int[] rows)
            throws CorruptChunkException {
        int row0 = rows[0];
        int row1 = rows[1];
        int row2 = rows[2];
        int row3 = rows[3];
        int from = position;
        for (int i = 0; i < blocks; i++) {
            long high = end - from >= 8 ? (long) BITS.get(packed, from) : lastBits(packed, from, end);
            int shift = (int) (high >>> 42) & 0x3F;
            boolean flat = shift >= FLAT_SHIFT;
            int length = flat ? FLAT_LENGTH : LENGTH;
            if (end - from < length) {
                throw new CorruptChunkException("the packed bytes end within a block of 4x4 samples");
            }
            long first = (high >>> 48) * ONES;
            if (flat) {
                long equal = halfs(first ^ TOP_BITS);
                ROWS.set(samples, row0 + 8 * i, equal);
                ROWS.set(samples, row1 + 8 * i, equal);
                ROWS.set(samples, row2 + 8 * i, equal);
                ROWS.set(samples, row3 + 8 * i, equal);
            } else {
                long low = (long) BITS.get(packed, from + LENGTH - 8);
                long mask = SHIFTED[shift];
                // The sums have their top bit set. A shift pushes it out; without one it is taken off here.
                long start = shift == 0 ? first : first ^ TOP_BITS;
                // The second and the fourth column.
                long outer = high & 0xFFFFFFFFL | low << 32;
                long down1 = high >>> 36 & 0x3F;
                long down2 = down1 + (high >>> 30 & 0x3F);
                long down3 = down2 + (high >>> 24 & 0x3F);
                long sums0 = sums(outer >>> 18, low >>> 10, 0) + OFFSETS[0];
                long sums1 = sums(outer >>> 12, low >>> 4, down1) + OFFSETS[1];
                long sums2 = sums(outer >>> 6, low << 2, down2) + OFFSETS[2];
                long sums3 = sums(outer, low << 8, down3) + OFFSETS[3];
                ROWS.set(samples, row0 + 8 * i, halfs(add(sums0 << shift & mask, start)));
                ROWS.set(samples, row1 + 8 * i, halfs(add(sums1 << shift & mask, start)));
                ROWS.set(samples, row2 + 8 * i, halfs(add(sums2 << shift & mask, start)));
                ROWS.set(samples, row3 + 8 * i, halfs(add(sums3 << shift & mask, start)));
            }
            from += length;
        }
        return from;
    }

    /** The bits of fewer than eight bytes, with zeros behind. */
    private static long lastBits(byte[] packed, int from, int end) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | (from + i < end ? packed[from + i] & 0xFF : 0);
        }
        return bits;
    }

    /** The running sums in a row of three differences, the first of which follows on the sum down the first column. */
    private static long sums(long outer, long inner, long down) {
        return ((outer & 0x0000003F0000003FL) << 16 | inner & 0x0000003F00000000L | down) * ONES;
    }

    /** Adds in each lane. */
    private static long add(long a, long b) {
        return (a & ~TOP_BITS) + (b & ~TOP_BITS) ^ (a ^ b) & TOP_BITS;
    }

    /** Ordered values whose top bits were flipped to halfs. */
    private static long halfs(long flipped) {
        long negative = flipped >>> 15 & ONES;
        return flipped ^ (negative << 15) - negative;
    }

    /**
     * Packs blocks that stand side by side.
     *
     * @param samples holds four rows of samples
     * @param rows where the four rows begin
     * @param blocks how many
     * @param flats whether blocks of equal values shall be short
     * @param exactGreatest whether the greatest value of a block shall come back as exactly as possible
     * @param packed takes the blocks; has room for {@link #LENGTH} bytes each
     * @param position where the first one goes
     * @return where the last one ends
     */
    static int encode(
            byte[] samples, int[] rows, int blocks, boolean flats, boolean exactGreatest, byte[] packed, int position) {
        int row0 = rows[0];
        int row1 = rows[1];
        int row2 = rows[2];
        int row3 = rows[3];
        int to = position;
        for (int i = 0; i < blocks; i++) {
            long halfs0 = (long) ROWS.get(samples, row0 + 8 * i);
            long halfs1 = (long) ROWS.get(samples, row1 + 8 * i);
            long halfs2 = (long) ROWS.get(samples, row2 + 8 * i);
            long halfs3 = (long) ROWS.get(samples, row3 + 8 * i);
            long ordered0 = ordered(halfs0);
            long below0;
            long below1;
            long below2;
            long below3;
            int greatest;
            long special = notFinite(halfs0) | notFinite(halfs1) | notFinite(halfs2) | notFinite(halfs3);
            if (((halfs0 | halfs1 | halfs2 | halfs3 | special) & TOP_BITS) == 0) {
                // All are finite and at least 0, so their bits are in order already.
                greatest = greatest(max(max(halfs0, halfs1), max(halfs2, halfs3)));
                long all = greatest * ONES;
                below0 = all - halfs0;
                below1 = all - halfs1;
                below2 = all - halfs2;
                below3 = all - halfs3;
                greatest |= 0x8000;
            } else {
                long ordered1 = ordered(halfs1);
                long ordered2 = ordered(halfs2);
                long ordered3 = ordered(halfs3);
                greatest = Math.max(
                        Math.max(greatestOf(ordered0), greatestOf(ordered1)),
                        Math.max(greatestOf(ordered2), greatestOf(ordered3)));
                long all = greatest * ONES;
                below0 = all - ordered0;
                below1 = all - ordered1;
                below2 = all - ordered2;
                below3 = all - ordered3;
            }
            long first = ordered0 & 0xFFFF;
            long any = below0 | below1 | below2 | below3;
            if (any == 0 && flats) {
                packed[to] = (byte) (first >>> 8);
                packed[to + 1] = (byte) first;
                packed[to + 2] = (byte) FLAT_MARK;
                to += FLAT_LENGTH;
                continue;
            }
            int shift = shift(below0, below1, below2, below3, any);
            long steps0 = rounded(below0, shift);
            long steps1 = rounded(below1, shift);
            long steps2 = rounded(below2, shift);
            long steps3 = rounded(below3, shift);
            if (exactGreatest) {
                first = greatest - ((steps0 & 0xFFFF) << shift) & 0xFFFF;
            }
            long across0 = across(steps0);
            long across1 = across(steps1);
            long across2 = across(steps2);
            long across3 = across(steps3);
            long outer = outer(across0) << 18 | outer(across1) << 12 | outer(across2) << 6 | outer(across3);
            long inner = inner(across0) << 18 | inner(across1) << 12 | inner(across2) << 6 | inner(across3);
            long down = down(steps0, steps1) << 12 | down(steps1, steps2) << 6 | down(steps2, steps3);
            long high = first << 48 | (long) shift << 42 | down << 24 | outer & 0xFFFFFF;
            BITS.set(packed, to, high);
            BITS.set(packed, to + LENGTH - 8, high << 48 | inner << 24 | outer >>> 32);
            to += LENGTH;
        }
        return to;
    }

    /** Sets the top bit of each lane that is infinite or NaN. */
    private static long notFinite(long halfs) {
        return (halfs & EXPONENTS) + LOWEST_EXPONENT;
    }

    /** Halfs to integers that grow with their values. */
    private static long ordered(long halfs) {
        long negative = halfs >>> 15 & ONES;
        long ordered = halfs ^ TOP_BITS ^ (negative << 15) - negative;
        long special = notFinite(halfs) >>> 15 & ONES;
        long mask = (special << 16) - special;
        return ordered & ~mask | TOP_BITS & mask;
    }

    /** The greater one in each lane, of integers without top bits. */
    private static long max(long a, long b) {
        long difference = (a | TOP_BITS) - b;
        long isGreater = difference & TOP_BITS;
        return b + (difference & isGreater - (isGreater >>> 15));
    }

    /** The greatest of four integers without top bits. */
    private static int greatest(long four) {
        long two = max(four, four >>> 32);
        return (int) max(two, two >>> 16) & 0xFFFF;
    }

    /** The greatest of any four integers. */
    private static int greatestOf(long four) {
        int lower = Math.max((int) four & 0xFFFF, (int) (four >>> 16) & 0xFFFF);
        return Math.max(lower, Math.max((int) (four >>> 32) & 0xFFFF, (int) (four >>> 48)));
    }

    /**
     * The smallest shift after which all differences have 6 bits. If one does, all greater ones do: differences are
     * halved, and rounding adds less than that takes away.
     */
    private static int shift(long below0, long below1, long below2, long below3, long any) {
        long two = any | any >>> 32;
        int bits = 32 - Integer.numberOfLeadingZeros((int) (two | two >>> 16) & 0xFFFF);
        int shift = Math.max(0, bits - 6);
        if (fits(below0, below1, below2, below3, shift)) {
            while (shift > 0 && fits(below0, below1, below2, below3, shift - 1)) {
                shift--;
            }
            return shift;
        }
        do {
            shift++;
        } while (!fits(below0, below1, below2, below3, shift));
        return shift;
    }

    private static boolean fits(long below0, long below1, long below2, long below3, int shift) {
        long steps0 = rounded(below0, shift);
        long steps1 = rounded(below1, shift);
        long steps2 = rounded(below2, shift);
        long steps3 = rounded(below3, shift);
        long across = across(steps0) | across(steps1) | across(steps2) | across(steps3);
        long down = down(steps0, steps1) | down(steps1, steps2) | down(steps2, steps3);
        return (across & 0x0000FFC0FFC0FFC0L | down & ~0x3F) == 0;
    }

    /** Shifts each lane down and rounds, ties to even. */
    private static long rounded(long lanes, int shift) {
        // Without a shift there is nothing to round: its bits are 0.
        long odd = shift == 0 ? 0 : lanes >>> shift & ONES;
        return lanes + HALVES[shift] + odd >>> shift & LEFT[shift];
    }

    /** The three differences in a row, offset by 32, in the three lower lanes; what is in the fourth means nothing. */
    private static long across(long steps) {
        return steps + (TOP_BITS | 32 * ONES) - (steps >>> 16) ^ TOP_BITS;
    }

    /** The difference from the first sample of a row to that of the next, offset by 32. */
    private static long down(long steps, long next) {
        return (steps & 0xFFFF) - (next & 0xFFFF) + 32;
    }

    private static long outer(long across) {
        return across & 0x0000003F0000003FL;
    }

    private static long inner(long across) {
        return across >>> 16 & 0x3F;
    }
}
