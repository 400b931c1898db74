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
 * The look-up table of one prefix code of RFC 1951: the next bits of the stream lead to an entry that says what they
 * mean and how many they are. A first level answers all codes up to its width, and points to a second level for longer
 * ones.
 *
 * <p>An entry is one int, in one of three forms:
 *
 * <ul>
 *   <li>a literal: bits 0-5 the bits to consume, 6 set, 8-15 the literal;
 *   <li>a number with extra bits: 0-5 the bits to consume with the extra ones, 8-11 the bits of the code alone, 15-31
 *       the number when the extra bits are zero;
 *   <li>anything else: bit 14 set, and 15-31 is {@link #END_OF_BLOCK}, {@link #UNUSED} or, if bit 13 is set too, where
 *       the second level starts: then 8-11 are its width, 0-5 the bits to consume before looking there.
 * </ul>
 *
 * Bits not named are zero. The shifts of Java look at the lowest six bits of the distance alone, so an entry is a shift
 * distance as it is.
 */
final class DeflateTable {
    /** Longest code there is. */
    static final int LONGEST = 15;

    static final int LITERAL = 1 << 6;
    static final int SPECIAL = 1 << 14;
    static final int SECOND_LEVEL = 1 << 13;
    static final int END_OF_BLOCK = 1;
    static final int UNUSED = 0;

    private static final int UNUSED_ENTRY = SPECIAL | 1 << 8 | 1;
    /** What each symbol's entry holds apart from the length of its code. */
    private final int[] meanings;

    private final int width;
    private final int[] entries;
    private final int[] count = new int[LONGEST + 1];
    private final int[] next = new int[LONGEST + 1];
    private final int[] sorted;

    private DeflateTable(int width, int[] meanings) {
        this.width = width;
        this.meanings = meanings;
        this.sorted = new int[meanings.length];
        // A second level is at most 2^(15 - width) wide and serves at least two symbols.
        this.entries = new int[(1 << width) + (meanings.length / 2 << Math.max(LONGEST - width, 0))];
    }

    /** A table for literals and match lengths. */
    static DeflateTable ofLiteralsAndLengths(int width) {
        int[] meanings = new int[288];
        for (int symbol = 0; symbol < 256; symbol++) {
            meanings[symbol] = LITERAL | symbol << 8;
        }
        meanings[DeflateSymbols.END_OF_BLOCK] = SPECIAL | END_OF_BLOCK << 15;
        for (int i = 0; i < meanings.length - 257; i++) {
            meanings[257 + i] = i < DeflateSymbols.lengths()
                    ? number(DeflateSymbols.smallestLength(i), DeflateSymbols.lengthExtraBits(i))
                    : SPECIAL;
        }
        return new DeflateTable(width, meanings);
    }

    /** A table for match distances. */
    static DeflateTable ofDistances(int width) {
        int[] meanings = new int[32];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = i < DeflateSymbols.DISTANCES
                    ? number(DeflateSymbols.smallestDistance(i), DeflateSymbols.distanceExtraBits(i))
                    : SPECIAL;
        }
        return new DeflateTable(width, meanings);
    }

    /** A table for the lengths of the codes of the other two. */
    static DeflateTable ofCodeLengths() {
        int[] meanings = new int[19];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = number(i, 0);
        }
        return new DeflateTable(7, meanings);
    }

    private static int number(int number, int extraBits) {
        return number << 15 | extraBits;
    }

    /** The entries: the first level from index 0. */
    int[] entries() {
        return entries;
    }

    /**
     * Builds the table of a code.
     *
     * @param lengths holds the length of each symbol's code, 0 to {@value #LONGEST}; 0 if it is not used
     * @param from where the first symbol's is
     * @param symbols how many symbols
     * @return false if it is not a code, as there are too few patterns of bits for it, or some are left: that is
     *     allowed only to a code of no symbol or of one with a single bit, as zlib writes it where there is nothing to
     *     choose
     */
    boolean build(byte[] lengths, int from, int symbols) {
        Arrays.fill(count, 0);
        for (int i = 0; i < symbols; i++) {
            count[lengths[from + i]]++;
        }
        int used = symbols - count[0];
        count[0] = 0;
        int left = 1;
        int start = 0;
        for (int length = 1; length <= LONGEST; length++) {
            left = (left << 1) - count[length];
            if (left < 0) {
                return false;
            }
            next[length] = start;
            start += count[length];
        }
        next[0] = used; // symbols without a code go behind the others: asking for each takes longer
        for (int i = 0; i < symbols; i++) {
            sorted[next[lengths[from + i]]++] = i;
        }
        if (left == 0) {
            fill();
            return true;
        }
        if (used > 1 || count[1] != used) {
            return false;
        }
        Arrays.fill(entries, 0, 1 << width, UNUSED_ENTRY);
        if (used == 1) {
            int entry = entry(sorted[0], 1);
            for (int i = 0; i < 1 << width; i += 2) {
                entries[i] = entry;
            }
        }
        return true;
    }

    private int entry(int symbol, int length) {
        int meaning = meanings[symbol];
        return (meaning & LITERAL) != 0 ? meaning + length : meaning + length | length << 8;
    }

    /** Fills the entries with a complete code. Its patterns come in order, written with the first bit lowest. */
    private void fill() {
        int[] entries = this.entries;
        int i = 0;
        int code = 0;
        int size = 1;
        for (int length = 1; length <= width; length++) {
            // What is known of shorter codes does not depend on the new bit.
            System.arraycopy(entries, 0, entries, size, size);
            size <<= 1;
            for (int n = count[length]; n > 0; n--) {
                entries[code] = entry(sorted[i++], length);
                code = following(code, size - 1);
            }
        }
        int free = size;
        int prefix = -1;
        int start = 0;
        int secondWidth = 0;
        for (int length = width + 1; length <= LONGEST; length++) {
            for (int n = count[length]; n > 0; n--) {
                if ((code & size - 1) != prefix) {
                    prefix = code & size - 1;
                    start = free;
                    secondWidth = secondWidth(length, n);
                    free += 1 << secondWidth;
                    entries[prefix] = start << 15 | SPECIAL | SECOND_LEVEL | secondWidth << 8 | width;
                }
                int entry = entry(sorted[i++], length - width);
                for (int k = start + (code >>> width); k < free; k += 1 << length - width) {
                    entries[k] = entry;
                }
                code = following(code, (1 << length) - 1);
            }
        }
    }

    /** How wide a second level must be that starts with the first of {@code n} codes of a length. */
    private int secondWidth(int length, int n) {
        int bits = length - width;
        int patterns = n;
        while (patterns < 1 << bits) {
            bits++;
            patterns = (patterns << 1) + count[width + bits];
        }
        return bits;
    }

    /** The pattern after one, in a code whose first bit is the lowest; 0 after the last. */
    private static int following(int code, int allOnes) {
        if (code == allOnes) {
            return 0;
        }
        int carry = Integer.highestOneBit(code ^ allOnes);
        return code & carry - 1 | carry;
    }
}
