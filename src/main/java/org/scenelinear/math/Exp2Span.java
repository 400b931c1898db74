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
 * Two to the power of a span of floats, in passes that each become vector code (see {@link Log2Span}).
 *
 * <p>The relative error is below 2e-7 for results that are normal floats. Method: x = n + f with n whole and f from 0
 * to 1, a polynomial of degree 6 for 2^f fitted to a relative error of 2e-9, and 2^n made as bits.
 */
public final class Exp2Span {
    private static final float P1 = 0.6931470444215018f;
    private static final float P2 = 0.24022930592106223f;
    private static final float P3 = 0.05548527863196404f;
    private static final float P4 = 0.009675456159260127f;
    private static final float P5 = 0.0012467798940101432f;
    private static final float P6 = 0.00021613095593586771f;

    /** The exponent's bias, less the bits of the magic number. */
    private static final int BIAS = 127 - Log2Span.MAGIC_BITS;

    private Exp2Span() {}

    /**
     * The powers of floats from -126 up to, but not with, 128. Any other float, and NaN, gets some number without a
     * meaning (never an exception): callers limit their values first or replace the results after.
     *
     * @param values the exponents, {@code length} or more; not changed unless it is {@code result}
     * @param result receives the powers; may be {@code values}
     * @param scratch to work in
     * @param length how many
     */
    public static void apply(float[] values, float[] result, SpanScratch scratch, int length) {
        float[] wholes = scratch.floats;
        for (int i = 0; i < length; i++) {
            wholes[i] = (values[i] - 0.5f) + Log2Span.MAGIC;
        }
        for (int i = 0; i < length; i++) {
            result[i] = values[i] - (wholes[i] - Log2Span.MAGIC);
        }
        scale(result, wholes, scratch, length);
    }

    /**
     * The last passes: replaces each fraction f, from 0 to 1, by 2^f times 2^n.
     *
     * @param fractions the f
     * @param magicWholes the n, each plus the magic number, from -126 to 127; overwritten
     */
    static void scale(float[] fractions, float[] magicWholes, SpanScratch scratch, int length) {
        int[] bits = scratch.bits;
        scratch.toBits(magicWholes, bits, length);
        for (int i = 0; i < length; i++) {
            bits[i] = bits[i] + BIAS << 23;
        }
        scratch.toFloats(bits, magicWholes, length);
        for (int i = 0; i < length; i++) {
            float f = fractions[i];
            fractions[i] = (1 + f * (P1 + f * (P2 + f * (P3 + f * (P4 + f * (P5 + f * P6)))))) * magicWholes[i];
        }
    }
}
