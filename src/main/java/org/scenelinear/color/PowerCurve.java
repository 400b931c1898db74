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
 * A power function with a straight piece near black, the family of sRGB and ITU-R BT.709:
 *
 * <pre>
 * encoded = slope * linear                              for linear below linearBreak
 * encoded = (1 + offset) * linear^exponent - offset     from there on
 * </pre>
 *
 * <p>Negative values follow the straight piece, values above 1 the power, both without end; NaN stays NaN and
 * infinities stay infinite. Nothing is clipped.
 *
 * @param name the curve's name in its standard
 * @param offset the offset of the power piece
 * @param exponent the exponent of the power piece when encoding, 0 to 1
 * @param slope the slope of the straight piece when encoding
 * @param linearBreak the linear value where the power piece begins
 * @param encodedBreak the encoded value where the power piece begins
 */
public record PowerCurve(
        String name, double offset, double exponent, double slope, double linearBreak, double encodedBreak)
        implements TransferCurve {

    /**
     * The curve whose pieces meet with the same slope, from the power piece alone: the monitor curve of the Academy's
     * color transformation language and of OpenColorIO.
     *
     * @param name the curve's name
     * @param gamma the exponent when decoding, above 1
     * @param offset the offset of the power piece, above 0
     * @return the curve
     */
    public static PowerCurve smooth(String name, double gamma, double offset) {
        double encodedBreak = offset / (gamma - 1);
        double linearBreak = Math.pow((encodedBreak + offset) / (1 + offset), gamma);
        return new PowerCurve(name, offset, 1 / gamma, encodedBreak / linearBreak, linearBreak, encodedBreak);
    }

    @Override
    public double encode(double linear) {
        return linear < linearBreak ? slope * linear : (1 + offset) * Math.pow(linear, exponent) - offset;
    }

    @Override
    public double decode(double encoded) {
        return encoded < encodedBreak ? encoded / slope : Math.pow((encoded + offset) / (1 + offset), 1 / exponent);
    }
}
