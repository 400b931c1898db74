/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

/** Where a gamut ends: what every figure here takes for inside and for outside. */
final class GamutBorder {
    /**
     * How far below 0 a component may be and still lie on the border, as a part of the sum of all magnitudes. Half
     * floats round each component by up to 2<sup>-11</sup> of itself (IEEE 754-2019, binary16). Of colors on the border
     * that come back from halves of ACES2065-1 all are taken for inside, but for some 4 in 1000 of Rec.709, the
     * narrowest.
     */
    private static final double ROUNDING = 0x1p-11;

    private GamutBorder() {}

    /**
     * Whether a color lies in a gamut: no component is negative, but for rounding. Black does, a color with a NaN does
     * not.
     *
     * @param r linear component of the gamut's red
     * @param g of its green
     * @param b of its blue
     */
    static boolean isInside(double r, double g, double b) {
        double least = Math.min(r, Math.min(g, b));
        return least >= 0 || least >= -ROUNDING * (Math.abs(r) + Math.abs(g) + Math.abs(b));
    }
}
