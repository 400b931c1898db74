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
 * What happens to colors of one range of hues.
 *
 * @param hue degrees that hues turn by, -180 to 180
 * @param saturation percent that is added, -100 to 100
 * @param luminance percent that is added to lightness, -100 to 100
 */
public record HslBand(double hue, double saturation, double luminance) {
    /** Changes nothing. */
    public static final HslBand NEUTRAL = new HslBand(0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public HslBand {
        ParameterRange.check("hue", hue, -180, 180);
        ParameterRange.check("saturation", saturation, -100, 100);
        ParameterRange.check("luminance", luminance, -100, 100);
    }

    /** Whether it changes nothing. */
    public boolean isNeutral() {
        return hue == 0 && saturation == 0 && luminance == 0;
    }
}
