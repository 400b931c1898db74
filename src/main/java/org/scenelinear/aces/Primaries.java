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
import org.scenelinear.math.Matrix3;

/** The chromaticities that the ACES 2 output transforms are made of, and their matrices. */
final class Primaries {
    /** ACES2065-1, SMPTE ST 2065-1. */
    static final Chromaticities AP0 = Chromaticities.of(0.7347, 0.2653, 0, 1, 0.0001, -0.077, 0.32168, 0.33767);
    /** ACEScg and the other working spaces, Academy S-2014-004. */
    static final Chromaticities AP1 = Chromaticities.of(0.713, 0.293, 0.165, 0.83, 0.128, 0.044, 0.32168, 0.33767);
    /** ITU-R BT.709. */
    static final Chromaticities REC709 = Chromaticities.of(0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329);
    /** ITU-R BT.709 with the ACES white. */
    static final Chromaticities REC709_D60 = Chromaticities.of(0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.32168, 0.33767);
    /** SMPTE EG 432-1, with the white D65. */
    static final Chromaticities P3_D65 = Chromaticities.of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.3127, 0.329);
    /** SMPTE EG 432-1, with the ACES white. */
    static final Chromaticities P3_D60 = Chromaticities.of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.32168, 0.33767);
    /** ITU-R BT.2020 and BT.2100. */
    static final Chromaticities REC2020 = Chromaticities.of(0.708, 0.292, 0.17, 0.797, 0.131, 0.046, 0.3127, 0.329);
    /** ITU-R BT.2020 with the ACES white. */
    static final Chromaticities REC2020_D60 =
            Chromaticities.of(0.708, 0.292, 0.17, 0.797, 0.131, 0.046, 0.32168, 0.33767);
    /** CIE XYZ itself, in which digital cinema distribution masters are encoded. */
    static final Chromaticities XYZ_E = Chromaticities.of(1, 0, 0, 1, 0, 0, 1.0 / 3, 1.0 / 3);

    private Primaries() {}

    /**
     * The matrix from linear RGB of these chromaticities to CIE XYZ (SMPTE RP 177), which gives RGB (1, 1, 1) the
     * luminance Y = 1. Unlike a form that divides by the y of each primary it takes XYZ itself too, where two are 0.
     */
    static Matrix3 toXyz(Chromaticities c) {
        Matrix3 primaries = Matrix3.of(
                c.red().x(),
                c.green().x(),
                c.blue().x(),
                c.red().y(),
                c.green().y(),
                c.blue().y(),
                1 - c.red().x() - c.red().y(),
                1 - c.green().x() - c.green().y(),
                1 - c.blue().x() - c.blue().y());
        double[] scale = primaries.inverse().times(c.white().toXyz());
        return primaries.times(Matrix3.diagonal(scale[0], scale[1], scale[2]));
    }

    /** The matrix between two spaces without adaptation: the same XYZ. */
    static Matrix3 conversion(Chromaticities from, Chromaticities to) {
        return from.equals(to) ? Matrix3.IDENTITY : toXyz(to).inverse().times(toXyz(from));
    }
}
