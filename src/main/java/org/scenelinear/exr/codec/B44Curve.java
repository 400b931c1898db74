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

import org.scenelinear.math.HalfFloat;

/**
 * What B44 does to channels that are marked as perceptually linear: their values are exponents. To pack, x becomes
 * e^(x/8), so that the blocks, which are coarser the greater a value is, have the same precision everywhere. Infinities
 * and NaN become 0, what is too great becomes the greatest half.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_b44_table_init.c}; single precision, as there.
 */
final class B44Curve {
    /** Half to half, by unsigned bits, before packing; read only. */
    static final short[] EXPONENTIAL = new short[65536];

    /** Half to half, by unsigned bits, after unpacking; read only. */
    static final short[] LOGARITHM = new short[65536];

    private static final int INFINITE = 0x7C00;
    private static final short GREATEST = 0x7BFF;
    /** The first half whose exponential is too great: 8 times the logarithm of the greatest half. */
    private static final int TOO_GREAT = 0x558C;

    static {
        for (int bits = 0; bits < 65536; bits++) {
            int magnitude = bits & 0x7FFF;
            if (magnitude < INFINITE) {
                float value = HalfFloat.toFloat((short) bits);
                EXPONENTIAL[bits] = bits == magnitude && bits >= TOO_GREAT
                        ? GREATEST
                        : HalfFloat.fromFloat((float) Math.exp(value / 8));
                LOGARITHM[bits] = value < 0 ? 0 : HalfFloat.fromFloat(8 * (float) Math.log(value));
            }
        }
    }

    private B44Curve() {}
}
