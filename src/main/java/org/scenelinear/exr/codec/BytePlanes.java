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
 * Samples whose bytes lie apart, in one plane for each place of a byte, as ZSTD and PXR24 keep them. A plane is a run
 * of bytes; the planes of a sample lie in one array, each the same step behind the one for the next lower byte. The
 * step may be negative.
 *
 * <p>All directions work on four samples at a time.
 */
final class BytePlanes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long EVEN_PAIRS = 0x0000FFFF0000FFFFL;

    private BytePlanes() {}

    /**
     * Puts samples of two bytes together.
     *
     * @param planes hold the bytes
     * @param lowest where the plane of the lowest bytes begins
     * @param step from a plane to the next
     * @param samples takes the samples, little-endian
     * @param start where the first one goes
     * @param count how many
     */
    static void join2(byte[] planes, int lowest, int step, byte[] samples, int start, int count) {
        int high = lowest + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            LONGS.set(samples, start + 2 * i, pairs(planes, lowest + i, high + i));
        }
        for (; i < count; i++) {
            samples[start + 2 * i] = planes[lowest + i];
            samples[start + 2 * i + 1] = planes[high + i];
        }
    }

    /** As {@link #join2}, for samples of four bytes whose lowest is 0; there are planes for the other three. */
    static void join3(byte[] planes, int lowest, int step, byte[] samples, int start, int count) {
        int middle = lowest + step;
        int high = middle + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            long lowPairs = spreadBytes((int) INTS.get(planes, lowest + i)) << 8;
            setQuads(samples, start + 4 * i, lowPairs, pairs(planes, middle + i, high + i));
        }
        for (; i < count; i++) {
            samples[start + 4 * i] = 0;
            samples[start + 4 * i + 1] = planes[lowest + i];
            samples[start + 4 * i + 2] = planes[middle + i];
            samples[start + 4 * i + 3] = planes[high + i];
        }
    }

    /** As {@link #join2}, for samples of four bytes. */
    static void join4(byte[] planes, int lowest, int step, byte[] samples, int start, int count) {
        int second = lowest + step;
        int third = second + step;
        int high = third + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            long lowPairs = pairs(planes, lowest + i, second + i);
            setQuads(samples, start + 4 * i, lowPairs, pairs(planes, third + i, high + i));
        }
        for (; i < count; i++) {
            samples[start + 4 * i] = planes[lowest + i];
            samples[start + 4 * i + 1] = planes[second + i];
            samples[start + 4 * i + 2] = planes[third + i];
            samples[start + 4 * i + 3] = planes[high + i];
        }
    }

    /**
     * Takes samples of two bytes apart.
     *
     * @param samples hold the samples, little-endian
     * @param start where the first one is
     * @param planes take the bytes
     * @param lowest where the plane of the lowest bytes begins
     * @param step from a plane to the next
     * @param count how many samples
     */
    static void split2(byte[] samples, int start, byte[] planes, int lowest, int step, int count) {
        int high = lowest + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            setPlanes(planes, lowest + i, high + i, (long) LONGS.get(samples, start + 2 * i));
        }
        for (; i < count; i++) {
            planes[lowest + i] = samples[start + 2 * i];
            planes[high + i] = samples[start + 2 * i + 1];
        }
    }

    /** As {@link #split2}, for the three lower bytes of samples of four; the highest has no plane. */
    static void split3(byte[] samples, int start, byte[] planes, int lowest, int step, int count) {
        int middle = lowest + step;
        int high = middle + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            long first = (long) LONGS.get(samples, start + 4 * i);
            long second = (long) LONGS.get(samples, start + 4 * i + 8);
            setPlanes(planes, lowest + i, middle + i, lowPairs(first, second));
            INTS.set(planes, high + i, gatherBytes(highPairs(first, second) & EVEN_BYTES));
        }
        for (; i < count; i++) {
            planes[lowest + i] = samples[start + 4 * i];
            planes[middle + i] = samples[start + 4 * i + 1];
            planes[high + i] = samples[start + 4 * i + 2];
        }
    }

    /** As {@link #split2}, for samples of four bytes. */
    static void split4(byte[] samples, int start, byte[] planes, int lowest, int step, int count) {
        int second = lowest + step;
        int third = second + step;
        int high = third + step;
        int i = 0;
        for (; i <= count - 4; i += 4) {
            long firstTwo = (long) LONGS.get(samples, start + 4 * i);
            long lastTwo = (long) LONGS.get(samples, start + 4 * i + 8);
            setPlanes(planes, lowest + i, second + i, lowPairs(firstTwo, lastTwo));
            setPlanes(planes, third + i, high + i, highPairs(firstTwo, lastTwo));
        }
        for (; i < count; i++) {
            planes[lowest + i] = samples[start + 4 * i];
            planes[second + i] = samples[start + 4 * i + 1];
            planes[third + i] = samples[start + 4 * i + 2];
            planes[high + i] = samples[start + 4 * i + 3];
        }
    }

    /** Four bytes of each of two planes as four pairs. */
    private static long pairs(byte[] planes, int low, int high) {
        return spreadBytes((int) INTS.get(planes, low)) | spreadBytes((int) INTS.get(planes, high)) << 8;
    }

    /** Stores four samples of four bytes, given their lower and their higher halves. */
    private static void setQuads(byte[] samples, int place, long low, long high) {
        LONGS.set(samples, place, spreadPairs((int) low) | spreadPairs((int) high) << 16);
        LONGS.set(samples, place + 8, spreadPairs((int) (low >>> 32)) | spreadPairs((int) (high >>> 32)) << 16);
    }

    /** Stores four pairs of bytes into two planes. */
    private static void setPlanes(byte[] planes, int low, int high, long pairs) {
        INTS.set(planes, low, gatherBytes(pairs & EVEN_BYTES));
        INTS.set(planes, high, gatherBytes(pairs >>> 8 & EVEN_BYTES));
    }

    private static long lowPairs(long firstTwo, long lastTwo) {
        return gatherPairs(firstTwo & EVEN_PAIRS) | gatherPairs(lastTwo & EVEN_PAIRS) << 32;
    }

    private static long highPairs(long firstTwo, long lastTwo) {
        return lowPairs(firstTwo >>> 16, lastTwo >>> 16);
    }

    /** Four bytes to the even places of eight. */
    private static long spreadBytes(int four) {
        long pairs = spreadPairs(four);
        return (pairs | pairs << 8) & EVEN_BYTES;
    }

    /** Two pairs of bytes to the even places of four. */
    private static long spreadPairs(int two) {
        long pairs = two & 0xFFFFFFFFL;
        return (pairs | pairs << 16) & EVEN_PAIRS;
    }

    /** Four bytes from the even places of eight, the others being 0. */
    private static int gatherBytes(long even) {
        return (int) gatherPairs((even | even >>> 8) & EVEN_PAIRS);
    }

    /** Two pairs of bytes from the even places of four, the others being 0. */
    private static long gatherPairs(long even) {
        return (even | even >>> 16) & 0xFFFFFFFFL;
    }
}
