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

import org.scenelinear.math.Matrix3;

/**
 * A color in Oklab: Ottosson, A perceptual color space for image processing, 2020, matrices of 2021-01-25. Negative
 * cone signals keep their sign.
 *
 * @param lightness 0 for black, 1 for the white D65
 * @param a green to red
 * @param b blue to yellow
 */
public record Oklab(double lightness, double a, double b) {
    private static final Matrix3 TO_CONES = Matrix3.of(
            0.8189330101,
            0.3618667424,
            -0.1288597137,
            0.0329845436,
            0.9293118715,
            0.0361456387,
            0.0482003018,
            0.2643662691,
            0.6338517070);
    private static final Matrix3 TO_LAB = Matrix3.of(
            0.2104542553,
            0.7936177850,
            -0.0040720468,
            1.9779984951,
            -2.4285922050,
            0.4505937099,
            0.0259040371,
            0.7827717662,
            -0.8086757660);

    /**
     * The coordinates of a color.
     *
     * @param xyz X, Y, Z under the white D65, which has Y = 1
     */
    public static Oklab of(double[] xyz) {
        double[] cones = TO_CONES.times(xyz);
        double[] lab = TO_LAB.times(new double[] {Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])});
        return new Oklab(lab[0], lab[1], lab[2]);
    }
}
