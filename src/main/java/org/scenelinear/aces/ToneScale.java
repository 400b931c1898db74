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

/**
 * The tone scale of the ACES 2 rendering: scene luminance to display luminance, both in cd/m² with a scene white of 1.0
 * at 100. Middle grey of 0.18 becomes about 10 cd/m² on a display of 100 cd/m², a little more on a brighter one; the
 * curve bends over below the peak and has a small toe for flare.
 *
 * <p>The constants are those of the ACES 2 Output Transform. {@code m2}, {@code s2} and {@code T1} are its names.
 */
final class ToneScale {
    /** The exponent of contrast. */
    static final double CONTRAST = 1.15;
    /** The toe for flare and glare. */
    static final double T1 = 0.04;

    private static final double GREY = 0.18;
    private static final double GREY_LUMINANCE = 10.013;
    private static final double GREY_CHANGE = 0.14;
    private static final double LOWEST_ROOF = 128;
    private static final double HIGHEST_ROOF = 896;

    private final double m2;
    private final double s2;
    private final double displayGrey;
    private final double forwardLimit;
    private final double inverseLimit;
    private final double logPeak;

    /** The tone scale to a display of a peak luminance in cd/m². */
    ToneScale(double peakLuminance) {
        double peak = peakLuminance / AppearanceModel.REFERENCE_LUMINANCE;
        logPeak = Math.log10(peak);
        double roof = LOWEST_ROOF + (HIGHEST_ROOF - LOWEST_ROOF) * (Math.log(peak) / Math.log(100));
        double m1 = beforeToe(peak);
        double m = m1 / Math.pow(roof / m1 / (roof / m1 + 1), CONTRAST);
        displayGrey = GREY_LUMINANCE * (1 + Math.log(peak) / Math.log(2) * GREY_CHANGE);
        double grey = Math.pow(beforeToe(displayGrey / AppearanceModel.REFERENCE_LUMINANCE) / m, 1 / CONTRAST);
        double w2 = GREY * (1 - grey) / (m1 * grey);
        s2 = w2 * m1 * AppearanceModel.REFERENCE_LUMINANCE;
        double u2 = Math.pow(roof / m1 / (roof / m1 + w2), CONTRAST);
        m2 = m1 / u2;
        forwardLimit = 8 * roof;
        inverseLimit = peak / u2;
    }

    /** The display luminance in cd/m² of a scene luminance of 0 or more. */
    double luminance(double scene) {
        double f = m2 * Math.pow(scene / (scene + s2), CONTRAST);
        return f * f / (f + T1) * AppearanceModel.REFERENCE_LUMINANCE;
    }

    /** The achromatic response on the display for one of 0 or more in the scene. */
    double achromatic(double scene) {
        return AppearanceModel.luminanceToAchromatic(luminance(AppearanceModel.achromaticToLuminance(scene)));
    }

    /** The scene luminance in cd/m² for a display luminance of 0 or more; undoes {@link #luminance} up to the peak. */
    double sceneLuminance(double display) {
        double f = beforeToe(Math.min(display / AppearanceModel.REFERENCE_LUMINANCE, inverseLimit));
        double part = Math.pow(f / m2, 1 / CONTRAST);
        return s2 * part / (1 - part);
    }

    /** The achromatic response in the scene for one of 0 or more on the display; undoes {@link #achromatic}. */
    double sceneAchromatic(double display) {
        return AppearanceModel.luminanceToAchromatic(sceneLuminance(AppearanceModel.achromaticToLuminance(display)));
    }

    /** The scale of the curve before its toe. */
    double m2() {
        return m2;
    }

    /** The scene luminance at which the ratio under the power is one half, in cd/m². */
    double s2() {
        return s2;
    }

    /** The luminance of middle grey on the display in cd/m². */
    double displayGrey() {
        return displayGrey;
    }

    /** The largest linear AP1 value that is rendered; larger ones count as this. */
    double forwardLimit() {
        return forwardLimit;
    }

    /** The display luminance, in units of 100 cd/m², up to which the curve is inverted; a little above the peak. */
    double inverseLimit() {
        return inverseLimit;
    }

    /** The common logarithm of the peak luminance in units of 100 cd/m². */
    double logPeak() {
        return logPeak;
    }

    /** Undoes the toe, f f / (f + t1). */
    private static double beforeToe(double value) {
        return 0.5 * (value + Math.sqrt(value * (value + 4 * T1)));
    }
}
