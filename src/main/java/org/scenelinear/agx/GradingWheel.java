/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

/**
 * A color that is laid over a range of lightness.
 *
 * @param hue of the tint in degrees, 0 to 360
 * @param saturation strength of the tint in percent, 0 to 100
 * @param luminance percent that is added, -100 to 100
 */
public record GradingWheel(double hue, double saturation, double luminance) {
    /** Changes nothing. */
    public static final GradingWheel NEUTRAL = new GradingWheel(0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public GradingWheel {
        ParameterRange.check("hue", hue, 0, 360);
        ParameterRange.check("saturation", saturation, 0, 100);
        ParameterRange.check("luminance", luminance, -100, 100);
    }

    /** Whether it changes nothing. */
    public boolean isNeutral() {
        return saturation == 0 && luminance == 0;
    }

    /** What red (0), green (1) or blue (2) is multiplied by. */
    float tint(int component) {
        return (float) (1 + saturation / 100 * Math.cos(Math.toRadians(hue - 120 * component)));
    }

    /** What is added. */
    float lift() {
        return (float) (luminance / 100);
    }
}
