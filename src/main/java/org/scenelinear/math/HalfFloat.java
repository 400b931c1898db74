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
 * The 16-bit floating-point numbers of IEEE 754 (binary16), as OpenEXR stores them: 1 sign bit, 5 exponent bits, 10
 * fraction bits, largest finite value 65504, smallest subnormal 2^-24.
 *
 * <pre>{@code
 * float value = HalfFloat.toFloat((short) 0x3C00); // 1.0
 * short bits = HalfFloat.fromFloat(0.18f);
 * }</pre>
 *
 * <p>All methods are pure and thread-safe.
 */
public final class HalfFloat {
    /** The largest finite half: 65504. */
    public static final float MAX = 65504f;

    /** The smallest float that becomes infinity: as near to {@link #MAX} as to the next step, 65536, which is even. */
    public static final float OVERFLOW = 65520f;

    private static final float[] TABLE = buildTable();

    private HalfFloat() {}

    /**
     * Widens a half exactly. Infinities stay, a NaN keeps its sign and payload.
     *
     * @param half the 16 bits
     * @return the same number as a float
     */
    public static float toFloat(short half) {
        return TABLE[half & 0xFFFF];
    }

    /**
     * The floats of all 65536 halfs by their unsigned bits. A loop that converts many halfs takes it into a local and
     * indexes it: the fastest form on Java 17. The array is shared and must not be written to.
     *
     * @return the table, 65536 entries
     */
    public static float[] table() {
        return TABLE;
    }

    /**
     * Rounds a float to the nearest half, ties to even. What rounds above 65504 becomes infinity; a NaN stays a NaN
     * with the upper bits of its payload.
     *
     * @param value any float
     * @return the 16 bits
     */
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude >= 0x47800000) { // 65536 and above, infinity, NaN
            if (magnitude <= 0x7F800000) {
                return (short) (sign | 0x7C00);
            }
            int payload = magnitude >>> 13 & 0x3FF;
            return (short) (sign | 0x7C00 | (payload == 0 ? 1 : payload));
        }
        if (magnitude >= 0x38800000) { // normal halfs; the carry of the rounding may run into the exponent, rightly
            int rounded = magnitude + 0xFFF + (magnitude >>> 13 & 1);
            return (short) (sign | rounded - 0x38000000 >>> 13);
        }
        // Adding 0.5 shifts the fraction so that the FPU rounds at the place of a half's smallest subnormal, 2^-24.
        float shifted = Float.intBitsToFloat(magnitude) + 0.5f;
        return (short) (sign | Float.floatToRawIntBits(shifted) - 0x3F000000);
    }

    private static float[] buildTable() {
        float[] table = new float[65536];
        for (int half = 0; half < 65536; half++) {
            table[half] = widen(half);
        }
        return table;
    }

    private static float widen(int half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | fraction << 13);
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
    }
}
