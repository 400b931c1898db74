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
 * A logarithm on both sides of black with a straight piece between, the family of Canon's log curves:
 *
 * <pre>
 * encoded = lowShift - gain * log2(1 - linearGain * linear)      for linear below -linearBreak
 * encoded = slope * linear + offset                              from there to linearBreak
 * encoded = highShift + gain * log2(1 + linearGain * linear)     above
 * </pre>
 *
 * <p>Nothing is clipped; NaN stays NaN and infinities stay infinite.
 *
 * @param name the curve's name in its standard
 * @param linearGain factor of the linear value inside the logarithm
 * @param gain encoded value per stop (per factor of two)
 * @param lowShift encoded value where the lower logarithm is 0
 * @param highShift encoded value where the upper logarithm is 0
 * @param slope slope of the straight piece
 * @param offset encoded value of linear 0
 * @param linearBreak how far the straight piece reaches on either side; 0 if there is none
 * @param lowEncodedBreak the encoded value below which the lower logarithm holds
 * @param highEncodedBreak the encoded value above which the upper logarithm holds
 */
public record SymmetricLogCurve(
        String name,
        double linearGain,
        double gain,
        double lowShift,
        double highShift,
        double slope,
        double offset,
        double linearBreak,
        double lowEncodedBreak,
        double highEncodedBreak)
        implements TransferCurve {
    private static final double LN_2 = Math.log(2);

    /** The curve whose two logarithms meet at black, without a straight piece. */
    static SymmetricLogCurve meeting(String name, double linearGain, double gain, double black) {
        double slope = gain * linearGain / LN_2;
        return new SymmetricLogCurve(name, linearGain, gain, black, black, slope, black, 0, black, black);
    }

    @Override
    public double encode(double linear) {
        if (linear < -linearBreak) {
            return lowShift - gain * Math.log1p(-linearGain * linear) / LN_2;
        }
        return linear > linearBreak
                ? highShift + gain * Math.log1p(linearGain * linear) / LN_2
                : slope * linear + offset;
    }

    @Override
    public double decode(double encoded) {
        if (encoded < lowEncodedBreak) {
            return -Math.expm1((lowShift - encoded) / gain * LN_2) / linearGain;
        }
        return encoded > highEncodedBreak
                ? Math.expm1((encoded - highShift) / gain * LN_2) / linearGain
                : (encoded - offset) / slope;
    }
}
