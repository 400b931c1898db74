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
import org.scenelinear.math.HalfFloat;

/**
 * The perceptual curve DWA puts on linear samples before the cosine transform, as tables from half to half: a power
 * function with exponent 1/2.2 up to 1, a logarithm that continues it smoothly above. Negative values are mirrored;
 * infinities and NaN become 0.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_table_init.c}. The constants are single precision there and kept so here,
 * since the tables must agree to the bit.
 */
final class DwaCurve {
    /** Linear half to curve value, by unsigned bits; 65536 entries, read only. */
    static final short[] TO_NONLINEAR = new short[65536];

    /** Curve value to linear half, by unsigned bits; 65536 entries, read only. */
    static final short[] TO_LINEAR = new short[65536];

    /**
     * Curve value as a float to linear half: what {@link #TO_LINEAR} says of the half nearest to the float. By
     * {@link #floatIndex}; read only.
     *
     * <p>All halfs on the curve that are subnormal become a linear zero, so a float below them needs no rounding to
     * their wider steps; only the sign of that zero may differ, within a thousandth of -2^-25.
     */
    static final short[] FLOAT_TO_LINEAR = new short[1 << 19];

    private static final float EXPONENT = 2.2f;

    /** e to the power 2.2. */
    private static final float BASE = 9.02501329156f;

    static {
        for (int bits = 1; bits < 0x7C00; bits++) {
            float magnitude = HalfFloat.toFloat((short) bits);
            put(TO_NONLINEAR, bits, nonlinear(magnitude));
            put(TO_LINEAR, bits, linear(magnitude));
        }
        int sign = FLOAT_TO_LINEAR.length / 2;
        int firstNormal = floatIndex(0x1p-14f);
        System.arraycopy(TO_LINEAR, 0x400, FLOAT_TO_LINEAR, firstNormal, 0x7C00 - 0x400);
        System.arraycopy(TO_LINEAR, 0x8400, FLOAT_TO_LINEAR, sign + firstNormal, 0x7C00 - 0x400);
        int lastZero = floatIndex(0x1p-25f);
        Arrays.fill(FLOAT_TO_LINEAR, sign + lastZero + 1, sign + firstNormal, (short) 0x8000);
    }

    private DwaCurve() {}

    /** Place of a float in {@link #FLOAT_TO_LINEAR}: sign, exponent and a fraction rounded to 10 bits, ties to even. */
    static int floatIndex(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits + 0xFFF + (bits >>> 13 & 1) >>> 13;
    }

    private static float nonlinear(float linear) {
        return linear <= 1 ? (float) Math.pow(linear, 1f / EXPONENT) : (float) Math.log(linear) / EXPONENT + 1;
    }

    private static float linear(float nonlinear) {
        return nonlinear <= 1 ? (float) Math.pow(nonlinear, EXPONENT) : (float) Math.pow(BASE, nonlinear - 1);
    }

    private static void put(short[] table, int bits, float magnitude) {
        short half = HalfFloat.fromFloat(magnitude);
        table[bits] = half;
        table[bits | 0x8000] = (short) (half | 0x8000);
    }
}
