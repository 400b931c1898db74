/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.Arrays;

/**
 * A stream of bits that is the same for the same seed on every machine: the key stream of ChaCha with 12 rounds
 * (Bernstein 2008), keyed from the seed by a permuted congruential generator (O'Neill 2014), counter and nonce 0. Many
 * blocks are made side by side, as vector code. Belongs to one thread.
 */
final class KeyStream {
    private static final int DOUBLE_ROUNDS = 6;
    /** The words of a block. */
    private static final int WORDS = 16;
    /** Blocks made side by side: enough for long loops, and all fit in the nearest cache. */
    private static final int BLOCKS = 256;

    private static final float UNIT = 0x1p-24f;
    private static final int COUNTER = 12;

    private final int[] start = new int[WORDS];
    /** Word by word, for each the blocks. */
    private final int[][] state = new int[WORDS][BLOCKS];
    /** Block by block, for each the words. */
    private final int[] words = new int[BLOCKS * WORDS];

    private long counter;
    private int next = words.length;

    KeyStream(long seed) {
        start[0] = 0x61707865; // "expand 32-byte k"
        start[1] = 0x3320646e;
        start[2] = 0x79622d32;
        start[3] = 0x6b206574;
        long generator = seed;
        for (int i = 0; i < 8; i++) {
            generator = generator * 6364136223846793005L + -6812164046247290893L; // 11634580027462260723, unsigned
            int mixed = (int) ((generator >>> 18 ^ generator) >>> 27);
            start[4 + i] = Integer.rotateRight(mixed, (int) (generator >>> 59));
        }
    }

    /** The next 32 bits. */
    int word() {
        ready();
        return words[next++];
    }

    /** Makes words ready if there are none, and says how many {@link #word} has without making more. */
    int ready() {
        if (next == words.length) {
            fill();
            next = 0;
        }
        return words.length - next;
    }

    /**
     * Every second word from the next on, its upper 24 bits as a number from 0 up to, not with, 1. Takes none away.
     *
     * @param offset 0 or 1: how many words stand before the first
     * @param results receives {@code length} numbers; that many pairs of words must be ready
     */
    void uniforms(int offset, float[] results, int length) {
        int from = next + offset;
        for (int i = 0; i < length; i++) {
            results[i] = (words[from + 2 * i] >>> 8) * UNIT;
        }
    }

    /** Takes words away that are ready. */
    void skip(int count) {
        next += count;
    }

    private void fill() {
        for (int word = 0; word < WORDS; word++) {
            Arrays.fill(state[word], start[word]);
        }
        for (int block = 0; block < BLOCKS; block++) {
            state[COUNTER][block] = (int) (counter + block);
            state[COUNTER + 1][block] = (int) (counter + block >>> 32);
        }
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            for (int column = 0; column < 4; column++) {
                quarter(column, 4 + column, 8 + column, 12 + column);
            }
            for (int column = 0; column < 4; column++) {
                quarter(column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4);
            }
        }
        for (int word = 0; word < WORDS; word++) {
            int[] blocks = state[word];
            int first = start[word];
            for (int block = 0; block < BLOCKS; block++) {
                words[block * WORDS + word] = blocks[block] + first;
            }
        }
        for (int block = 0; block < BLOCKS; block++) {
            words[block * WORDS + COUNTER] += (int) (counter + block);
            words[block * WORDS + COUNTER + 1] += (int) (counter + block >>> 32);
        }
        counter += BLOCKS;
    }

    private void quarter(int a, int b, int c, int d) {
        half(state[a], state[b], state[d], 16);
        half(state[c], state[d], state[b], 12);
        half(state[a], state[b], state[d], 8);
        half(state[c], state[d], state[b], 7);
    }

    private static void half(int[] sum, int[] term, int[] mixed, int turn) {
        for (int i = 0; i < BLOCKS; i++) {
            sum[i] += term[i];
        }
        switch (turn) { // known turns become vector code
            case 16 -> turn16(mixed, sum);
            case 12 -> turn12(mixed, sum);
            case 8 -> turn8(mixed, sum);
            default -> turn7(mixed, sum);
        }
    }

    private static void turn16(int[] mixed, int[] sum) {
        for (int i = 0; i < BLOCKS; i++) {
            mixed[i] = (mixed[i] ^ sum[i]) << 16 | (mixed[i] ^ sum[i]) >>> 16;
        }
    }

    private static void turn12(int[] mixed, int[] sum) {
        for (int i = 0; i < BLOCKS; i++) {
            mixed[i] = (mixed[i] ^ sum[i]) << 12 | (mixed[i] ^ sum[i]) >>> 20;
        }
    }

    private static void turn8(int[] mixed, int[] sum) {
        for (int i = 0; i < BLOCKS; i++) {
            mixed[i] = (mixed[i] ^ sum[i]) << 8 | (mixed[i] ^ sum[i]) >>> 24;
        }
    }

    private static void turn7(int[] mixed, int[] sum) {
        for (int i = 0; i < BLOCKS; i++) {
            mixed[i] = (mixed[i] ^ sum[i]) << 7 | (mixed[i] ^ sum[i]) >>> 25;
        }
    }
}
