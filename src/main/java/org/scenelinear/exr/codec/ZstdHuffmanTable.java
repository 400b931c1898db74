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
 * The table of the prefix code of Zstandard's literals (RFC 8878, section 4.2): the next bits, as many as the longest
 * code has, lead to an entry whose lower byte is how many of them the symbol takes and whose upper byte is the symbol.
 */
final class ZstdHuffmanTable {
    /** Longest code there is. */
    static final int LONGEST = 11;

    private static final int LARGEST_WEIGHTS_LOG = 6;

    private final char[] entries = new char[1 << LONGEST];
    private int log;

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

    /** The length of the longest code. */
    int log() {
        return log;
    }

    /** Whether there is anything in the table. */
    boolean isBuilt() {
        return log > 0;
    }

    /** Forgets everything. */
    void clear() {
        log = 0;
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
        log = 0;
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
        while (symbols < 254) {
            long cell = cells[state];
            weights[symbols++] = (byte) (cell >>> 32);
            int width = (int) cell & 0xFF;
            if (width > bits.left()) {
                weights[symbols++] = (byte) (cells[other] >>> 32);
                bits.packed = null;
                return symbols;
            }
            state = other;
            other = ((int) cell >>> 16) + bits.read(width);
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
        log = width;
    }

    private void fill(int symbols, int width) {
        // The longest codes, of the smallest weight, come first.
        int place = 0;
        for (int weight = 1; weight <= width; weight++) {
            int used = places[weight] << weight - 1;
            places[weight] = place;
            place += used;
        }
        char[] entries = this.entries;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int weight = weights[symbol];
            if (weight != 0) {
                int start = places[weight];
                int end = start + (1 << weight - 1);
                places[weight] = end;
                char entry = (char) (symbol << 8 | width + 1 - weight);
                for (int i = start; i < end; i++) {
                    entries[i] = entry;
                }
            }
        }
    }

    private static CorruptChunkException cutOff() {
        return new CorruptChunkException("the Huffman code of the Zstandard frame is cut off");
    }

    private static CorruptChunkException tooLong() {
        return new CorruptChunkException(
                "the Huffman code of the Zstandard frame has codes of more than " + LONGEST + " bits");
    }
}
