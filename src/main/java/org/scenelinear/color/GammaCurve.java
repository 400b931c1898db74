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
 * A power function alone, the family of the displays' curves:
 *
 * <pre>
 * encoded = (gain * linear)^(1 / gamma)
 * </pre>
 *
 * <p>Values above 1 follow the power without end; NaN stays NaN, positive infinity stays infinite. What happens to
 * negative values is a choice, because a power has none of its own.
 *
 * @param name the curve's name
 * @param gamma the exponent when decoding, above 1
 * @param gain factor of the linear value inside the power; 1 where linear 1 is the code value 1
 * @param negatives what becomes of values below 0
 */
public record GammaCurve(String name, double gamma, double gain, Negatives negatives) implements TransferCurve {
    /** What becomes of values below 0, in both directions. The three are OpenColorIO's styles of exponents. */
    public enum Negatives {
        /** They become 0. */
        ZERO,
        /** They take the way of their absolute value and keep their sign. */
        MIRROR,
        /** They stay as they are, but for the gain. */
        KEEP
    }

    @Override
    public double encode(double linear) {
        double light = gain * linear;
        if (light < 0) {
            return switch (negatives) {
                case ZERO -> 0;
                case MIRROR -> -Math.pow(-light, 1 / gamma);
                case KEEP -> light;
            };
        }
        return Math.pow(light, 1 / gamma);
    }

    @Override
    public double decode(double encoded) {
        if (encoded < 0) {
            return switch (negatives) {
                case ZERO -> 0;
                case MIRROR -> -Math.pow(-encoded, gamma) / gain;
                case KEEP -> encoded / gain;
            };
        }
        return Math.pow(encoded, gamma) / gain;
    }
}
