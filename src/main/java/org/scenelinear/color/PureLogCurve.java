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
 * A logarithm down to black, without a straight piece, the family of Cineon and of the first digital cameras:
 *
 * <pre>
 * encoded = gain * log2(linearGain * linear + linearOffset) + shift
 * </pre>
 *
 * <p>A logarithm has no value at 0 and below: in both directions, encoded values are kept between two bounds. NaN stays
 * NaN; infinities come to the bounds.
 *
 * @param name the curve's name in its standard
 * @param linearGain factor of the linear value inside the logarithm
 * @param linearOffset added to the linear value inside the logarithm
 * @param gain encoded value per stop (per factor of two)
 * @param shift encoded value where the logarithm is 0
 * @param lowest the smallest encoded value
 * @param highest the largest encoded value, infinite if there is no bound
 */
public record PureLogCurve(
        String name, double linearGain, double linearOffset, double gain, double shift, double lowest, double highest)
        implements TransferCurve {
    private static final double LN_2 = Math.log(2);

    /**
     * The curve whose only bound is the one OpenColorIO sets: the logarithm of the smallest normal float stands for all
     * that is smaller.
     */
    static PureLogCurve unbounded(String name, double linearGain, double linearOffset, double gain, double shift) {
        double lowest = gain * -126 + shift;
        return new PureLogCurve(name, linearGain, linearOffset, gain, shift, lowest, Double.POSITIVE_INFINITY);
    }

    /**
     * The curve of a film scanner's code values of 10 bits, normalized to 0 to 1, where a code of black stands for no
     * light.
     *
     * @param name the curve's name
     * @param white the code value of linear 1
     * @param codesPerDecade code values per factor of ten
     * @param black the code value of linear 0
     */
    static PureLogCurve film(String name, double white, double codesPerDecade, double black) {
        double offset = Math.pow(10, (black - white) / codesPerDecade);
        return unbounded(name, 1 - offset, offset, codesPerDecade * Math.log10(2) / 1023, white / 1023);
    }

    @Override
    public double encode(double linear) {
        double light = linearGain * linear + linearOffset;
        if (light <= 0) {
            return lowest;
        }
        return Math.min(Math.max(gain * Math.log(light) / LN_2 + shift, lowest), highest);
    }

    @Override
    public double decode(double encoded) {
        double bounded = Math.min(Math.max(encoded, lowest), highest);
        return (Math.pow(2, (bounded - shift) / gain) - linearOffset) / linearGain;
    }
}
