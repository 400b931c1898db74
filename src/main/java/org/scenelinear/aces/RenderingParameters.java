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
import org.scenelinear.color.Chromaticity;

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

    /** Keeps the white off the edges of the triangle. */
    private static final double LEAST_AREA = 1e-4;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the peak luminance is out of range, or the primaries red, green and blue do
     *     not go around the white in this order, counterclockwise
     */
    public RenderingParameters {
        if (!(peakLuminance >= LOWEST_PEAK && peakLuminance <= HIGHEST_PEAK)) {
            throw new IllegalArgumentException(
                    "a peak luminance must be " + LOWEST_PEAK + " to " + HIGHEST_PEAK + " cd/m², not " + peakLuminance);
        }
        Chromaticity white = limiting.white();
        if (!(turnsLeft(limiting.red(), limiting.green(), white)
                && turnsLeft(limiting.green(), limiting.blue(), white)
                && turnsLeft(limiting.blue(), limiting.red(), white)
                && white.y() > 0)) {
            throw new IllegalArgumentException(
                    "limiting primaries must be a triangle of red, green and blue with the white inside, not "
                            + limiting);
        }
    }

    /** Whether the way from one point by a second to a third bends to the left. */
    private static boolean turnsLeft(Chromaticity from, Chromaticity by, Chromaticity to) {
        double area = (by.x() - from.x()) * (to.y() - from.y()) - (to.x() - from.x()) * (by.y() - from.y());
        return area > LEAST_AREA;
    }

    /** The largest linear value the rendering puts out: the peak luminance in units of 100 cd/m². */
    double peak() {
        return peakLuminance / 100;
    }
}
