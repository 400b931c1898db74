/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color.cie;

import org.scenelinear.color.Chromaticity;

/**
 * A point of the CIE 1976 uniform chromaticity scale diagram: ISO/CIE 11664-5:2016.
 *
 * @param u the u' coordinate
 * @param v the v' coordinate
 */
public record UniformChromaticity(double u, double v) {
    /**
     * The point of an xy chromaticity.
     *
     * @param xy a chromaticity
     */
    public static UniformChromaticity of(Chromaticity xy) {
        double divisor = -2 * xy.x() + 12 * xy.y() + 3;
        return new UniformChromaticity(4 * xy.x() / divisor, 9 * xy.y() / divisor);
    }

    /** The same color in the CIE 1931 xy diagram. */
    public Chromaticity toXy() {
        double divisor = 6 * u - 16 * v + 12;
        return new Chromaticity(9 * u / divisor, 4 * v / divisor);
    }
}
