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

/** How often each symbol stands in a stretch of sequences, and how many bits that makes at best. */
final class DeflateCounts {
    /** Estimates count in so many parts of a bit. */
    static final int BIT = 256;

    private static final int TABLE_BITS = 12;
    private static final int[] LOG2 = new int[(1 << TABLE_BITS) + 1];

    static {
        for (int i = 1; i < LOG2.length; i++) {
            LOG2[i] = (int) Math.rint(BIT * Math.log(i) / Math.log(2));
        }
    }

    /** Where the counts of distances start. */
    static final int DISTANCES = DeflateSymbols.LITERALS;

    private static final int ALL = DISTANCES + DeflateSymbols.DISTANCES;

    /** Literals and lengths, then distances. */
    final int[] counts = new int[ALL];

    private final int[] oddLiterals = new int[256];

    /** A logarithm to base 2, of a number above 0, in parts of a bit. */
    static int log2(int number) {
        int surplus = Math.max(0, 32 - TABLE_BITS - Integer.numberOfLeadingZeros(number));
        return LOG2[number >>> surplus] + surplus * BIT;
    }

    /**
     * Counts what some sequences are made of.
     *
     * @param raw the bytes
     * @param from where those of the sequences start
     * @param sequences the sequences
     * @param first the first to count
     * @param end the one after the last
     */
    void count(byte[] raw, int from, DeflateSequences sequences, int first, int end) {
        int[] counts = this.counts;
        int[] odd = this.oddLiterals;
        Arrays.fill(counts, 0);
        Arrays.fill(odd, 0);
        int at = from;
        for (int i = first; i < end; i++) {
            int stop = at + sequences.literals[i];
            for (; at < stop - 1; at += 2) {
                counts[raw[at] & 0xFF]++;
                odd[raw[at + 1] & 0xFF]++;
            }
            if (at < stop) {
                counts[raw[at++] & 0xFF]++;
            }
            int match = sequences.matches[i];
            if (match != 0) {
                int length = match >>> 16;
                counts[DeflateSymbols.FIRST_LENGTH + DeflateSymbols.lengthNumber(length)]++;
                counts[DISTANCES + DeflateSymbols.distanceSymbol(match & 0xFFFF)]++;
                at += length;
            }
        }
        for (int i = 0; i < odd.length; i++) {
            counts[i] += odd[i];
        }
    }

    void set(DeflateCounts other) {
        System.arraycopy(other.counts, 0, counts, 0, ALL);
    }

    void add(DeflateCounts other) {
        for (int i = 0; i < ALL; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** The bits that the symbols take at best, in parts of a bit, without the extra bits. */
    long bits() {
        return bits(0, DISTANCES) + bits(DISTANCES, ALL);
    }

    private long bits(int from, int end) {
        long bits = 0;
        int sum = 0;
        for (int i = from; i < end; i++) {
            int count = counts[i];
            if (count != 0) {
                bits -= (long) count * log2(count);
                sum += count;
            }
        }
        return sum == 0 ? 0 : bits + (long) sum * log2(sum);
    }
}
