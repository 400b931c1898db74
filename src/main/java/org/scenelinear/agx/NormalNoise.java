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

import org.scenelinear.math.Log2Span;
import org.scenelinear.math.SpanScratch;

/**
 * Numbers of a normal distribution, the same for the same seed: upper 24 bits of each word of a {@link KeyStream} as a
 * uniform number; pairs of those through the transform of Box and Muller (1958). As agx-photo 0.2.0 does it, to an
 * error of less than 2e-6. Belongs to one thread.
 */
final class NormalNoise {
    private static final float UNIT = 0x1p-24f;
    /** Pairs made at once. */
    private static final int PAIRS = 1024;

    /** -2 ln(x) is this times log2(x). */
    private static final float MINUS_TWO_LN_2 = (float) (-2 * Math.log(2));

    // sin(2 pi x) as x times a polynomial in x^2, fitted from -1/4 to 1/4 to an error of 7e-9.
    private static final float S0 = 6.283185280261413f;
    private static final float S1 = -41.341680668063134f;
    private static final float S2 = 81.60248074286267f;
    private static final float S3 = -76.58128455925514f;
    private static final float S4 = 39.760722074923144f;

    private final KeyStream stream;
    private final float[] radii = new float[PAIRS];
    private final float[] turns = new float[PAIRS];
    private final float[] fresh = new float[PAIRS];
    private final float[] cosines = new float[PAIRS];
    private final float[] sines = new float[PAIRS];
    private final SpanScratch scratch = new SpanScratch(PAIRS);

    NormalNoise(long seed) {
        stream = new KeyStream(seed);
    }

    /** The next number from 0 up to, not with, 1. */
    private float uniform() {
        return (stream.word() >>> 8) * UNIT;
    }

    /** Fills an array; an odd length leaves the last number of its pair unused. */
    void fill(float[] values) {
        int begin = 0;
        while (begin < values.length) {
            int length = Math.min(PAIRS, values.length - begin + 1 >> 1);
            draw(length);
            Log2Span.apply(radii, radii, scratch, length);
            roots(radii, length);
            cosines(turns, cosines, length);
            sines(turns, sines, length);
            scale(cosines, radii, length);
            scale(sines, radii, length);
            int whole = Math.min(length, values.length - begin >> 1);
            for (int i = 0; i < whole; i++) {
                values[begin + 2 * i] = cosines[i];
                values[begin + 2 * i + 1] = sines[i];
            }
            if (whole < length) {
                values[begin + 2 * whole] = cosines[whole];
            }
            begin += 2 * whole + (length - whole);
        }
    }

    /**
     * Uniform numbers: those greater than 0 for the radii, and turns from -1/2 to 1/2. A radius of 0, one in 16
     * million, is drawn again, so from there on other words make the pairs.
     */
    private void draw(int length) {
        int drawn = 0;
        while (drawn < length) {
            int pairs = Math.min(length - drawn, stream.ready() / 2);
            if (pairs > 0) {
                stream.uniforms(0, fresh, pairs);
                pairs = upToZero(fresh, pairs);
                System.arraycopy(fresh, 0, radii, drawn, pairs);
                stream.uniforms(1, fresh, pairs);
                halfATurnLess(fresh, turns, drawn, pairs);
                stream.skip(2 * pairs);
                drawn += pairs;
            }
            if (drawn < length && pairs == 0) {
                drawOne(drawn++);
            }
        }
    }

    /** How many numbers there are before a 0. */
    private static int upToZero(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (values[i] == 0) {
                return i;
            }
        }
        return length;
    }

    private static void halfATurnLess(float[] values, float[] results, int offset, int length) {
        for (int i = 0; i < length; i++) {
            results[offset + i] = values[i] - 0.5f; // so that both signs change
        }
    }

    private void drawOne(int index) {
        float radius = uniform();
        while (radius == 0) {
            radius = uniform();
        }
        radii[index] = radius;
        turns[index] = uniform() - 0.5f;
    }

    private static void roots(float[] logarithms, int length) {
        for (int i = 0; i < length; i++) {
            logarithms[i] = (float) Math.sqrt(MINUS_TWO_LN_2 * logarithms[i]);
        }
    }

    /** The cosines of turns half a turn further. */
    private static void cosines(float[] turns, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.abs(turns[i]) - 0.25f;
            float y = x * x;
            results[i] = x * (S0 + y * (S1 + y * (S2 + y * (S3 + y * S4))));
        }
    }

    /** The sines of turns half a turn further; the sum of magnitudes folds the turns to the nearer side. */
    private static void sines(float[] turns, float[] results, int length) {
        for (int i = 0; i < length; i++) {
            float x = turns[i] + (Math.abs(turns[i] - 0.25f) - Math.abs(turns[i] + 0.25f));
            float y = x * x;
            results[i] = x * (S0 + y * (S1 + y * (S2 + y * (S3 + y * S4))));
        }
    }

    private static void scale(float[] values, float[] factors, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factors[i];
        }
    }
}
