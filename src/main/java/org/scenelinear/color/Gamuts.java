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

import org.scenelinear.math.Matrix3;

/** Primaries and whites of RGB spaces, and where their numbers come from. */
final class Gamuts {
    /** SMPTE ST 2065-1:2012, table 1; larger than all visible colors. */
    static final Chromaticities AP0 = of(0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, Whites.ACES);
    /** Academy specification S-2014-004. */
    static final Chromaticities AP1 = of(0.713, 0.293, 0.165, 0.83, 0.128, 0.044, Whites.ACES);
    /** ITU-R BT.709-6, item 1.3; those of sRGB too. */
    static final Chromaticities REC709 = of(0.64, 0.33, 0.3, 0.6, 0.15, 0.06, Whites.D65);
    /** The primaries of SMPTE RP 431-2 with the white D65: SMPTE EG 432-1:2010. */
    static final Chromaticities P3_D65 = of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, Whites.D65);
    /** Digital cinema projectors: SMPTE RP 431-2:2011. */
    static final Chromaticities P3_DCI = of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, Whites.DCI);
    /** The primaries of SMPTE RP 431-2 with the white of ACES. */
    static final Chromaticities P3_D60 = of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, Whites.ACES);
    /** ITU-R BT.2020-2, table 3; those of F-Gamut, N-Gamut and Leica's L-Log too. */
    static final Chromaticities REC2020 = of(0.708, 0.292, 0.17, 0.797, 0.131, 0.046, Whites.D65);
    /** Adobe RGB (1998) Color Image Encoding, version 2005-05, section 4.3.1.1. */
    static final Chromaticities ADOBE_RGB = of(0.64, 0.33, 0.21, 0.71, 0.15, 0.06, Whites.D65);
    /** ROMM RGB: ISO 22028-2:2013; ANSI, Specification of ROMM RGB, 2003. */
    static final Chromaticities PROPHOTO = of(0.7347, 0.2653, 0.1596, 0.8404, 0.0366, 0.0001, Whites.D50);
    /** CIE XYZ itself; equal values are the white E. */
    static final Chromaticities XYZ = of(1, 0, 0, 1, 0, 0, Whites.E);
    /** ARRI: ALEXA Log C Curve, Usage in VFX, 2012 (revised March 9, 2017). */
    static final Chromaticities ARRI_WIDE_GAMUT_3 = of(0.684, 0.313, 0.221, 0.848, 0.0861, -0.102, Whites.D65);
    /** Cooper and Brendel: ARRI LogC4 Logarithmic Color Space, Specification, 2022. */
    static final Chromaticities ARRI_WIDE_GAMUT_4 = of(0.7347, 0.2653, 0.1424, 0.8576, 0.0991, -0.0308, Whites.D65);
    /** Sony: Technical Summary for S-Gamut3.Cine/S-Log3 and S-Gamut3/S-Log3; those of S-Gamut too. */
    static final Chromaticities S_GAMUT3 = of(0.73, 0.28, 0.14, 0.855, 0.1, -0.05, Whites.D65);
    /** Same source. */
    static final Chromaticities S_GAMUT3_CINE = of(0.766, 0.275, 0.225, 0.8, 0.089, -0.087, Whites.D65);
    /** Sony Venice: the Academy's input transform IDT.Sony.Venice_SLog3_SGamut3, 2020. */
    static final Chromaticities VENICE_S_GAMUT3 = of(
            0.740464264304292,
            0.27936437475066,
            0.089241145423286,
            0.893809528608105,
            0.110488236673827,
            -0.052579333080476,
            Whites.D65);
    /** Sony Venice: the Academy's input transform IDT.Sony.Venice_SLog3_SGamut3Cine, 2020. */
    static final Chromaticities VENICE_S_GAMUT3_CINE = of(
            0.775901871567345,
            0.274502392854799,
            0.188682902773355,
            0.828684937020288,
            0.101337382499301,
            -0.089187517306263,
            Whites.D65);
    /** RED: White Paper on REDWideGamutRGB and Log3G10, 2017 (915-0187, revision C). */
    static final Chromaticities RED_WIDE_GAMUT =
            of(0.780308, 0.304253, 0.121595, 1.493994, 0.095612, -0.084589, Whites.D65);
    /** Canon: Cinema Gamut, in EOS C500 Firmware Update, 2014. */
    static final Chromaticities CINEMA_GAMUT = of(0.74, 0.27, 0.17, 1.14, 0.08, -0.1, Whites.D65);
    /** Panasonic: VARICAM V-Log/V-Gamut Reference Manual, 2014. */
    static final Chromaticities V_GAMUT = of(0.73, 0.28, 0.165, 0.84, 0.1, -0.03, Whites.D65);
    /** Blackmagic Design: Wide Gamut Intermediate, DaVinci Resolve 17, 2020. */
    static final Chromaticities DAVINCI_WIDE_GAMUT = of(0.8, 0.313, 0.1682, 0.9877, 0.079, -0.1155, Whites.D65);
    /** Fujifilm: F-Log2 C Data Sheet, version 1.0, 2024. */
    static final Chromaticities F_GAMUT_C = of(0.7347, 0.2653, 0.0263, 0.9737, 0.1173, -0.0224, Whites.D65);
    /** DJI: White Paper on D-Log and D-Gamut of DJI Cinema Color System, 2017. */
    static final Chromaticities D_GAMUT = of(0.71, 0.31, 0.21, 0.88, 0.09, -0.08, Whites.D65);
    /** Apple Log 2's, as OpenColorIO's configuration of ACES 2.1 has them. */
    static final Chromaticities APPLE_WIDE_GAMUT = of(0.725, 0.301, 0.221, 0.814, 0.068, -0.076, Whites.D65);
    /**
     * GoPro's native primaries, as colour-science derives them from the matrix in OpenColorIO's configuration of ACES
     * 1.0.3.
     */
    static final Chromaticities PROTUNE_NATIVE = of(
            0.698480461493841,
            0.193026445370121,
            0.329555378387345,
            1.024596624134644,
            0.108442631407675,
            -0.034678569754016,
            Whites.D65);
    /** FilmLight: E-Gamut, as its author Daniele Siragusano told the authors of colour-science in 2018. */
    static final Chromaticities E_GAMUT = of(0.8, 0.3177, 0.18, 0.9, 0.065, -0.0805, Whites.D65);
    /** Blackmagic Design: Generation 5 Color Science, 2021; a white of its own, near D65. */
    static final Chromaticities BLACKMAGIC_WIDE_GAMUT = of(
            0.7177215, 0.3171181, 0.2280410, 0.8615690, 0.1005841, -0.0820452, new Chromaticity(0.3127170, 0.3290312));
    /** The exposures of ADX: the matrix to ACES2065-1 of the Academy's transform, to five digits. */
    static final Chromaticities ADX = Chromaticities.ofMatrix(AP0.toXyz()
            .times(Matrix3.of(0.72286, 0.12630, 0.15084, 0.11923, 0.76418, 0.11659, 0.01427, 0.08213, 0.90359)));
    /**
     * The S-Gamut of the Academy's input transforms IDT.Sony.SLog1_SGamut_10i and _12i: Sony's matrix to ACES2065-1. No
     * adaptation of {@link #S_GAMUT3} gives it. Its rows miss 1 by up to 5e-6; here gray stays gray exactly.
     */
    static final Chromaticities S_GAMUT_TO_ACES = toAces(Matrix3.of(
            0.754338638,
            0.133697046,
            0.111968437,
            0.021198141,
            1.005410934,
            -0.026610548,
            -0.009756991,
            0.004508563,
            1.005253201));
    /** S-Gamut in daylight of 5500 K: Sony's matrix in IDT.Sony.SLog2_SGamut_Daylight_10i and _12i. */
    static final Chromaticities S_GAMUT_DAYLIGHT = toAces(Matrix3.of(
            0.8764457030,
            0.0145411681,
            0.1090131290,
            0.0774075345,
            0.9529571767,
            -0.0303647111,
            0.0573564351,
            -0.1151066335,
            1.0577501984));
    /** S-Gamut in tungsten light of 3200 K or 4300 K: Sony's matrix in IDT.Sony.SLog2_SGamut_Tungsten_10i and _12i. */
    static final Chromaticities S_GAMUT_TUNGSTEN = toAces(Matrix3.of(
            1.0110238740,
            -0.1362526051,
            0.1252287310,
            0.1011994504,
            0.9562196265,
            -0.0574190769,
            0.0600766530,
            -0.1010185315,
            1.0409418785));

    private Gamuts() {}

    /** The primaries of a matrix to ACES2065-1 whose rows add up to 1: equal values are the white of ACES. */
    private static Chromaticities toAces(Matrix3 matrix) {
        Chromaticities c = Chromaticities.ofMatrix(AP0.toXyz().times(matrix));
        return new Chromaticities(c.red(), c.green(), c.blue(), Whites.ACES);
    }

    private static Chromaticities of(
            double rx, double ry, double gx, double gy, double bx, double by, Chromaticity white) {
        return Chromaticities.of(rx, ry, gx, gy, bx, by, white.x(), white.y());
    }
}
