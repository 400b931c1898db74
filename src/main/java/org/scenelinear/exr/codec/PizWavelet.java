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
 * The two-dimensional Haar wavelet of PIZ, in place: neighbors become their mean and their difference, first across,
 * then down, and so on with the means, twice as far apart. Where no value reaches 2^14 differences fit 16 bits;
 * otherwise all is counted modulo 2^16 (OpenEXR, ImfWav).
 *
 * @param start index of the first value
 * @param width values in a line
 * @param step from one value to the next in a line
 * @param height lines
 * @param stride from one line to the next
 * @param narrow whether no value reaches 2^14
 */
record PizWavelet(int start, int width, int step, int height, int stride, boolean narrow) {
    /** From here on differences may not fit 16 bits. */
    static final int NARROW = 1 << 14;

    private static final int MIDDLE = 1 << 15;

    /** Values to means and differences. */
    void encode(short[] values) {
        for (int apart = 1; 2 * apart <= Math.min(width, height); apart *= 2) {
            if (narrow) {
                encodeNarrow(values, apart);
            } else {
                encodeWide(values, apart);
            }
        }
    }

    /** Means and differences to values. */
    void decode(short[] values) {
        for (int apart = Integer.highestOneBit(Math.min(width, height)) / 2; apart >= 1; apart /= 2) {
            if (narrow) {
                decodeNarrow(values, apart);
            } else {
                decodeWide(values, apart);
            }
        }
    }

    /** Index after the last square's first value in a line, and in a column. */
    private int end(int size, int apart) {
        return size - 2 * apart + 1;
    }

    private void decodeNarrow(short[] values, int apart) {
        int right = apart * step;
        int below = apart * stride;
        int y = 0;
        for (; y < end(height, apart); y += 2 * apart) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                int down = values[at + below];
                int sum = values[at] + (down & 1) + (down >> 1);
                int left = (short) sum;
                int lowerLeft = (short) (sum - down);
                down = values[at + right + below];
                sum = values[at + right] + (down & 1) + (down >> 1);
                int across = (short) sum;
                int lowerAcross = (short) (sum - down);
                int first = left + (across & 1) + (across >> 1);
                values[at] = (short) first;
                values[at + right] = (short) (first - across);
                int second = lowerLeft + (lowerAcross & 1) + (lowerAcross >> 1);
                values[at + below] = (short) second;
                values[at + right + below] = (short) (second - lowerAcross);
            }
            if ((width & apart) != 0) {
                decodeNarrowPair(values, at, at + below);
            }
        }
        if ((height & apart) != 0) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                decodeNarrowPair(values, at, at + right);
            }
        }
    }

    private static void decodeNarrowPair(short[] values, int mean, int difference) {
        int h = values[difference];
        int first = values[mean] + (h & 1) + (h >> 1);
        values[mean] = (short) first;
        values[difference] = (short) (first - h);
    }

    private void encodeNarrow(short[] values, int apart) {
        int right = apart * step;
        int below = apart * stride;
        int y = 0;
        for (; y < end(height, apart); y += 2 * apart) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                int upperLeft = values[at];
                int upperRight = values[at + right];
                int lowerLeft = values[at + below];
                int lowerRight = values[at + right + below];
                int upperMean = upperLeft + upperRight >> 1;
                int upperDifference = (short) (upperLeft - upperRight);
                int lowerMean = lowerLeft + lowerRight >> 1;
                int lowerDifference = (short) (lowerLeft - lowerRight);
                values[at] = (short) (upperMean + lowerMean >> 1);
                values[at + below] = (short) (upperMean - lowerMean);
                values[at + right] = (short) (upperDifference + lowerDifference >> 1);
                values[at + right + below] = (short) (upperDifference - lowerDifference);
            }
            if ((width & apart) != 0) {
                encodeNarrowPair(values, at, at + below);
            }
        }
        if ((height & apart) != 0) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                encodeNarrowPair(values, at, at + right);
            }
        }
    }

    private static void encodeNarrowPair(short[] values, int first, int second) {
        int a = values[first];
        int b = values[second];
        values[first] = (short) (a + b >> 1);
        values[second] = (short) (a - b);
    }

    private void decodeWide(short[] values, int apart) {
        int right = apart * step;
        int below = apart * stride;
        int y = 0;
        for (; y < end(height, apart); y += 2 * apart) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                decodeWidePair(values, at, at + below);
                decodeWidePair(values, at + right, at + right + below);
                decodeWidePair(values, at, at + right);
                decodeWidePair(values, at + below, at + right + below);
            }
            if ((width & apart) != 0) {
                decodeWidePair(values, at, at + below);
            }
        }
        if ((height & apart) != 0) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                decodeWidePair(values, at, at + right);
            }
        }
    }

    private static void decodeWidePair(short[] values, int mean, int difference) {
        int d = values[difference] & 0xFFFF;
        int second = (values[mean] & 0xFFFF) - (d >> 1);
        values[mean] = (short) (d + second - MIDDLE);
        values[difference] = (short) second;
    }

    private void encodeWide(short[] values, int apart) {
        int right = apart * step;
        int below = apart * stride;
        int y = 0;
        for (; y < end(height, apart); y += 2 * apart) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                encodeWidePair(values, at, at + right);
                encodeWidePair(values, at + below, at + right + below);
                encodeWidePair(values, at, at + below);
                encodeWidePair(values, at + right, at + right + below);
            }
            if ((width & apart) != 0) {
                encodeWidePair(values, at, at + below);
            }
        }
        if ((height & apart) != 0) {
            int at = start + y * stride;
            int end = at + end(width, apart) * step;
            for (; at < end; at += 2 * right) {
                encodeWidePair(values, at, at + right);
            }
        }
    }

    private static void encodeWidePair(short[] values, int first, int second) {
        int a = values[first] + MIDDLE & 0xFFFF;
        int b = values[second] & 0xFFFF;
        int difference = a - b;
        int mean = a + b >> 1;
        values[first] = (short) (difference < 0 ? mean + MIDDLE : mean);
        values[second] = (short) difference;
    }
}
