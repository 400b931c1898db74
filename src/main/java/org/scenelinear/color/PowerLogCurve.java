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
 * A power near black and a logarithm above, the family of Apple Log (a square), N-Log (a cube root) and hybrid
 * log-gamma (a square root):
 *
 * <pre>
 * encoded = powerGain * (linear + powerOffset)^exponent          for linear below linearBreak
 * encoded = gain * log2(linear + linearOffset) + shift           from there on
 * </pre>
 *
 * <p>Large values follow the logarithm without end; NaN stays NaN, positive infinity stays infinite. Where
 * {@code linear + powerOffset} is negative, a square, which would rise again, gives 0, as in Apple's paper and
 * OpenColorIO; a root is continued as an odd function.
 *
 * @param name the curve's name in its standard
 * @param powerGain factor of the power
 * @param powerOffset added to the linear value inside the power
 * @param exponent the exponent of the power when encoding
 * @param linearOffset added to the linear value inside the logarithm
 * @param gain encoded value per stop (per factor of two)
 * @param shift encoded value where the logarithm is 0
 * @param linearBreak the linear value from which the logarithm holds
 * @param encodedBreak the encoded value from which the logarithm holds
 */
public record PowerLogCurve(
        String name,
        double powerGain,
        double powerOffset,
        double exponent,
        double linearOffset,
        double gain,
        double shift,
        double linearBreak,
        double encodedBreak)
        implements TransferCurve {
    private static final double LN_2 = Math.log(2);

    @Override
    public double encode(double linear) {
        return linear < linearBreak
                ? powerGain * power(linear + powerOffset, exponent)
                : gain * Math.log(linear + linearOffset) / LN_2 + shift;
    }

    @Override
    public double decode(double encoded) {
        return encoded < encodedBreak
                ? power(encoded / powerGain, 1 / exponent) - powerOffset
                : Math.pow(2, (encoded - shift) / gain) - linearOffset;
    }

    private double power(double value, double power) {
        if (value >= 0) {
            return Math.pow(value, power);
        }
        return exponent > 1 ? 0 : -Math.pow(-value, power);
    }
}
