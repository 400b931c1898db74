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

/**
 * The table of one code of finite state entropy (RFC 8878, section 4.1): each state means a symbol and says how many
 * bits to read and where to add them to find the next state.
 *
 * <p>A cell of it is one long: bits 0-7 how many bits lead to the next state, 8-15 how many extra bits the symbol has,
 * 16-31 the lowest of the next states, 32-63 the number that the symbol means when its extra bits are zero.
 */
final class FseTable {
    private final long[] meanings;
    private final long[] cells;
    private final byte[] symbols;
    private final int[] next;
    private int log = -1;

    /**
     * A table yet empty.
     *
     * @param largestLog the logarithm of its greatest size
     * @param meanings what each symbol means, by {@link #meaning}
     */
    FseTable(int largestLog, long[] meanings) {
        this.meanings = meanings;
        this.cells = new long[1 << largestLog];
        this.symbols = new byte[1 << largestLog];
        this.next = new int[meanings.length];
    }

    /** The table with the given counts. */
    static FseTable of(int log, long[] meanings, int... counts) {
        FseTable table = new FseTable(log, meanings);
        short[] shorts = new short[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shorts[i] = (short) counts[i];
        }
        table.build(log, shorts, counts.length);
        return table;
    }

    /** A symbol for the smallest number it can mean, to which its extra bits are added. */
    static long meaning(int smallest, int extraBits) {
        return (long) smallest << 32 | (long) extraBits << 8;
    }

    /** The cells by state. */
    long[] cells() {
        return cells;
    }

    /** The logarithm of the size: so many bits give the first state. */
    int log() {
        return log;
    }

    /** Whether there is anything in the table. */
    boolean isBuilt() {
        return log >= 0;
    }

    /** Forgets everything. */
    void clear() {
        log = -1;
    }

    /** How many symbols there can be. */
    int mostSymbols() {
        return meanings.length;
    }

    /** Makes a table of one state, which always means the same symbol. */
    void buildOfOne(int symbol) {
        cells[0] = meanings[symbol];
        log = 0;
    }

    /**
     * Builds the table.
     *
     * @param log the logarithm of its size
     * @param counts how often each symbol stands in it, -1 for the seldom; they must add up to the size
     * @param used how many of the counts are in use
     */
    void build(int log, short[] counts, int used) {
        this.log = log;
        int size = 1 << log;
        spread(size, counts, used);
        long[] cells = this.cells;
        byte[] symbols = this.symbols;
        int[] next = this.next;
        long[] meanings = this.meanings;
        for (int state = 0; state < size; state++) {
            int symbol = symbols[state];
            int number = next[symbol]++;
            int bits = log - 31 + Integer.numberOfLeadingZeros(number);
            cells[state] = meanings[symbol] | (number << bits) - size << 16 | bits;
        }
    }

    /** Gives each symbol its states: the seldom ones from the end on, the others far from each other. */
    private void spread(int size, short[] counts, int used) {
        byte[] symbols = this.symbols;
        int last = size - 1;
        for (int symbol = 0; symbol < used; symbol++) {
            int count = counts[symbol];
            if (count == -1) {
                symbols[last--] = (byte) symbol;
                count = 1;
            }
            next[symbol] = count;
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int mask = size - 1;
        int state = 0;
        for (int symbol = 0; symbol < used; symbol++) {
            for (int count = counts[symbol]; count > 0; count--) {
                symbols[state] = (byte) symbol;
                do {
                    state = state + step & mask;
                } while (state > last);
            }
        }
    }
}
