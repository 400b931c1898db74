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
 * The two-dimensional Haar wavelet of PIZ: neighbors become their mean and their difference, first across, then down,
 * and so on with the means of the squares. Where no value reaches 2^14 differences fit 16 bits; otherwise all is
 * counted modulo 2^16 (OpenEXR, ImfWav).
 *
 * <p>A line is an array of pairs: the values of an even column and of the odd one beside it in the lower and the upper
 * half of an int. So both steps of a square are the same for every array element, and the loops run in vector
 * registers. The means of the squares are copied to lines of their own and treated alike. An instance keeps these
 * lines: one thread at a time.
 */
final class PizWavelet {
    /** From here on differences may not fit 16 bits. */
    static final int NARROW = 1 << 14;

    private static final int MIDDLE = 1 << 15;
    private static final int MASK = 0xFFFF;

    /** The lines of each level: those given, then those of the means of their squares, and so on. */
    private final int[][][] levels = new int[Integer.SIZE][][];

    PizWavelet() {
        Arrays.fill(levels, new int[0][]);
    }

    /**
     * Turns values to means and differences.
     *
     * @param lines the pairs of each line; of an odd last column only the lower half of the pair is used
     * @param width values in a line, at least 1
     * @param height lines, at least 1
     * @param narrow whether no value reaches {@link #NARROW}
     */
    void encode(int[][] lines, int width, int height, boolean narrow) {
        int count = levels(width, height);
        levels[0] = lines;
        for (int level = 0; level < count; level++) {
            if (level > 0) {
                takeMeans(level, width >> level, height >> level);
            }
            encodeLevel(levels[level], width >> level, height >> level, narrow);
        }
        for (int level = count - 1; level > 0; level--) {
            putMeans(level, width >> level, height >> level);
        }
    }

    /** Turns means and differences to values; everything else as in {@link #encode}. */
    void decode(int[][] lines, int width, int height, boolean narrow) {
        int count = levels(width, height);
        levels[0] = lines;
        for (int level = 1; level < count; level++) {
            takeMeans(level, width >> level, height >> level);
        }
        for (int level = count - 1; level >= 0; level--) {
            decodeLevel(levels[level], width >> level, height >> level, narrow);
            if (level > 0) {
                putMeans(level, width >> level, height >> level);
            }
        }
    }

    /** How often the smaller side can be halved. */
    private static int levels(int width, int height) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.min(width, height));
    }

    private static void encodeLevel(int[][] lines, int width, int height, boolean narrow) {
        int squares = width / 2;
        for (int y = 0; y + 1 < height; y += 2) {
            if (narrow) {
                encodeNarrow(lines[y], lines[y + 1], squares);
            } else {
                encodeWide(lines[y], lines[y + 1], squares);
            }
            if (width % 2 != 0) {
                int pair = encode(lines[y][squares] & MASK, lines[y + 1][squares] & MASK, narrow);
                lines[y][squares] = pair & MASK;
                lines[y + 1][squares] = pair >>> 16;
            }
        }
        if (height % 2 != 0) {
            int[] line = lines[height - 1];
            for (int x = 0; x < squares; x++) {
                line[x] = encode(line[x] & MASK, line[x] >>> 16, narrow);
            }
        }
    }

    private static void decodeLevel(int[][] lines, int width, int height, boolean narrow) {
        int squares = width / 2;
        for (int y = 0; y + 1 < height; y += 2) {
            if (narrow) {
                decodeNarrow(lines[y], lines[y + 1], squares);
            } else {
                decodeWide(lines[y], lines[y + 1], squares);
            }
            if (width % 2 != 0) {
                int pair = decode(lines[y][squares] & MASK, lines[y + 1][squares] & MASK, narrow);
                lines[y][squares] = pair & MASK;
                lines[y + 1][squares] = pair >>> 16;
            }
        }
        if (height % 2 != 0) {
            int[] line = lines[height - 1];
            for (int x = 0; x < squares; x++) {
                line[x] = decode(line[x] & MASK, line[x] >>> 16, narrow);
            }
        }
    }

    /** Copies the means of squares of the level before, the lower half of each pair in every other line. */
    private void takeMeans(int level, int width, int height) {
        levels[level] = withRoom(levels[level], width, height);
        for (int y = 0; y < height; y++) {
            int[] from = levels[level - 1][2 * y];
            int[] to = levels[level][y];
            for (int x = 0; x < width / 2; x++) {
                to[x] = from[2 * x] & MASK | from[2 * x + 1] << 16;
            }
            if (width % 2 != 0) {
                to[width / 2] = from[width - 1] & MASK;
            }
        }
    }

    private void putMeans(int level, int width, int height) {
        for (int y = 0; y < height; y++) {
            int[] from = levels[level][y];
            int[] to = levels[level - 1][2 * y];
            for (int x = 0; x < width / 2; x++) {
                to[2 * x] = to[2 * x] & ~MASK | from[x] & MASK;
                to[2 * x + 1] = to[2 * x + 1] & ~MASK | from[x] >>> 16;
            }
            if (width % 2 != 0) {
                to[width - 1] = to[width - 1] & ~MASK | from[width / 2] & MASK;
            }
        }
    }

    /** Lines of at least a width and at least so many, the given ones if they are large enough. */
    static int[][] withRoom(int[][] lines, int width, int height) {
        int pairs = (width + 1) / 2;
        if (height == 0 || lines.length >= height && lines[0].length >= pairs) {
            return lines;
        }
        return new int[height][pairs];
    }

    private static void decodeNarrow(int[] upper, int[] lower, int squares) {
        for (int x = 0; x < squares; x++) {
            int top = upper[x];
            int bottom = lower[x];
            int down = bottom << 16 >> 16;
            int upperMean = (top << 16 >> 16) + (down & 1) + (down >> 1);
            int lowerMean = upperMean - down;
            down = bottom >> 16;
            int upperAcross = (top >> 16) + (down & 1) + (down >> 1);
            int lowerAcross = upperAcross - down;
            int upperLeft = upperMean + (upperAcross & 1) + (upperAcross >> 1);
            int lowerLeft = lowerMean + (lowerAcross & 1) + (lowerAcross >> 1);
            upper[x] = upperLeft & MASK | upperLeft - upperAcross << 16;
            lower[x] = lowerLeft & MASK | lowerLeft - lowerAcross << 16;
        }
    }

    private static void encodeNarrow(int[] upper, int[] lower, int squares) {
        for (int x = 0; x < squares; x++) {
            int top = upper[x];
            int bottom = lower[x];
            // The mean, rounded down, as the second value and half the difference.
            int right = top >> 16;
            int upperAcross = (top << 16 >> 16) - right;
            int upperMean = right + (upperAcross >> 1);
            right = bottom >> 16;
            int lowerAcross = (bottom << 16 >> 16) - right;
            int lowerMean = right + (lowerAcross >> 1);
            int down = upperMean - lowerMean;
            int downAcross = upperAcross - lowerAcross;
            upper[x] = lowerMean + (down >> 1) & MASK | lowerAcross + (downAcross >> 1) << 16;
            lower[x] = down & MASK | downAcross << 16;
        }
    }

    private static void decodeWide(int[] upper, int[] lower, int squares) {
        for (int x = 0; x < squares; x++) {
            int top = upper[x];
            int bottom = lower[x];
            int down = bottom & MASK;
            int lowerMean = (top & MASK) - (down >> 1);
            int upperMean = lowerMean + down - MIDDLE;
            down = bottom >>> 16;
            int lowerAcross = (top >>> 16) - (down >> 1) & MASK;
            int upperAcross = lowerAcross + down - MIDDLE & MASK;
            int upperRight = upperMean - (upperAcross >> 1);
            int lowerRight = lowerMean - (lowerAcross >> 1);
            upper[x] = upperRight + upperAcross - MIDDLE & MASK | upperRight << 16;
            lower[x] = lowerRight + lowerAcross - MIDDLE & MASK | lowerRight << 16;
        }
    }

    private static void encodeWide(int[] upper, int[] lower, int squares) {
        for (int x = 0; x < squares; x++) {
            int top = upper[x];
            int bottom = lower[x];
            int right = top >>> 16;
            int upperAcross = top + MIDDLE - right & MASK;
            int upperMean = right + (upperAcross >> 1);
            right = bottom >>> 16;
            int lowerAcross = bottom + MIDDLE - right & MASK;
            int lowerMean = right + (lowerAcross >> 1) & MASK;
            int down = upperMean + MIDDLE - lowerMean & MASK;
            int downAcross = upperAcross + MIDDLE - lowerAcross & MASK;
            upper[x] = lowerMean + (down >> 1) & MASK | lowerAcross + (downAcross >> 1) << 16;
            lower[x] = down | downAcross << 16;
        }
    }

    /** The mean and, in the upper half, the difference of two values of 16 bits. */
    private static int encode(int first, int second, boolean narrow) {
        if (narrow) {
            return (short) first + (short) second >> 1 & MASK | first - second << 16;
        }
        int difference = first + MIDDLE - second & MASK;
        return second + (difference >> 1) & MASK | difference << 16;
    }

    /** The two values of 16 bits that have a mean and a difference, the second one in the upper half. */
    private static int decode(int mean, int difference, boolean narrow) {
        if (narrow) {
            int signed = (short) difference;
            int first = mean + (signed & 1) + (signed >> 1);
            return first & MASK | first - signed << 16;
        }
        int second = mean - (difference >> 1);
        return second + difference - MIDDLE & MASK | second << 16;
    }
}
