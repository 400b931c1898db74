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
 * The two-dimensional Haar wavelet of PIZ, in place: pairs of neighbors become their mean and their difference, first
 * across, then down, and so on with the means, twice as far apart. Where no value reaches 2^14 differences fit 16 bits;
 * otherwise all is counted modulo 2^16 (OpenEXR, ImfWav). Keeps scratch memory: one thread at a time.
 *
 * <p>Values of several words have a wavelet for each word; lines then hold the words of a value side by side.
 */
final class PizWavelet {
    /** From here on differences may not fit 16 bits. */
    static final int NARROW = 1 << 14;

    private static final int MIDDLE = 1 << 15;

    private final short[] values;
    private final boolean narrow;
    private final short[] line;

    /**
     * A wavelet of some values.
     *
     * @param values all of them; changed in place
     * @param narrow whether none reaches 2^14
     * @param longest the most words a line has
     */
    PizWavelet(short[] values, boolean narrow, int longest) {
        this.values = values;
        this.narrow = narrow;
        this.line = new short[longest];
    }

    /**
     * Values to means and differences.
     *
     * @param start index of the first word
     * @param width values in a line
     * @param words words in a value
     * @param height lines
     */
    void encode(int start, int width, int words, int height) {
        int stride = width * words;
        for (int apart = 1; 2 * apart <= Math.min(width, height); apart *= 2) {
            int lines = height / apart;
            for (int y = 0; y < lines; y++) {
                encodeAcross(start + y * apart * stride, width, words, apart);
                if ((y & 1) != 0) {
                    int above = start + (y - 1) * apart * stride;
                    for (int word = 0; word < words; word++) {
                        encodePairs(above + word, width / apart, apart * words, apart * stride);
                    }
                }
            }
        }
    }

    /**
     * Means and differences to values.
     *
     * @param start index of the first word
     * @param width values in a line
     * @param words words in a value
     * @param height lines
     */
    void decode(int start, int width, int words, int height) {
        int stride = width * words;
        for (int apart = Integer.highestOneBit(Math.min(width, height)) / 2; apart >= 1; apart /= 2) {
            int lines = height / apart;
            for (int y = 0; y < lines; y++) {
                int here = start + y * apart * stride;
                if ((y & 1) == 0 && y + 1 < lines) {
                    decodeDown(here, width, words, apart, stride);
                }
                for (int word = 0; word < words; word++) {
                    decodePairs(here + word, width / (2 * apart), 2 * apart * words, apart * words);
                }
            }
        }
    }

    private void encodeAcross(int start, int width, int words, int apart) {
        for (int word = 0; word < words; word++) {
            encodePairs(start + word, width / (2 * apart), 2 * apart * words, apart * words);
        }
    }

    private void decodeDown(int start, int width, int words, int apart, int stride) {
        if (apart == 1 && narrow) {
            decodeLine(start, width * words, stride);
            return;
        }
        for (int word = 0; word < words; word++) {
            decodePairs(start + word, width / apart, apart * words, apart * stride);
        }
    }

    /** Some pairs: the first of each {@code next} words after that of the one before, the second so far behind it. */
    private void encodePairs(int start, int pairs, int next, int behind) {
        if (narrow) {
            encodeNarrow(values, start, pairs, next, behind);
        } else {
            encodeWide(values, start, pairs, next, behind);
        }
    }

    private void decodePairs(int start, int pairs, int next, int behind) {
        if (narrow) {
            decodeNarrow(values, start, pairs, next, behind);
        } else {
            decodeWide(values, start, pairs, next, behind);
        }
    }

    private static void encodeNarrow(short[] values, int start, int pairs, int next, int behind) {
        for (int i = 0, at = start; i < pairs; i++, at += next) {
            int first = values[at];
            int second = values[at + behind];
            values[at] = (short) (first + second >> 1);
            values[at + behind] = (short) (first - second);
        }
    }

    private static void decodeNarrow(short[] values, int start, int pairs, int next, int behind) {
        for (int i = 0, at = start; i < pairs; i++, at += next) {
            int difference = values[at + behind];
            int first = values[at] + (difference & 1) + (difference >> 1);
            values[at] = (short) first;
            values[at + behind] = (short) (first - difference);
        }
    }

    /** As {@link #decodeNarrow} for pairs whose first words stand side by side, in loops that become vector code. */
    private void decodeLine(int start, int pairs, int behind) {
        short[] all = values;
        short[] first = line;
        int difference = start + behind;
        for (int i = 0; i < pairs; i++) {
            first[i] = (short) (all[start + i] + (all[difference + i] & 1) + (all[difference + i] >> 1));
        }
        for (int i = 0; i < pairs; i++) {
            all[difference + i] = (short) (first[i] - all[difference + i]);
        }
        System.arraycopy(first, 0, all, start, pairs);
    }

    private static void encodeWide(short[] values, int start, int pairs, int next, int behind) {
        for (int i = 0, at = start; i < pairs; i++, at += next) {
            int first = values[at] + MIDDLE & 0xFFFF;
            int second = values[at + behind] & 0xFFFF;
            int difference = first - second;
            int mean = first + second >> 1;
            values[at] = (short) (difference < 0 ? mean + MIDDLE : mean);
            values[at + behind] = (short) difference;
        }
    }

    private static void decodeWide(short[] values, int start, int pairs, int next, int behind) {
        for (int i = 0, at = start; i < pairs; i++, at += next) {
            int difference = values[at + behind] & 0xFFFF;
            int second = (values[at] & 0xFFFF) - (difference >> 1);
            values[at] = (short) (difference + second - MIDDLE);
            values[at + behind] = (short) second;
        }
    }
}
