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

/** How RFC 1951 writes a match: symbols with extra bits for its length and for its distance (section 3.2.5). */
final class DeflateSymbols {
    /** Literals, the end of a block, and lengths. */
    static final int LITERALS = 286;

    static final int DISTANCES = 30;

    /** Symbols of the fixed codes, of which the last mean nothing. */
    static final int FIXED_LITERALS = 288;

    static final int FIXED_DISTANCES = 32;

    static final int END_OF_BLOCK = 256;

    /** The first symbol of a length. */
    static final int FIRST_LENGTH = 257;

    static final int SHORTEST_MATCH = 3;
    static final int LONGEST_MATCH = 258;
    static final int LARGEST_DISTANCE = 1 << 15;

    /** The order in which a block lists the lengths of the codes for code lengths (section 3.2.7). */
    static final byte[] CODE_LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** Smallest length of the symbols 257, 258 and so on, and their extra bits. */
    private static final int[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] LENGTH_EXTRA_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    /** The number, from 0, of the symbol of each length. */
    private static final byte[] LENGTH_NUMBERS = lengthNumbers();

    private DeflateSymbols() {}

    /**
     * The lengths of the codes that need no table in the stream (section 3.2.6): 288 for literals, 32 for distances.
     */
    static byte[] fixedLengths() {
        byte[] lengths = new byte[FIXED_LITERALS + FIXED_DISTANCES];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, FIXED_LITERALS, (byte) 8);
        Arrays.fill(lengths, FIXED_LITERALS, lengths.length, (byte) 5);
        return lengths;
    }

    private static byte[] lengthNumbers() {
        byte[] numbers = new byte[LONGEST_MATCH + 1];
        for (int length = SHORTEST_MATCH, number = 0; length <= LONGEST_MATCH; length++) {
            while (number + 1 < LENGTHS.length && LENGTHS[number + 1] <= length) {
                number++;
            }
            numbers[length] = (byte) number;
        }
        return numbers;
    }

    /** How many symbols there are for lengths. */
    static int lengths() {
        return LENGTHS.length;
    }

    /** The number, from 0, of the symbol of a length. */
    static int lengthNumber(int length) {
        return LENGTH_NUMBERS[length];
    }

    /** The smallest length that a symbol, numbered from 0, stands for. */
    static int smallestLength(int number) {
        return LENGTHS[number];
    }

    /** The extra bits of a length's symbol, numbered from 0. */
    static int lengthExtraBits(int number) {
        return LENGTH_EXTRA_BITS[number];
    }

    /** The symbol of a distance. */
    static int distanceSymbol(int distance) {
        int above = distance - 1;
        if (above < 2) {
            return above;
        }
        // From symbol 4 on, two symbols share each number of extra bits: the bit below the highest tells them apart.
        int extraBits = 30 - Integer.numberOfLeadingZeros(above);
        return 2 * extraBits + 2 + (above >>> extraBits & 1);
    }

    /** The smallest distance that a symbol stands for. */
    static int smallestDistance(int symbol) {
        return symbol < 2 ? symbol + 1 : (2 + symbol % 2 << distanceExtraBits(symbol)) + 1;
    }

    /** The extra bits of a distance's symbol. */
    static int distanceExtraBits(int symbol) {
        return Math.max(symbol / 2 - 1, 0);
    }
}
