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

import java.util.List;

/**
 * The cameras' curves, from the papers of their makers. Linear 0.18 is middle gray (18 % reflectance). Behavior below 0
 * and above 1 as in the family of each: {@link LogCurve} (nothing is clipped), {@link SymmetricLogCurve} (nothing is
 * clipped), {@link PowerLogCurve} and {@link PureLogCurve} (limited below black). OpenColorIO's built-in transforms are
 * tables for Apple Log and Canon Log 2 and 3 and stop at the code values 0 and 1 for Canon's; these curves go on.
 */
public final class CameraCurves {
    /** Cooper and Brendel: ARRI LogC4 Logarithmic Color Space, Specification, 2022. */
    public static final TransferCurve ARRI_LOGC4 = logC4();

    /** Sony: Technical Summary for S-Gamut3.Cine/S-Log3 and S-Gamut3/S-Log3, version 1.00. */
    public static final TransferCurve S_LOG3 = decimal("S-Log3", 1 / 0.19, 0.01 / 0.19, 261.5 / 1023, 420 / 1023.0)
            .withLine((171.2102946929 - 95) / 0.01125 / 1023, 95 / 1023.0, 0.01125, 171.2102946929 / 1023);

    /**
     * Gaggioni and others, Sony: S-Log, A new LUT for digital production mastering and interchange applications; in
     * legal range of 10 bits.
     */
    public static final TransferCurve S_LOG = sLog("S-Log", 1 / 0.9, 10);

    /** Sony: S-Log2 Technical Paper, 2012: S-Log of 155/219 of the light, in legal range of 10 bits. */
    public static final TransferCurve S_LOG2 = sLog("S-Log2", 155 / 219.0 / 0.9, 10);

    /** S-Log in legal range of 12 bits, 256 to 3760 of 4095. */
    public static final TransferCurve S_LOG_12 = sLog("S-Log (12-bit)", 1 / 0.9, 12);

    /** S-Log2 in legal range of 12 bits, 256 to 3760 of 4095. */
    public static final TransferCurve S_LOG2_12 = sLog("S-Log2 (12-bit)", 155 / 219.0 / 0.9, 12);

    /** Panasonic: VARICAM V-Log/V-Gamut Reference Manual, 2014. */
    public static final TransferCurve V_LOG =
            decimal("V-Log", 1, 0.00873, 0.241514, 0.598206).withLine(5.6, 0.125, 0.01, 0.181);

    /** RED: White Paper on REDWideGamutRGB and Log3G10, 2017 (915-0187, revision C): below linear -0.01 a line. */
    public static final TransferCurve LOG3G10 = decimal("Log3G10", 155.975327, 155.975327 * 0.01 + 1, 0.224282, 0)
            .withLine(15.1927, 15.1927 * 0.01, -0.01, 0);

    /** RED's Log3G12, as Graeme Nattress told the authors of colour-science in 2016: mirrored at black. */
    public static final TransferCurve LOG3G12 =
            SymmetricLogCurve.meeting("Log3G12", 347.189667, 0.184904 * Math.log10(2), 0);

    /** Blackmagic Design: Blackmagic Generation 5 Color Science, 2021. */
    public static final TransferCurve BLACKMAGIC_FILM_5 = natural(
                    "Blackmagic Film Generation 5", 0.005494072432257808, 0.08692876065491224, 0.5300133392291939)
            .withLine(8.283605932402494, 0.09246575342465753, 0.005, 8.283605932402494 * 0.005 + 0.09246575342465753);

    /** Blackmagic Design: Wide Gamut Intermediate, DaVinci Resolve 17, 2020. */
    public static final TransferCurve DAVINCI_INTERMEDIATE = new LogCurve(
            "DaVinci Intermediate", 1, 0.0075, 0.07329248, 7 * 0.07329248, 10.44426855, 0, 0.00262409, 0.02740668);

    /** Fujifilm: F-Log Data Sheet, version 1.1, 2022. */
    public static final TransferCurve F_LOG = decimal("F-Log", 0.555556, 0.009468, 0.344676, 0.790453)
            .withLine(8.735631, 0.092864, 0.00089, 0.100537775223865);

    /** Fujifilm: F-Log2 Data Sheet, version 1.0, 2022. */
    public static final TransferCurve F_LOG2 = decimal("F-Log2", 5.555556, 0.064829, 0.245281, 0.384316)
            .withLine(8.799461, 0.092864, 0.000889, 0.100686685370811);

    /** Leica: L-Log Reference Manual, 2022. */
    public static final TransferCurve L_LOG =
            decimal("L-Log", 1.3, 0.0115, 0.27, 0.6).withLine(8, 0.09, 0.006, 0.138);

    /** DJI: White Paper on D-Log and D-Gamut of DJI Cinema Color System, 2017. */
    public static final TransferCurve D_LOG =
            decimal("D-Log", 0.9892, 0.0108, 0.256663, 0.584555).withLine(6.025, 0.0929, 0.0078, 0.14);

    /**
     * FilmLight: T-Log, as its author Daniele Siragusano told the authors of colour-science in 2018: 128 times white,
     * gradient 16 at black 0.075.
     */
    public static final TransferCurve T_LOG = tLog();

    /** Canon: Input Transform Version 202007 for EOS C300 Mark II, 2020; linear 0.9 is its unit. */
    public static final TransferCurve CANON_LOG = canon("Canon Log", 10.1596, 0.45310179, 0.12512248);

    /** Same source; linear 0.9 is its unit. */
    public static final TransferCurve CANON_LOG2 = canon("Canon Log 2", 87.099375, 0.24136077, 0.092864125);

    /** Same source; linear 0.9 is its unit. */
    public static final TransferCurve CANON_LOG3 = new SymmetricLogCurve(
            "Canon Log 3",
            14.98325 / 0.9,
            0.36726845 * Math.log10(2),
            0.12783901,
            0.12240537,
            1.9754798 / 0.9,
            0.12512219,
            0.014 * 0.9,
            0.097465473,
            0.15277891);

    /** Apple: Apple Log Profile White Paper, 2023. */
    public static final TransferCurve APPLE_LOG =
            squareLog("Apple Log", 47.28711236, -0.05641088, 0.01, 0.00964052, 0.08550479, 0.69336945);

    /** Xiaomi: Xiaomi Log Profile White Paper, 2024. */
    public static final TransferCurve MI_LOG =
            squareLog("Mi-Log", 18.10531998, -0.09023729, 0.01974185, 0.01384578, 0.09271529, 0.67291850);

    /** Nikon: N-Log Specification Document, version 1.0.0, 2018. */
    public static final TransferCurve N_LOG = new PowerLogCurve(
            "N-Log", 650 / 1023.0, 0.0075, 1 / 3.0, 0, 150 * Math.log(2) / 1023, 619 / 1023.0, 0.328, 452 / 1023.0);

    /** GoPro: Protune, the logarithm of base 113, as in OpenColorIO's configuration of ACES 1.0.3 (gopro.py, 2016). */
    public static final TransferCurve PROTUNE =
            PureLogCurve.unbounded("Protune", 112, 1, Math.log(2) / Math.log(113), 0);

    /** Kodak's scans of negatives in printing density, 10 bits: Kennel and Snider, SMPTE Journal 102, 1993. */
    public static final TransferCurve CINEON = PureLogCurve.film("Cineon", 685, 300, 95);

    /** RED's REDLogFilm: the numbers of Cineon, as Sony Imageworks' configurations for OpenColorIO have it (2012). */
    public static final TransferCurve REDLOG_FILM = PureLogCurve.film("REDLogFilm", 685, 300, 95);

    /** RED's first REDLog. Same source. */
    public static final TransferCurve REDLOG = PureLogCurve.film("REDLog", 1023, 511, 0);

    /** Panavision's Panalog of the Genesis camera. Same source. */
    public static final TransferCurve PANALOG = PureLogCurve.film("Panalog", 681, 444, 64);

    /** The curve of Thomson's Viper FilmStream camera. Same source. */
    public static final TransferCurve VIPER_LOG =
            PureLogCurve.unbounded("ViperLog", 1, 0, 500 * Math.log10(2) / 1023, 1);

    /** Josh Pines' pivoted logarithm: middle gray at code value 445 of 1023. Same source. */
    public static final TransferCurve PIVOTED_LOG =
            PureLogCurve.unbounded("PLog", 1 / 0.18, 0, 300 * Math.log10(2) / 1023, 445 / 1023.0);

    /** The exposure indices of {@link #arriLogC3}. */
    public static final List<Integer> ARRI_EXPOSURE_INDICES =
            List.of(160, 200, 250, 320, 400, 500, 640, 800, 1000, 1280, 1600);

    /** Cut, b, c, d, e, f of each exposure index. */
    private static final double[][] LOGC3 = {
        {0.005561, 0.080216, 0.269036, 0.381991, 5.842037, 0.092778},
        {0.006208, 0.076621, 0.266007, 0.382478, 5.776265, 0.092782},
        {0.006871, 0.072941, 0.262978, 0.382966, 5.710494, 0.092786},
        {0.007622, 0.068768, 0.259627, 0.383508, 5.637732, 0.092791},
        {0.008318, 0.064901, 0.256598, 0.383999, 5.571960, 0.092795},
        {0.009031, 0.060939, 0.253569, 0.384493, 5.506188, 0.092800},
        {0.009840, 0.056443, 0.250219, 0.385040, 5.433426, 0.092805},
        {0.010591, 0.052272, 0.247190, 0.385537, 5.367655, 0.092809},
        {0.011361, 0.047996, 0.244161, 0.386036, 5.301883, 0.092814},
        {0.012235, 0.043137, 0.240810, 0.386590, 5.229121, 0.092819},
        {0.013047, 0.038625, 0.237781, 0.387093, 5.163350, 0.092824},
    };

    private CameraCurves() {}

    /**
     * The curve of the ALEXA cameras with firmware SUP 3, between encoded values and linear scene exposure: ARRI, ALEXA
     * Log C Curve, Usage in VFX, 2012 (revised March 9, 2017), the values for linear scene exposure.
     *
     * @param exposureIndex one of {@link #ARRI_EXPOSURE_INDICES}
     * @return the curve
     * @throws IllegalArgumentException for any other exposure index
     */
    public static LogCurve arriLogC3(int exposureIndex) {
        int row = ARRI_EXPOSURE_INDICES.indexOf(exposureIndex);
        if (row < 0) {
            throw new IllegalArgumentException(
                    "ARRI LogC3 has no exposure index " + exposureIndex + ", only " + ARRI_EXPOSURE_INDICES);
        }
        double[] n = LOGC3[row];
        return decimal("ARRI LogC3 (EI" + exposureIndex + ")", 5.555556, n[1], n[2], n[3])
                .withLine(n[4], n[5], n[0], n[4] * n[0] + n[5]);
    }

    /** The logarithmic piece of a curve as the papers write it, with a logarithm of base 10. */
    private static LogPiece decimal(
            String name, double linearGain, double linearOffset, double gainPerDecade, double shift) {
        return new LogPiece(name, linearGain, linearOffset, gainPerDecade * Math.log10(2), shift);
    }

    /** The same with a natural logarithm. */
    private static LogPiece natural(String name, double linearOffset, double gain, double shift) {
        return new LogPiece(name, 1, linearOffset, gain * Math.log(2), shift);
    }

    private record LogPiece(String name, double linearGain, double linearOffset, double gain, double shift) {
        LogCurve withLine(double slope, double offset, double linearBreak, double encodedBreak) {
            return new LogCurve(name, linearGain, linearOffset, gain, shift, slope, offset, linearBreak, encodedBreak);
        }
    }

    private static LogCurve logC4() {
        double a = (0x1p18 - 16) / 117.45;
        double b = (1023 - 95) / 1023.0;
        double c = 95 / 1023.0;
        double s = 7 * Math.log(2) * Math.pow(2, 7 - 14 * c / b) / (a * b);
        double t = (Math.pow(2, 14 * (-c / b) + 6) - 64) / a;
        return new LogCurve("ARRI LogC4", a, 64, b / 14, c - 6 * b / 14, 1 / s, -t / s, t, 0);
    }

    /** S-Log puts its values into the legal range: of 8 bits 16 to 235, whose codes more bits divide. */
    private static LogCurve sLog(String name, double linearGain, int bits) {
        double codes = (1 << bits) - 1;
        double scale = (235 - 16) * (1 << bits - 8) / codes;
        double foot = 16 * (1 << bits - 8) / codes;
        double black = 0.030001222851889303 * scale + foot;
        double shift = (0.616596 + 0.03) * scale + foot;
        return decimal(name, linearGain, 0.037584, 0.432699 * scale, shift)
                .withLine(5 * linearGain * scale, black, 0, black);
    }

    private static LogCurve tLog() {
        double white = 128;
        double gradient = 16;
        double black = 0.075;
        double b = 1 / (0.7107 + 1.2359 * Math.log(white * gradient));
        double blackGradient = gradient / (1 - black);
        double c = b / blackGradient;
        double a = 1 - b * Math.log(white + c);
        double scale = (1 - black) / (1 - (a + b * Math.log(c)));
        return natural("T-Log", c, b * scale, 1 + (a - 1) * scale).withLine(blackGradient * scale, black, 0, black);
    }

    private static SymmetricLogCurve canon(String name, double linearGain, double gainPerDecade, double black) {
        return SymmetricLogCurve.meeting(name, linearGain / 0.9, gainPerDecade * Math.log10(2), black);
    }

    private static PowerLogCurve squareLog(
            String name, double square, double least, double linearBreak, double offset, double gain, double shift) {
        double toBreak = linearBreak - least;
        return new PowerLogCurve(name, square, -least, 2, offset, gain, shift, linearBreak, square * toBreak * toBreak);
    }
}
