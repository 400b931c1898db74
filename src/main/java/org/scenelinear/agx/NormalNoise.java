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

/**
 * Numbers of a normal distribution, the same for the same seed on every machine: the key stream of ChaCha with 12
 * rounds (Bernstein 2008), keyed from the seed by a permuted congruential generator (O'Neill 2014), counter and nonce
 * 0; upper 24 bits of each word as a uniform number; pairs of those through the transform of Box and Muller (1958). As
 * agx-photo 0.2.0 does it, but in double precision. Belongs to one thread.
 */
final class NormalNoise {
    private static final int DOUBLE_ROUNDS = 6;
    private static final double UNIT = 0x1p-24;

    private final int[] start = new int[16];
    private final int[] words = new int[16];
    private int next = words.length;

    NormalNoise(long seed) {
        start[0] = 0x61707865; // "expand 32-byte k"
        start[1] = 0x3320646e;
        start[2] = 0x79622d32;
        start[3] = 0x6b206574;
        long state = seed;
        for (int i = 0; i < 8; i++) {
            state = state * 6364136223846793005L + -6812164046247290893L; // 11634580027462260723, unsigned
            int mixed = (int) ((state >>> 18 ^ state) >>> 27);
            start[4 + i] = Integer.rotateRight(mixed, (int) (state >>> 59));
        }
    }

    /** The next word of the key stream. */
    int word() {
        if (next == words.length) {
            block();
            next = 0;
        }
        return words[next++];
    }

    /** The next number from 0 up to, not with, 1. */
    double uniform() {
        return (word() >>> 8) * UNIT;
    }

    /** Fills an array; an odd length leaves the last number of its pair unused. */
    void fill(float[] values) {
        for (int i = 0; i < values.length; i += 2) {
            double first = uniform();
            while (first == 0) {
                first = uniform();
            }
            double angle = 2 * Math.PI * uniform();
            double radius = Math.sqrt(-2 * Math.log(first));
            values[i] = (float) (radius * Math.cos(angle));
            if (i + 1 < values.length) {
                values[i + 1] = (float) (radius * Math.sin(angle));
            }
        }
    }

    private void block() {
        System.arraycopy(start, 0, words, 0, words.length);
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            for (int column = 0; column < 4; column++) {
                quarter(column, 4 + column, 8 + column, 12 + column);
            }
            for (int column = 0; column < 4; column++) {
                quarter(column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4);
            }
        }
        for (int i = 0; i < words.length; i++) {
            words[i] += start[i];
        }
        start[12]++;
        if (start[12] == 0) {
            start[13]++;
        }
    }

    private void quarter(int a, int b, int c, int d) {
        int[] w = words;
        w[a] += w[b];
        w[d] = Integer.rotateLeft(w[d] ^ w[a], 16);
        w[c] += w[d];
        w[b] = Integer.rotateLeft(w[b] ^ w[c], 12);
        w[a] += w[b];
        w[d] = Integer.rotateLeft(w[d] ^ w[a], 8);
        w[c] += w[d];
        w[b] = Integer.rotateLeft(w[b] ^ w[c], 7);
    }
}
