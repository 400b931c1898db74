/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.math;

/**
 * The logarithm to base 2 of a span of floats, in passes that each become vector code (on Java 17 a loop that mixes
 * arithmetic with the bits of floats does not).
 *
 * <p>The error is below 3e-7 of the result, however close to 0 it is. Method: x = 2^e m with m from sqrt(1/2) to
 * sqrt(2), then log2(m) = s Q(s^2) with s = (m - 1) / (m + 1), Q a cubic fitted to a relative error of 7e-10.
 */
public final class Log2Span {
    /** 1.5 * 2^23: added to a whole number below 2^22, its low bits are that number. */
    static final float MAGIC = 12582912f;

    static final int MAGIC_BITS = 0x4B400000;
    static final int SQRT_HALF_BITS = 0x3F3504F3;
    static final int EXPONENT_MASK = 0xFF800000;

    static final float Q0 = 2.885390079790007f;
    static final float Q1 = 0.9617988487408607f;
    static final float Q2 = 0.5767142156634678f;
    static final float Q3 = 0.43174096241157445f;

    private Log2Span() {}

    /**
     * The logarithms of positive, finite, normal floats. What is not one of these gets some number without a meaning
     * (never an exception): callers limit their values first and put NaN and infinities back after.
     *
     * @param values the numbers, {@code length} or more; not changed unless it is {@code result}
     * @param result receives the logarithms; may be {@code values}
     * @param scratch to work in
     * @param length how many
     */
    public static void apply(float[] values, float[] result, SpanScratch scratch, int length) {
        float[] exponents = scratch.floats;
        split(values, result, exponents, scratch, length);
        for (int i = 0; i < length; i++) {
            result[i] = exponents[i] + result[i];
        }
    }

    /**
     * The two parts of the logarithm: the whole exponent e in {@code exponents}, log2(m), from -0.5 to 0.5, in
     * {@code fractions}.
     */
    static void split(float[] values, float[] fractions, float[] exponents, SpanScratch scratch, int length) {
        int[] bits = scratch.bits;
        int[] moreBits = scratch.moreBits;
        scratch.toBits(values, bits, length);
        for (int i = 0; i < length; i++) {
            moreBits[i] = (bits[i] - SQRT_HALF_BITS >> 23) + MAGIC_BITS;
        }
        scratch.toFloats(moreBits, exponents, length);
        for (int i = 0; i < length; i++) {
            bits[i] = bits[i] - (bits[i] - SQRT_HALF_BITS & EXPONENT_MASK);
        }
        scratch.toFloats(bits, fractions, length);
        for (int i = 0; i < length; i++) {
            exponents[i] = exponents[i] - MAGIC;
        }
        for (int i = 0; i < length; i++) {
            float m = fractions[i];
            float s = (m - 1) / (m + 1);
            float t = s * s;
            fractions[i] = s * (Q0 + t * (Q1 + t * (Q2 + t * Q3)));
        }
    }
}
