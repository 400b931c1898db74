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
 * The primaries and white of an RGB color space.
 *
 * @param red chromaticity of RGB (1, 0, 0)
 * @param green chromaticity of RGB (0, 1, 0)
 * @param blue chromaticity of RGB (0, 0, 1)
 * @param white chromaticity of RGB (1, 1, 1)
 */
public record Chromaticities(Chromaticity red, Chromaticity green, Chromaticity blue, Chromaticity white) {
    /** Primaries and white from eight coordinates: red x y, green x y, blue x y, white x y. */
    public static Chromaticities of(
            double rx, double ry, double gx, double gy, double bx, double by, double wx, double wy) {
        return new Chromaticities(
                new Chromaticity(rx, ry), new Chromaticity(gx, gy), new Chromaticity(bx, by), new Chromaticity(wx, wy));
    }
}
