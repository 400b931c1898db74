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
 * What the peak luminance in the name of a standard output transform stands for. A cinema screen of 48 cd/m² shows the
 * rendering for 100; the brighter cinema screens of 108 and 300 cd/m² show the renderings for 225 and 625, scaled down
 * in the same proportion, 48 to 100. All others mean what they say.
 *
 * @param rendering what is rendered
 * @param linearScale the factor on the rendered linear light
 */
record CinemaScale(RenderingParameters rendering, double linearScale) {
    /**
     * The factor for digital cinema distribution masters, SMPTE ST 428-1: the white of 48 cd/m² against the 52.37 cd/m²
     * of code value 1.
     */
    static final double DISTRIBUTION_MASTER = 48 / 52.37;

    private static final double DIM_SCREEN = 0.48;

    /** What is shown for a peak luminance in a name, in cd/m². */
    static CinemaScale of(int nits, Chromaticities limiting) {
        return switch (nits) {
            case 48 -> new CinemaScale(new RenderingParameters(100, limiting), 1);
            case 108, 300 -> new CinemaScale(new RenderingParameters(nits / DIM_SCREEN, limiting), DIM_SCREEN);
            default -> new CinemaScale(new RenderingParameters(nits, limiting), 1);
        };
    }
}
