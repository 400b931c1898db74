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
 * A color in CIE 1976 L*a*b*: ISO/CIE 11664-4:2019. Made for the reflecting surfaces of a scene; above the white it
 * goes on by the same formula, but equal distances are not seen as equal there.
 *
 * @param lightness L*, 0 for black, 100 for the white
 * @param a green to red
 * @param b blue to yellow
 */
public record CieLab(double lightness, double a, double b) {
    private static final double BREAK = 6.0 / 29;

    /**
     * The coordinates of a color.
     *
     * @param xyz X, Y, Z; the white has Y = 1
     * @param white what is white under the same light
     */
    public static CieLab of(double[] xyz, Chromaticity white) {
        double[] reference = white.toXyz();
        double x = root(xyz[0] / reference[0]);
        double y = root(xyz[1] / reference[1]);
        double z = root(xyz[2] / reference[2]);
        return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** The cube root with a straight piece near and below 0. */
    private static double root(double t) {
        return t > BREAK * BREAK * BREAK ? Math.cbrt(t) : t / (3 * BREAK * BREAK) + 4.0 / 29;
    }

    /** How colorful it is, C*ab. */
    public double chroma() {
        return Math.hypot(a, b);
    }

    /** The hue, h ab, 0 to 360 degrees. */
    public double hue() {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
