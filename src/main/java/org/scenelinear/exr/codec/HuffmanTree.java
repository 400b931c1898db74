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
 * The lengths of the codes of a Huffman code. Of two nodes of the tree that are equally frequent, the one with the
 * smaller symbol counts as rarer; a node that joins two bears the symbol of the more frequent one. OpenEXR does so, and
 * the same rule gives the same bytes. Keeps its tables from call to call: one thread at a time.
 *
 * <p>Symbols are sorted once. Joined nodes come in rising order by themselves: sums of pairs taken in rising order
 * rise, and equal sums of more than one pair are those of equal addends, whose symbols rise. So the next rarest node is
 * the first of one of two queues, and no heap is needed.
 */
final class HuffmanTree {
    private static final int SYMBOL_BITS = 17;
    private static final long FREQUENCY_MASK = -1L << SYMBOL_BITS;
    private static final int DIGIT_BITS = 11;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

    /** Leaves and then joined nodes: the frequency above the bits of the symbol. */
    private long[] nodes = new long[2 * HuffmanCode.SYMBOLS];

    private long[] spare = new long[2 * HuffmanCode.SYMBOLS];

    /** Each node's parent, which comes later; from the root down overwritten by its depth. */
    private final int[] parent = new int[2 * HuffmanCode.SYMBOLS];

    private final int[] digits = new int[1 << DIGIT_BITS];

    /**
     * Finds the lengths.
     *
     * @param frequency how often each symbol occurs; their sum fits an int
     * @param first the first symbol that occurs
     * @param last the last one, not the same
     * @param lengths takes the length of each symbol's code, 0 if it does not occur; others are left as they are
     */
    void findLengths(int[] frequency, int first, int last, byte[] lengths) {
        int leaves = 0;
        int most = 0;
        for (int symbol = first; symbol <= last; symbol++) {
            lengths[symbol] = 0;
            if (frequency[symbol] > 0) {
                nodes[leaves++] = (long) frequency[symbol] << SYMBOL_BITS | symbol;
                most = Math.max(most, frequency[symbol]);
            }
        }
        sort(leaves, most);
        join(leaves);
        int root = 2 * leaves - 2;
        parent[root] = 0;
        for (int node = root - 1; node >= leaves; node--) {
            parent[node] = parent[parent[node]] + 1;
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            lengths[(int) (nodes[leaf] & ~FREQUENCY_MASK)] = (byte) (parent[parent[leaf]] + 1);
        }
    }

    /** Sorts leaves, which are in the order of their symbols, by frequency. */
    private void sort(int leaves, int most) {
        for (int shift = 0; shift < Integer.SIZE && most >> shift > 0; shift += DIGIT_BITS) {
            long[] from = nodes;
            long[] to = spare;
            Arrays.fill(digits, 0);
            for (int i = 0; i < leaves; i++) {
                digits[(int) (from[i] >> SYMBOL_BITS + shift) & DIGIT_MASK]++;
            }
            int place = 0;
            for (int digit = 0; digit < digits.length; digit++) {
                int count = digits[digit];
                digits[digit] = place;
                place += count;
            }
            for (int i = 0; i < leaves; i++) {
                to[digits[(int) (from[i] >> SYMBOL_BITS + shift) & DIGIT_MASK]++] = from[i];
            }
            nodes = to;
            spare = from;
        }
    }

    private void join(int leaves) {
        int leaf = 0;
        int joined = leaves;
        int end = 2 * leaves - 1;
        for (int node = leaves; node < end; node++) {
            // A node not yet made is no candidate.
            int rarest = leaf < leaves && (joined == node || nodes[leaf] < nodes[joined]) ? leaf++ : joined++;
            int second = leaf < leaves && (joined == node || nodes[leaf] < nodes[joined]) ? leaf++ : joined++;
            nodes[node] = nodes[second] + (nodes[rarest] & FREQUENCY_MASK);
            parent[rarest] = node;
            parent[second] = node;
        }
    }
}
