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
 * One power of a span of positive floats over their whole range, in passes that become vector code.
 *
 * <p>The relative error is below 4e-7 for exponents up to 3 and results that are normal floats.
 *
 * <p>Method: x = 2^e m with m from sqrt(1/2) to sqrt(2), and x^p = 2^n 2^((p e - n) + p log2(m)) for a whole number n
 * near p log2(x). The bits of a float are nearly its logarithm, so n comes from them alone. p e - n is a small number,
 * so it is reckoned in integers that wrap: they lose the whole turns, which it does not have, and keep every bit below.
 * The logarithm of m is that of {@link Log2Span}; the power of two is a polynomial of degree 6, right to 3e-8.
 */
public final class PowerSpan {
    /** The largest exponent, without its sign, for which the bits give n well enough. */
    private static final double GREATEST_GENTLE = 5;

    private static final float P1 = 0.6931473769051734f;
    private static final float P2 = 0.24022623777593158f;
    private static final float P3 = 0.05550067908612333f;
    private static final float P4 = 0.009619545315913629f;
    private static final float P5 = 0.0013471017609364374f;
    private static final float P6 = 0.0001529324644343375f;

    /** The bits of 1, less half of what the bits of floats are at most below their logarithm. */
    private static final int ONE = (127 << 23) - 361007;

    private static final int ONE_BITS = 127 << 23;

    /** So many bits below a float's binary point are left out where n is found, and made up for by the exponent. */
    private static final int COARSE = 12;

    private static final int HALF = 1 << 22;

    private final double power;
    /** For exponents above {@link #GREATEST_GENTLE}; null for others. */
    private final SteepPower steep;
    /** The exponent times 2^{@link #COARSE}. */
    private final int coarsePower;
    /** The exponent and 1 in the fixed point in which p e - n is reckoned. */
    private final int fixedPower;

    private final int fixedOne;
    /** The bits of the number to which p e - n is added as bits, and that number. */
    private final int baseBits;

    private final float base;

    /**
     * A power.
     *
     * @param power the exponent p, finite
     */
    public PowerSpan(double power) {
        if (!Double.isFinite(power)) {
            throw new IllegalArgumentException("a power needs a finite exponent, not " + power);
        }
        this.power = power;
        this.steep = isGentle(power) ? null : new SteepPower(power);
        this.coarsePower = steep == null ? (int) Math.rint(power * (1 << COARSE)) : 0;
        // |p e - n| is at most 0.5 by rounding n, |p| times 0.5 by m and 0.043 by the bits, and what is left out of
        // them.
        int room = Math.max(0, Math.getExponent(0.51 + 0.545 * Math.abs(power)) + 1);
        this.fixedPower = (int) (long) Math.rint(Math.scalb(power, 31 - room));
        this.fixedOne = (int) (1L << 31 - room);
        this.base = Math.scalb(1.5f, room + 1);
        this.baseBits = Float.floatToRawIntBits(base);
    }

    /** Whether {@link #applyAbove} knows a power: whether its exponent is not above 5 nor below -5. */
    public static boolean isGentle(double power) {
        return Math.abs(power) <= GREATEST_GENTLE;
    }

    /**
     * The powers of positive, finite, normal floats, if they are such floats too. Otherwise the result is some number
     * without a meaning (never an exception): callers limit their values first or replace the results after.
     *
     * @param values the numbers, {@code length} or more; not changed unless it is {@code result}
     * @param result receives the powers; may be {@code values}
     * @param scratch to work in
     * @param length how many
     */
    public void apply(float[] values, float[] result, SpanScratch scratch, int length) {
        if (steep != null) {
            steep.apply(values, result, scratch, length);
            return;
        }
        scratch.toBits(values, scratch.bits, length);
        scales(scratch.bits, scratch.moreBits, coarsePower, length);
        finish(result, scratch, length);
    }

    /**
     * The powers of what lies above a limit, and 0, exactly, in place of everything else.
     *
     * @param limit the limit, 0 or more
     * @param values the numbers, {@code length} or more; not changed unless it is {@code result}. For infinities, NaN
     *     and where the power is no normal float the result is some finite number or infinity without a meaning
     * @param above receives 1 for each value above the limit, 0 for any other; NaN is either
     * @param result receives the powers; may be {@code values}
     * @param scratch to work in
     * @param length how many
     * @throws IllegalStateException if the power is not {@linkplain #isGentle gentle}
     */
    public void applyAbove(
            float limit, float[] values, float[] above, float[] result, SpanScratch scratch, int length) {
        if (steep != null) {
            throw new IllegalStateException("too steep a power: " + power);
        }
        int[] bits = scratch.bits;
        int[] moreBits = scratch.moreBits;
        int limitBits = Float.floatToRawIntBits(limit) + 1;
        scratch.toBits(values, bits, length);
        onesAbove(bits, moreBits, limitBits, length);
        scratch.toFloats(moreBits, above, length);
        scalesAbove(bits, moreBits, coarsePower, limitBits, length);
        finish(result, scratch, length);
    }

    /** From the bits of the values and those of the 2^n. */
    private void finish(float[] result, SpanScratch scratch, int length) {
        int[] bits = scratch.bits;
        int[] moreBits = scratch.moreBits;
        float[] scales = scratch.floats;
        float[] turns = scratch.moreFloats;
        scratch.toFloats(moreBits, scales, length);
        turns(bits, moreBits, length);
        scratch.toFloats(moreBits, turns, length);
        mantissas(bits, moreBits, length);
        scratch.toFloats(moreBits, result, length);
        raise(result, turns, scales, length);
    }

    /** The bits of 1 where a float is not below a limit, else 0. A float below 0 has bits below 0. */
    private static void onesAbove(int[] bits, int[] ones, int limitBits, int length) {
        for (int i = 0; i < length; i++) {
            ones[i] = ~((bits[i] - limitBits | bits[i]) >> 31) & ONE_BITS;
        }
    }

    /** The bits of 2^n. */
    private static void scales(int[] bits, int[] scales, int coarsePower, int length) {
        for (int i = 0; i < length; i++) {
            int n = (bits[i] - ONE >> COARSE) * coarsePower + HALF >> 23;
            scales[i] = n + 127 << 23;
        }
    }

    private static void scalesAbove(int[] bits, int[] scales, int coarsePower, int limitBits, int length) {
        for (int i = 0; i < length; i++) {
            int n = (bits[i] - ONE >> COARSE) * coarsePower + HALF >> 23;
            scales[i] = ~((bits[i] - limitBits | bits[i]) >> 31) & n + 127 << 23;
        }
    }

    /** The bits of p e - n, plus the base. */
    private void turns(int[] bits, int[] turns, int length) {
        int coarse = coarsePower;
        int fixed = fixedPower;
        int one = fixedOne;
        int origin = baseBits;
        for (int i = 0; i < length; i++) {
            int n = (bits[i] - ONE >> COARSE) * coarse + HALF >> 23;
            int e = bits[i] - Log2Span.SQRT_HALF_BITS >> 23;
            turns[i] = (e * fixed - n * one + 256 >> 9) + origin; // rounded to the 23 bits of a float
        }
    }

    /** The bits of m. */
    private static void mantissas(int[] bits, int[] mantissas, int length) {
        for (int i = 0; i < length; i++) {
            mantissas[i] = bits[i] - (bits[i] - Log2Span.SQRT_HALF_BITS & Log2Span.EXPONENT_MASK);
        }
    }

    /** Replaces each m by 2^((p e - n) + p log2(m)) 2^n. */
    private void raise(float[] mantissas, float[] turns, float[] scales, int length) {
        float q0 = (float) (power * Log2Span.Q0);
        float q1 = (float) (power * Log2Span.Q1);
        float q2 = (float) (power * Log2Span.Q2);
        float q3 = (float) (power * Log2Span.Q3);
        float origin = base;
        for (int i = 0; i < length; i++) {
            float m = mantissas[i];
            float s = (m - 1) / (m + 1);
            float t = s * s;
            float f = (turns[i] - origin) + s * (q0 + t * (q1 + t * (q2 + t * q3)));
            mantissas[i] = (1 + f * (P1 + f * (P2 + f * (P3 + f * (P4 + f * (P5 + f * P6)))))) * scales[i];
        }
    }
}
