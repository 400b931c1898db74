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

import java.util.Arrays;

/**
 * How often each symbol stands in a table of finite state entropy, as Zstandard describes it (RFC 8878, section 4.1.1).
 * The counts add up to the size of the table; -1 is a symbol so seldom that it only just gets a place.
 */
final class FseCounts {
    static final int SMALLEST_LOG = 5;

    private final short[] counts = new short[256];
    private int symbols;
    private int log;

    private byte[] packed;
    private int end;

    /** The next bit to read, counted from the start of the array. */
    private long at;

    short[] counts() {
        return counts;
    }

    /** How many of {@link #counts} are in use. */
    int symbols() {
        return symbols;
    }

    /** The logarithm of the table's size. */
    int log() {
        return log;
    }

    /**
     * Reads a description.
     *
     * @param packed holds it
     * @param from where it begins
     * @param to what it may not reach beyond
     * @param mostSymbols how many symbols there can be
     * @param largestLog the greatest logarithm allowed
     * @return where it ends
     * @throws CorruptChunkException if it is none
     */
    int read(byte[] packed, int from, int to, int mostSymbols, int largestLog) throws CorruptChunkException {
        this.packed = packed;
        this.end = to;
        this.at = 8L * from;
        log = SMALLEST_LOG + take(peek(), 4);
        if (log > largestLog) {
            throw new CorruptChunkException(
                    "a table of the Zstandard frame has a size of 2^" + log + ", more than 2^" + largestLog);
        }
        int left = 1 << log;
        symbols = 0;
        while (left > 0) {
            if (symbols >= mostSymbols) {
                throw tooManySymbols(mostSymbols);
            }
            int count = takeCount(peek(), left);
            counts[symbols++] = (short) count;
            left -= Math.abs(count);
            if (count == 0) {
                takeZeros(mostSymbols);
            }
        }
        int next = (int) (at + 7 >>> 3);
        this.packed = null;
        if (next > to) {
            throw new CorruptChunkException("a table of the Zstandard frame is cut off");
        }
        return next;
    }

    /** A number from 0 to {@code left + 1}, of which some take a bit less than others; one more than the count. */
    private int takeCount(int bits, int left) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(left + 1);
        int saved = (1 << width) - 2 - left;
        int number = take(bits, width - 1);
        if (number >= saved) {
            number |= (bits >>> width - 1 & 1) << width - 1;
            at++;
            if (number >= 1 << width - 1) {
                number -= saved;
            }
        }
        return number - 1;
    }

    /** After a count of zero: how many more are zero, in steps of up to three. */
    private void takeZeros(int mostSymbols) throws CorruptChunkException {
        int more;
        do {
            more = take(peek(), 2);
            if (symbols + more > mostSymbols) {
                throw tooManySymbols(mostSymbols);
            }
            Arrays.fill(counts, symbols, symbols + more, (short) 0);
            symbols += more;
        } while (more == 3);
    }

    private int take(int bits, int count) {
        at += count;
        return bits & (1 << count) - 1;
    }

    /** At least the next 17 bits, the first one lowest; zeros behind the end. */
    private int peek() {
        int index = (int) (at >>> 3);
        int bits = 0;
        for (int i = Math.min(2, end - 1 - index); i >= 0; i--) {
            bits = bits << 8 | packed[index + i] & 0xFF;
        }
        return bits >>> (at & 7);
    }

    private static CorruptChunkException tooManySymbols(int most) {
        return new CorruptChunkException("a table of the Zstandard frame has more than " + most + " symbols");
    }
}
