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
 * A prefix code of RFC 1951 made for given frequencies, with codes no longer than a limit.
 *
 * <p>The lengths are those of Huffman, computed in place as Moffat and Katajainen do ("In-place calculation of
 * minimum-redundancy codes", 1995). Where they go beyond the limit, codes are moved down the tree until all fit; that
 * costs next to nothing, as such codes are very rare.
 */
final class DeflateCode {
    private static final int SYMBOL_BITS = 9;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private final int symbols;
    private final int longest;

    /** For each symbol the code, first bit lowest, above eight bits with its length; 0 if it has none. */
    private final int[] entries;

    private final int[] sorted;
    private final int[] tree;
    private final int[] count;
    private final int[] next;

    /** A code for symbols from 0 on; their frequencies must stay below 2^22. */
    DeflateCode(int symbols, int longest) {
        this.symbols = symbols;
        this.longest = longest;
        this.entries = new int[symbols];
        this.sorted = new int[symbols];
        this.tree = new int[symbols];
        this.count = new int[longest + 1];
        this.next = new int[longest + 1];
    }

    int[] entries() {
        return entries;
    }

    int length(int symbol) {
        return entries[symbol] & 0xFF;
    }

    /** The code that takes the fewest bits. */
    void build(int[] frequencies, int from) {
        Arrays.fill(count, 0);
        int used = 0;
        for (int symbol = 0; symbol < symbols; symbol++) {
            int frequency = frequencies[from + symbol];
            entries[symbol] = 0;
            if (frequency != 0) {
                sorted[used++] = frequency << SYMBOL_BITS | symbol;
            }
        }
        if (used < 2) {
            // Two codes of one bit, used or not: a code of fewer is none to some readers.
            int symbol = used == 0 ? 0 : sorted[0] & SYMBOL_MASK;
            entries[symbol] = 1;
            entries[symbol == 0 ? 1 : 0] = 1;
            count[1] = 2;
        } else {
            Arrays.sort(sorted, 0, used);
            countLengths(used);
            shareLengths();
        }
        assignCodes();
    }

    /** A code of given lengths. */
    void build(byte[] lengths, int from) {
        Arrays.fill(count, 0);
        for (int symbol = 0; symbol < symbols; symbol++) {
            entries[symbol] = lengths[from + symbol];
            count[entries[symbol]]++;
        }
        count[0] = 0;
        assignCodes();
    }

    /** Finds how many codes have each length. */
    private void countLengths(int used) {
        buildTree(used);
        // Every inner node of a level gives two nodes in the next; those that are no inner nodes are codes.
        int inner = used - 2;
        int nodes = 1;
        for (int depth = 0; nodes > 0; depth++) {
            int innerHere = 0;
            while (inner >= 0 && tree[inner] == depth) {
                innerHere++;
                inner--;
            }
            count[Math.min(depth, longest)] += nodes - innerHere;
            nodes = 2 * innerHere;
        }
        int patterns = 0;
        for (int length = 1; length <= longest; length++) {
            patterns += count[length] << longest - length;
        }
        for (int missing = patterns - (1 << longest); missing > 0; missing--) {
            // A code becomes one bit longer and takes one of the longest as its brother: one pattern gained.
            int length = longest - 1;
            while (count[length] == 0) {
                length--;
            }
            count[length]--;
            count[length + 1] += 2;
            count[longest]--;
        }
    }

    /** Leaves the depths of the inner nodes in {@link #tree}, the root's last, at {@code used - 2}. */
    private void buildTree(int used) {
        int[] tree = this.tree;
        for (int i = 0; i < used; i++) {
            tree[i] = sorted[i] >>> SYMBOL_BITS;
        }
        int leaf = 0;
        int node = 0;
        for (int made = 0; made < used - 1; made++) {
            int weight = 0;
            for (int child = 0; child < 2; child++) {
                if (leaf < used && (node == made || tree[leaf] <= tree[node])) {
                    weight += tree[leaf++];
                } else {
                    weight += tree[node];
                    tree[node++] = made;
                }
            }
            tree[made] = weight;
        }
        tree[used - 2] = 0;
        for (int i = used - 3; i >= 0; i--) {
            tree[i] = tree[tree[i]] + 1;
        }
    }

    /** Gives the longest codes to the rarest symbols. */
    private void shareLengths() {
        int rank = 0;
        for (int length = longest; length > 0; length--) {
            for (int n = count[length]; n > 0; n--) {
                entries[sorted[rank++] & SYMBOL_MASK] = length;
            }
        }
    }

    /** Replaces the lengths in {@link #entries} by codes and lengths (RFC 1951, section 3.2.2). */
    private void assignCodes() {
        int code = 0;
        for (int length = 1; length <= longest; length++) {
            code = code + count[length - 1] << 1;
            next[length] = code;
        }
        for (int symbol = 0; symbol < symbols; symbol++) {
            int length = entries[symbol];
            if (length != 0) {
                entries[symbol] = Integer.reverse(next[length]++) >>> 32 - length << 8 | length;
            }
        }
    }
}
