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
import org.scenelinear.color.ColorSpaces;

/** The chromaticities that the standard ACES 2 output transforms are made of. */
final class Primaries {
    static final Chromaticities AP0 = ColorSpaces.ACES2065_1.chromaticities();
    static final Chromaticities AP1 = ColorSpaces.ACESCG.chromaticities();
    static final Chromaticities REC709 = ColorSpaces.LINEAR_REC709.chromaticities();
    static final Chromaticities P3_D65 = ColorSpaces.LINEAR_P3_D65.chromaticities();
    static final Chromaticities REC2020 = ColorSpaces.LINEAR_REC2020.chromaticities();
    /** Rec.709 with the ACES white, which is called D60 though it is not quite. */
    static final Chromaticities REC709_D60 = withWhite(REC709, AP0.white());
    /** P3 with the ACES white. */
    static final Chromaticities P3_D60 = withWhite(P3_D65, AP0.white());
    /** Rec.2020 with the ACES white. */
    static final Chromaticities REC2020_D60 = withWhite(REC2020, AP0.white());
    /** CIE XYZ itself, in which digital cinema distribution masters are encoded. */
    static final Chromaticities XYZ_E = Chromaticities.of(1, 0, 0, 1, 0, 0, 1.0 / 3, 1.0 / 3);

    private Primaries() {}

    private static Chromaticities withWhite(Chromaticities c, Chromaticity white) {
        return new Chromaticities(c.red(), c.green(), c.blue(), white);
    }
}
