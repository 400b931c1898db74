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
 * The table of the prefix code of Zstandard's literals (RFC 8878, section 4.2): the next {@value #WIDTH} bits lead to
 * an entry whose lower byte is how many of them the symbol takes and whose upper byte is the symbol.
 */
final class ZstdHuffmanTable {
    /** Longest code there is. */
    static final int LONGEST = 11;

    /** So many bits lead to an entry, also where no code is that long. */
    static final int WIDTH = LONGEST;

    private static final int LARGEST_WEIGHTS_LOG = 6;

    /** Weights whose states are surely among 56 bits. */
    private static final int WEIGHTS_AT_ONCE = 8;

    /** One more follows these, and another one that is not told. */
    private static final int MOST_WEIGHTS = 254;

    private final char[] entries = new char[1 << WIDTH];
    private boolean built;

    private final byte[] sorted = new byte[256];
    private final byte[] weights = new byte[256];
    private final int[] places = new int[LONGEST + 2];
    private final FseCounts counts = new FseCounts();
    private final FseTable codeOfWeights = new FseTable(LARGEST_WEIGHTS_LOG, meaningsOfWeights());
    private final BackwardBits bits = new BackwardBits();

    private static long[] meaningsOfWeights() {
        long[] meanings = new long[LONGEST + 1];
        for (int weight = 0; weight < meanings.length; weight++) {
            meanings[weight] = FseTable.meaning(weight, 0);
        }
        return meanings;
    }

    char[] entries() {
        return entries;
    }

    /** Whether there is anything in the table. */
    boolean isBuilt() {
        return built;
    }

    /** Forgets everything. */
    void clear() {
        built = false;
    }

    /**
     * Reads the description of a code and builds its table.
     *
     * @param packed holds it
     * @param from where it begins
     * @param to what it may not reach beyond
     * @return where it ends
     * @throws CorruptChunkException if it is none
     */
    int read(byte[] packed, int from, int to) throws CorruptChunkException {
        built = false;
        if (from >= to) {
            throw cutOff();
        }
        int header = packed[from] & 0xFF;
        int start = from + 1;
        boolean plain = header >= 128;
        int end = start + (plain ? header - 126 >> 1 : header);
        if (end > to) {
            throw cutOff();
        }
        int symbols = plain ? readPlainWeights(packed, start, header - 127) : readWeights(packed, start, end);
        build(symbols);
        return end;
    }

    private int readPlainWeights(byte[] packed, int from, int symbols) throws CorruptChunkException {
        for (int i = 0; i < symbols; i++) {
            int weight = packed[from + (i >> 1)] >> ((i & 1) == 0 ? 4 : 0) & 15;
            if (weight > LONGEST) {
                throw tooLong();
            }
            weights[i] = (byte) weight;
        }
        return symbols;
    }

    /** Reads weights coded by two states in turn, until the bits do not suffice for another state. */
    private int readWeights(byte[] packed, int from, int to) throws CorruptChunkException {
        int start = counts.read(packed, from, to, codeOfWeights.mostSymbols(), LARGEST_WEIGHTS_LOG);
        codeOfWeights.build(counts.log(), counts.counts(), counts.symbols());
        bits.start(packed, start, to);
        long[] cells = codeOfWeights.cells();
        int state = bits.read(codeOfWeights.log());
        int other = bits.read(codeOfWeights.log());
        if (bits.left() < 0) {
            throw BackwardBits.cutOff();
        }
        int symbols = 0;
        while (symbols < MOST_WEIGHTS) {
            bits.refill();
            int left = bits.left();
            long word = bits.bits;
            int stop = Math.min(symbols + WEIGHTS_AT_ONCE, MOST_WEIGHTS);
            while (symbols < stop) {
                long cell = cells[state];
                weights[symbols++] = (byte) (cell >>> 32);
                int width = (int) cell & 0xFF;
                if (width > left) {
                    weights[symbols++] = (byte) (cells[other] >>> 32);
                    return symbols;
                }
                left -= width;
                state = other;
                other = ((int) cell >>> 16) + (int) (word >>> 1 >>> ~width);
                word <<= width;
            }
            bits.bits = word;
        }
        throw new CorruptChunkException("the Huffman code of the Zstandard frame has more than 256 symbols");
    }

    /** Builds the table. The weight of the last symbol is not told: it makes the sum a power of two. */
    private void build(int known) throws CorruptChunkException {
        Arrays.fill(places, 0);
        int sum = 0;
        for (int i = 0; i < known; i++) {
            int weight = weights[i];
            places[weight]++;
            sum += 1 << weight >> 1;
        }
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << width) - sum;
        if (sum == 0 || Integer.bitCount(rest) != 1) {
            throw new CorruptChunkException("the Huffman code of the Zstandard frame is not complete");
        }
        if (width > LONGEST) {
            throw tooLong();
        }
        int last = Integer.numberOfTrailingZeros(rest) + 1;
        weights[known] = (byte) last;
        places[last]++;
        fill(known + 1, width);
        built = true;
    }

    /** Fills the entries. The longest codes, of the smallest weight, come first. */
    private void fill(int symbols, int longest) {
        sort(symbols, longest);
        char[] entries = this.entries;
        byte[] sorted = this.sorted;
        int at = 0;
        int i = 0;
        for (int weight = 1; weight <= longest; weight++) {
            int length = longest + 1 - weight;
            int size = 1 << WIDTH - length;
            int end = places[weight];
            if (size == 1) {
                for (; i < end; i++) {
                    entries[at++] = entry(sorted[i], length);
                }
            } else if (size == 2) {
                for (; i < end; i++) {
                    char entry = entry(sorted[i], length);
                    entries[at] = entry;
                    entries[at + 1] = entry;
                    at += 2;
                }
            } else {
                for (; i < end; i++) {
                    char entry = entry(sorted[i], length);
                    for (int stop = at + size; at < stop; at += 4) {
                        entries[at] = entry;
                        entries[at + 1] = entry;
                        entries[at + 2] = entry;
                        entries[at + 3] = entry;
                    }
                }
            }
        }
    }

    /** Sorts the symbols by weight; the place of a weight is then that behind its last symbol. */
    private void sort(int symbols, int longest) {
        int place = 0;
        for (int weight = 1; weight <= longest; weight++) {
            int count = places[weight];
            places[weight] = place;
            place += count;
        }
        for (int symbol = 0; symbol < symbols; symbol++) {
            int weight = weights[symbol];
            if (weight != 0) {
                sorted[places[weight]++] = (byte) symbol;
            }
        }
    }

    private static char entry(byte symbol, int length) {
        return (char) (symbol << 8 | length);
    }

    private static CorruptChunkException cutOff() {
        return new CorruptChunkException("the Huffman code of the Zstandard frame is cut off");
    }

    private static CorruptChunkException tooLong() {
        return new CorruptChunkException(
                "the Huffman code of the Zstandard frame has codes of more than " + LONGEST + " bits");
    }
}
