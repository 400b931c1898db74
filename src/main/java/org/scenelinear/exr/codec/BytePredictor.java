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
 * The preparation that RLE, ZIPS and ZIP share. Bytes at even places come first, those at odd places after them; then
 * each byte is replaced by its difference from the one before, plus 128.
 *
 * <p>Both directions work on eight bytes at a time, held in a long.
 */
final class BytePredictor {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long EVEN_PAIRS = 0x0000FFFF0000FFFFL;
    private static final long ONES = 0x0001000100010001L;
    /** The 128s of all bytes before add up to 128 at every odd place and to nothing at the even ones. */
    private static final long ODD_128 = 0x8000800080008000L;

    private static final long TOP_BITS = 0x8080808080808080L;

    private BytePredictor() {}

    /**
     * Undoes the preparation.
     *
     * @param prepared the differences; overwritten
     * @param raw takes the bytes
     * @param length how many
     */
    static void restore(byte[] prepared, byte[] raw, int length) {
        sum(prepared, length);
        interleave(prepared, raw, length);
    }

    /**
     * Prepares bytes.
     *
     * @param raw the bytes; left as they are
     * @param prepared takes the differences
     * @param length how many
     */
    static void prepare(byte[] raw, byte[] prepared, int length) {
        split(raw, prepared, length);
        subtract(prepared, length);
    }

    /** Replaces each difference by the sum of all up to it. */
    private static void sum(byte[] bytes, int length) {
        // Sums run in four 16-bit lanes, each for two bytes; the multiplication adds every lane to those above it.
        long before = 0;
        int i = 0;
        for (; i <= length - 8; i += 8) {
            long eight = (long) LONGS.get(bytes, i);
            long odd = eight >>> 8 & EVEN_BYTES;
            long sums = ((eight & EVEN_BYTES) + odd) * ONES;
            long atOdd = sums + before * ONES;
            long atEven = atOdd - odd;
            LONGS.set(bytes, i, (atEven & EVEN_BYTES | (atOdd & EVEN_BYTES) << 8) ^ ODD_128);
            before = before + (sums >>> 48) & 0xFF;
        }
        int sum = (int) before;
        for (; i < length; i++) {
            sum += bytes[i];
            bytes[i] = (byte) (sum + ((i & 1) << 7));
        }
    }

    private static void interleave(byte[] halves, byte[] raw, int length) {
        int odd = (length + 1) / 2;
        int i = 0;
        for (; i <= length / 2 - 4; i += 4) {
            long evenBytes = spread((int) INTS.get(halves, i));
            long oddBytes = spread((int) INTS.get(halves, odd + i));
            LONGS.set(raw, 2 * i, evenBytes | oddBytes << 8);
        }
        for (; i < length / 2; i++) {
            raw[2 * i] = halves[i];
            raw[2 * i + 1] = halves[odd + i];
        }
        if (odd > length / 2) {
            raw[length - 1] = halves[odd - 1];
        }
    }

    /** Four bytes to the even places of eight. */
    private static long spread(int four) {
        long pairs = four & 0xFFFFFFFFL;
        pairs = (pairs | pairs << 16) & EVEN_PAIRS;
        return (pairs | pairs << 8) & EVEN_BYTES;
    }

    private static void split(byte[] raw, byte[] halves, int length) {
        int odd = (length + 1) / 2;
        int i = 0;
        for (; i <= length / 2 - 4; i += 4) {
            long eight = (long) LONGS.get(raw, 2 * i);
            INTS.set(halves, i, gather(eight & EVEN_BYTES));
            INTS.set(halves, odd + i, gather(eight >>> 8 & EVEN_BYTES));
        }
        for (; i < length / 2; i++) {
            halves[i] = raw[2 * i];
            halves[odd + i] = raw[2 * i + 1];
        }
        if (odd > length / 2) {
            halves[odd - 1] = raw[length - 1];
        }
    }

    /** Four bytes from the even places of eight. */
    private static int gather(long even) {
        long pairs = (even | even >>> 8) & EVEN_PAIRS;
        return (int) (pairs | pairs >>> 16);
    }

    private static void subtract(byte[] bytes, int length) {
        if (length == 0) {
            return;
        }
        byte first = bytes[0];
        long before = 0; // the byte before the eight, at the lowest place
        int i = 0;
        for (; i <= length - 8; i += 8) {
            long eight = (long) LONGS.get(bytes, i);
            long shifted = eight << 8 | before;
            // Each byte borrows from a bit set above it; the true top bits are put right after.
            long difference = (eight | TOP_BITS) - (shifted & ~TOP_BITS) ^ (eight ^ ~shifted) & TOP_BITS;
            LONGS.set(bytes, i, difference ^ TOP_BITS);
            before = eight >>> 56;
        }
        int previous = (int) before;
        for (; i < length; i++) {
            int here = bytes[i];
            bytes[i] = (byte) (here - previous + 128);
            previous = here;
        }
        bytes[0] = first;
    }
}
