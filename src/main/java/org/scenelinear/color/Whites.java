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

/** The chromaticities of the whites that RGB spaces are built on (CIE 1931 2 degree observer). */
public final class Whites {
    /** Average daylight, 6504 K, rounded to four digits as ITU-R BT.709-6 and most video standards give it. */
    public static final Chromaticity D65 = new Chromaticity(0.3127, 0.3290);
    /** The white of all ACES spaces, near daylight of 6000 K and often called D60: SMPTE ST 2065-1:2012. */
    public static final Chromaticity ACES = new Chromaticity(0.32168, 0.33767);
    /** Horizon daylight, 5003 K, the white of print and ICC profiles: ISO 3664, rounded to four digits. */
    public static final Chromaticity D50 = new Chromaticity(0.3457, 0.3585);
    /** Daylight of 5503 K: CIE 15:2004, rounded to five digits. */
    public static final Chromaticity D55 = new Chromaticity(0.33243, 0.34744);
    /** Daylight of 7504 K: CIE 15:2004, rounded to five digits. */
    public static final Chromaticity D75 = new Chromaticity(0.29903, 0.31488);
    /** Incandescent light of 2856 K: CIE 15:2004, rounded to five digits. */
    public static final Chromaticity A = new Chromaticity(0.44758, 0.40745);
    /** The old simulation of daylight, the white of NTSC in 1953: CIE 15:2004, rounded to five digits. */
    public static final Chromaticity C = new Chromaticity(0.31006, 0.31616);
    /** Equal energy at all wavelengths. */
    public static final Chromaticity E = new Chromaticity(1.0 / 3, 1.0 / 3);
    /** The white of digital cinema projectors: SMPTE RP 431-2:2011. */
    public static final Chromaticity DCI = new Chromaticity(0.314, 0.351);

    private Whites() {}
}
