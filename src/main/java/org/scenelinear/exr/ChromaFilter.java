/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.Arrays;

/**
 * The windowed-sinc filters, 27 samples wide, by which OpenEXR thins chroma out to every second sample and fills it up
 * again. Weights are from {@code ImfRgbaYca.cpp}; each set adds up to 1.000002, so constant chroma changes by two
 * millionths.
 *
 * <p>A filter belongs to one thread and one length of line.
 */
final class ChromaFilter {
    /** Weights of the samples 1, 3, ... 13 to either side of one that is missing. */
    private static final float[] RECONSTRUCTION = {
        0.627123f, -0.186077f, 0.087929f, -0.043159f, 0.019597f, -0.007540f, 0.002128f
    };
    /** Weights of the samples 1, 3, ... 13 to either side of one that is kept. */
    private static final float[] DECIMATION = {
        0.313659f, -0.093067f, 0.043978f, -0.021586f, 0.009801f, -0.003771f, 0.001064f
    };
    /** Weight of the one that is kept; those an even distance away have none. */
    private static final float DECIMATION_MIDDLE = 0.499846f;

    private static final int TAPS = 7;

    private final int length;
    private final float[] before;
    private final float[] after;
    private final float[] padded;

    /** A filter for lines of so many samples. */
    ChromaFilter(int length) {
        this.length = length;
        this.before = new float[length];
        this.after = new float[length];
        this.padded = new float[length + 2 * TAPS];
    }

    /**
     * The values half way between samples, each behind its sample. The first and last sample are repeated outwards.
     *
     * @param samples a line of every second sample
     * @param between gets as many values
     */
    void reconstructBetween(float[] samples, float[] between) {
        pad(samples, samples[length - 1]);
        Arrays.fill(between, 0, length, 0f);
        for (int tap = 0; tap < TAPS; tap++) {
            System.arraycopy(padded, TAPS - tap, before, 0, length);
            System.arraycopy(padded, TAPS + 1 + tap, after, 0, length);
            addPair(between, before, after, RECONSTRUCTION[tap], length);
        }
    }

    /**
     * A line that has no samples, from the lines that have: those with an even number. The first and last of these are
     * repeated outwards.
     *
     * @param plane lines of this filter's length
     * @param lines how many, an even number
     * @param y an odd number, from -1 on
     * @param line gets the values
     */
    void reconstructLine(float[] plane, int lines, int y, float[] line) {
        Arrays.fill(line, 0, length, 0f);
        for (int tap = 0; tap < TAPS; tap++) {
            int above = Math.max(y - 1 - 2 * tap, 0);
            int below = Math.min(y + 1 + 2 * tap, lines - 2);
            System.arraycopy(plane, above * length, before, 0, length);
            System.arraycopy(plane, below * length, after, 0, length);
            addPair(line, before, after, RECONSTRUCTION[tap], length);
        }
    }

    /**
     * Every second value of a line, smoothed. The first value is repeated to the left, the last but one to the right:
     * that is what {@code RgbaOutputFile} does.
     *
     * @param line a line of this filter's length, an even number
     * @param kept gets half as many, from the index {@code start}
     */
    void decimate(float[] line, float[] kept, int start) {
        int count = length / 2;
        int reach = 2 * TAPS - 1;
        for (int i = 0; i < count; i++) {
            int middle = 2 * i;
            float sum = DECIMATION_MIDDLE * line[middle];
            if (middle >= reach && middle + reach < length) {
                for (int tap = 0; tap < TAPS; tap++) {
                    sum += DECIMATION[tap] * (line[middle - 1 - 2 * tap] + line[middle + 1 + 2 * tap]);
                }
            } else {
                for (int tap = 0; tap < TAPS; tap++) {
                    int left = Math.max(middle - 1 - 2 * tap, 0);
                    int right = middle + 1 + 2 * tap;
                    sum += DECIMATION[tap] * (line[left] + line[right < length ? right : length - 2]);
                }
            }
            kept[start + i] = sum;
        }
    }

    /**
     * A line of a plane, smoothed with those above and below; at the edges as {@link #decimate}.
     *
     * @param plane lines of this filter's length
     * @param lines how many, an even number
     * @param y the number of the line, even
     * @param line gets the values
     */
    void decimateLine(float[] plane, int lines, int y, float[] line) {
        System.arraycopy(plane, y * length, before, 0, length);
        for (int i = 0; i < length; i++) {
            line[i] = DECIMATION_MIDDLE * before[i];
        }
        for (int tap = 0; tap < TAPS; tap++) {
            int above = Math.max(y - 1 - 2 * tap, 0);
            int below = y + 1 + 2 * tap;
            System.arraycopy(plane, above * length, before, 0, length);
            System.arraycopy(plane, (below < lines ? below : lines - 2) * length, after, 0, length);
            addPair(line, before, after, DECIMATION[tap], length);
        }
    }

    private void pad(float[] samples, float last) {
        Arrays.fill(padded, 0, TAPS, samples[0]);
        System.arraycopy(samples, 0, padded, TAPS, length);
        Arrays.fill(padded, TAPS + length, padded.length, last);
    }

    private static void addPair(float[] sum, float[] a, float[] b, float weight, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = sum[i] + weight * (a[i] + b[i]);
        }
    }
}
