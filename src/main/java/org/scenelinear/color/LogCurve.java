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
 * A logarithm with a straight piece near black, the family of ACEScct and of the cameras' log curves:
 *
 * <pre>
 * encoded = slope * linear + offset                              for linear up to linearBreak
 * encoded = gain * log2(linearGain * linear + linearOffset) + shift    above
 * </pre>
 *
 * <p>Negative values follow the straight piece, large ones the logarithm, both without end; NaN stays NaN and
 * infinities stay infinite. Nothing is clipped.
 *
 * @param name the curve's name in its standard
 * @param linearGain factor of the linear value inside the logarithm
 * @param linearOffset added to the linear value inside the logarithm
 * @param gain encoded value per stop (per factor of two)
 * @param shift encoded value where the logarithm is 0
 * @param slope slope of the straight piece when encoding
 * @param offset encoded value of linear 0
 * @param linearBreak the linear value above which the logarithm holds
 * @param encodedBreak the encoded value above which the logarithm holds
 */
public record LogCurve(
        String name,
        double linearGain,
        double linearOffset,
        double gain,
        double shift,
        double slope,
        double offset,
        double linearBreak,
        double encodedBreak)
        implements TransferCurve {
    private static final double LN_2 = Math.log(2);

    @Override
    public double encode(double linear) {
        return linear <= linearBreak
                ? slope * linear + offset
                : gain * Math.log(linearGain * linear + linearOffset) / LN_2 + shift;
    }

    @Override
    public double decode(double encoded) {
        return encoded <= encodedBreak
                ? (encoded - offset) / slope
                : (Math.pow(2, (encoded - shift) / gain) - linearOffset) / linearGain;
    }
}
