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

import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.transform.spatial.GaussianBlur;

/** Adds the grain of a {@link Grain} to spans of pixels, in passes that become vector code. Belongs to one thread. */
final class GrainSpan {
    /** The most pixels at once. */
    static final int CAPACITY = GaussianBlur.STRIP;

    /** Nearer to 1 than this is as 1: powers need positive numbers. */
    private static final float LEAST = 1e-30f;

    /** Infinite values count as this, where they would be multiplied by 0. */
    private static final float LARGE = 1e15f;

    /**
     * Exponents are limited to this, far more than noise makes of colors that there are: a 3000th part or 3000 times.
     */
    private static final float MOST_CHANGE = 8;

    // The series of e^x.
    private static final float E2 = 1 / 2f;
    private static final float E3 = 1 / 6f;
    private static final float E4 = 1 / 24f;
    private static final float E5 = 1 / 120f;
    private static final float E6 = 1 / 720f;
    private static final float E7 = 1 / 5040f;

    private final PowerSpan power;
    private final float most;
    private final float chromatic;

    private final SpanScratch scratch = new SpanScratch(CAPACITY);
    private final float[][] noise = new float[4][CAPACITY];
    private final float[] luma = new float[CAPACITY];
    private final float[] color = new float[CAPACITY];
    private final float[] weight = new float[CAPACITY];
    private final float[] present = new float[CAPACITY];
    private final float[] blend = new float[CAPACITY];
    private final float[] change = new float[CAPACITY];
    private final float[] gain = new float[CAPACITY];

    /**
     * Grain of a strength.
     *
     * @param exponent of the weight over how far the luma is from 1
     * @param most the weight where the luma is 0
     * @param chromatic how much of the noise is that of each color alone
     */
    GrainSpan(double exponent, double most, double chromatic) {
        this.power = new PowerSpan(exponent);
        this.most = (float) most;
        this.chromatic = (float) chromatic;
    }

    /**
     * Where the noise of the pixels is to be put before {@link #add}.
     *
     * @param field 0: common, 1: of red, 2: of green, 3: of blue
     */
    float[] noise(int field) {
        return noise[field];
    }

    /**
     * Changes {@code length} pixels from {@code offset}.
     *
     * @param rgb red, green and blue
     */
    void add(float[][] rgb, int offset, int length) {
        Luma.read(rgb, offset, luma, length);
        limited(luma, length);
        colors(rgb[0], rgb[1], rgb[2], offset, length);
        darks(luma, weight, length);
        presences(weight, present, length);
        finites(luma, present, length);
        power.apply(weight, weight, scratch, length);
        blends(luma, blend, length);
        for (int c = 0; c < 3; c++) {
            changes(noise[0], noise[c + 1], length);
            gains(change, gain, length);
            add(rgb[c], offset, length);
        }
    }

    private void colors(float[] r, float[] g, float[] b, int offset, int length) {
        float[] range = gain;
        for (int i = 0; i < length; i++) {
            range[i] = Math.max(r[offset + i], Math.max(g[offset + i], b[offset + i]));
        }
        for (int i = 0; i < length; i++) {
            color[i] = Math.min(r[offset + i], Math.min(g[offset + i], b[offset + i]));
        }
        limited(range, length);
        limited(color, length);
        for (int i = 0; i < length; i++) {
            color[i] = chromatic * (range[i] - color[i]) * (2 - luma[i]);
        }
    }

    private static void limited(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(-LARGE, Math.min(values[i], LARGE));
        }
    }

    private static void darks(float[] luma, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = Math.max(1 - Math.max(luma[i], 0f), LEAST);
        }
    }

    /** 1 where the luma is less than 1, else 0: 1 minus a smaller float is at least 2^-24. */
    private static void presences(float[] darks, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = Math.min(Math.max(darks[i] - LEAST, 0f) * 0x1p24f, 1f);
        }
    }

    /** Leaves out what is infinite, which noise would make something that is not a number. */
    private static void finites(float[] luma, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = results[i] * Math.min(Math.max(0.5f * LARGE - Math.abs(luma[i]), 0f), 1f);
        }
    }

    /** 0 up to a luma of 0.1, 1 from 0.2, a smooth step between. */
    private static void blends(float[] luma, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            results[i] = Math.max(0f, Math.min((luma[i] - 0.1f) / 0.1f, 1f));
        }
        for (int i = 0; i < length; i++) {
            results[i] = results[i] * results[i] * (3 - 2 * results[i]);
        }
    }

    private void changes(float[] common, float[] own, int length) {
        for (int i = 0; i < length; i++) {
            change[i] = (common[i] * (1 - color[i]) + own[i] * color[i]) * (weight[i] * most);
        }
    }

    /** e^x - 1: of a 16th of x by its series, and from there e * (2 + e) is that of twice as much. */
    private static void gains(float[] changes, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.max(-MOST_CHANGE, Math.min(changes[i], MOST_CHANGE)) * 0.0625f;
            float e = x * (1 + x * (E2 + x * (E3 + x * (E4 + x * (E5 + x * (E6 + x * E7))))));
            e = e * (2 + e);
            e = e * (2 + e);
            e = e * (2 + e);
            results[i] = e * (2 + e);
        }
    }

    private void add(float[] plane, int offset, int length) {
        for (int i = 0; i < length; i++) {
            float added = 0.35f * change[i];
            float scaled = Math.max(-LARGE, Math.min(plane[offset + i], LARGE)) * gain[i];
            plane[offset + i] += (added + (scaled - added) * blend[i]) * present[i];
        }
    }
}
