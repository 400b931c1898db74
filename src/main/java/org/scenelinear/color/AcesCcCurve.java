/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

/**
 * The curve of ACEScc, a logarithm that bends near black so that it ends at 0: Academy specification S-2014-003,
 * section 4.4.
 *
 * <pre>
 * encoded = (log2(2^-16) + 9.72) / 17.52               for linear of 0 and below, -0.3584
 * encoded = (log2(2^-16 + linear / 2) + 9.72) / 17.52  for linear below 2^-15
 * encoded = (log2(linear) + 9.72) / 17.52              from there on
 * </pre>
 *
 * <p>Negative values become 0. Decoding gives 0 for encoded values of 0's and below. The specification stops decoding
 * at 65504, the largest half float; this curve goes on, so that nothing is lost on the way there and back. NaN stays
 * NaN.
 */
public record AcesCcCurve() implements TransferCurve {
    private static final double GAIN = 1 / 17.52;
    private static final double SHIFT = 9.72 / 17.52;
    private static final double BREAK = 0x1p-15;
    private static final double ENCODED_BREAK = -15 * GAIN + SHIFT;
    private static final double BLACK = -16 * GAIN + SHIFT;
    private static final double LN_2 = Math.log(2);

    @Override
    public double encode(double linear) {
        if (linear <= 0) {
            return BLACK;
        }
        double light = linear < BREAK ? 0x1p-16 + linear / 2 : linear;
        return GAIN * Math.log(light) / LN_2 + SHIFT;
    }

    @Override
    public double decode(double encoded) {
        if (encoded <= BLACK) {
            return 0;
        }
        double light = Math.pow(2, (encoded - SHIFT) / GAIN);
        return encoded < ENCODED_BREAK ? 2 * (light - 0x1p-16) : light;
    }

    @Override
    public String name() {
        return "ACEScc";
    }
}
