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

import java.util.function.DoubleUnaryOperator;
import org.scenelinear.math.HalfFloat;

/**
 * The curve of B44 for perceptually linear channels, by the bits of halfs: exp(x / 8) before packing and 8 log(x) after
 * it, so that blocks lose the same share everywhere (OpenEXR, ImfB44Compressor). What is not finite becomes 0.
 */
final class B44Curve {
    /** What packing starts from. */
    static final short[] EXPONENTIALS =
            table(x -> Double.isFinite(x) ? x >= 8 * Math.log(HalfFloat.MAX) ? HalfFloat.MAX : Math.exp(x / 8) : 0);

    /** What unpacking ends with. */
    static final short[] LOGARITHMS = table(x -> Double.isFinite(x) && x >= 0 ? 8 * Math.log(x) : 0);

    private B44Curve() {}

    private static short[] table(DoubleUnaryOperator curve) {
        short[] table = new short[1 << 16];
        for (int bits = 0; bits < table.length; bits++) {
            double value = curve.applyAsDouble(HalfFloat.toFloat((short) bits));
            table[bits] = HalfFloat.fromFloat((float) value);
        }
        return table;
    }
}
