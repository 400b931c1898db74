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
 * A power of a span of positive floats for exponents of any size, as 2^(p log2(x)) in passes that become vector code.
 * The whole and the fractional part of the logarithm are multiplied apart, so that the error does not grow with the
 * size of the values, and the whole part of their product is found from the product itself.
 */
final class SteepPower {
    private final float power;
    /** The power's leading bits: times a whole exponent, still exact. */
    private final float leading;
    /** What the leading bits leave. */
    private final float rest;

    SteepPower(double power) {
        this.power = (float) power;
        this.leading = Float.intBitsToFloat(Float.floatToRawIntBits(this.power) & 0xFFFFF000);
        this.rest = (float) (power - leading);
    }

    /** As {@link PowerSpan#apply}. */
    void apply(float[] values, float[] result, SpanScratch scratch, int length) {
        float[] exponents = scratch.floats;
        float[] wholes = scratch.moreFloats;
        float p = power;
        float high = leading;
        float low = rest;
        Log2Span.split(values, result, exponents, scratch, length);
        for (int i = 0; i < length; i++) { // the part of p log2(x) that is not exact
            result[i] = low * exponents[i] + p * result[i];
        }
        for (int i = 0; i < length; i++) {
            exponents[i] = high * exponents[i];
        }
        for (int i = 0; i < length; i++) {
            wholes[i] = (exponents[i] + result[i] - 0.5f) + Log2Span.MAGIC;
        }
        for (int i = 0; i < length; i++) {
            result[i] = (exponents[i] - (wholes[i] - Log2Span.MAGIC)) + result[i];
        }
        Exp2Span.scale(result, wholes, scratch, length);
    }
}
