/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import org.scenelinear.color.Chromaticities;

/**
 * What an ACES 2 rendering depends on.
 *
 * @param peakLuminance the luminance of the brightest white in cd/m², {@value #LOWEST_PEAK} to {@value #HIGHEST_PEAK}
 * @param limiting the gamut that all rendered colors lie in; its white is the creative white
 */
public record RenderingParameters(double peakLuminance, Chromaticities limiting) {
    /** The lowest peak luminance in cd/m²: a dim cinema screen. */
    public static final double LOWEST_PEAK = 48;
    /** The highest peak luminance in cd/m²: the ceiling of SMPTE ST 2084. */
    public static final double HIGHEST_PEAK = 10000;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the peak luminance is out of range
     */
    public RenderingParameters {
        if (!(peakLuminance >= LOWEST_PEAK && peakLuminance <= HIGHEST_PEAK)) {
            throw new IllegalArgumentException(
                    "a peak luminance must be " + LOWEST_PEAK + " to " + HIGHEST_PEAK + " cd/m², not " + peakLuminance);
        }
    }

    /** The largest linear value the rendering puts out: the peak luminance in units of 100 cd/m². */
    double peak() {
        return peakLuminance / 100;
    }
}
