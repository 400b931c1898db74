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

/**
 * The color appearance model of the ACES 2 rendering between linear RGB of one set of primaries (1.0 = 100 cd/m²) and
 * JMh: lightness J (100 for a white of 100 cd/m²), colorfulness M and hue h in degrees, 0 to 360.
 *
 * <p>It is CIECAM16 with primaries of its own, full adaptation to the white of the RGB space, an adapting luminance of
 * 100 cd/m², a background of 20 and a dim surround. RGB becomes cone responses, these an achromatic response A (1 for
 * white) and two opponent responses a and b; J is a power of A, M and h are the polar form of a and b.
 *
 * <p>Sources: Li et al., "Comprehensive color solutions: CAM16, CAT16, and CAM16-UCS", 2017; the ACES 2 Output
 * Transform as of April 2025 and OpenColorIO 2.4.2.
 */
final class AppearanceModel {
    /** A luminance of 1.0 in cd/m², and the J of a white of that luminance. */
    static final double REFERENCE_LUMINANCE = 100;
    /** The exponent of the cone response. */
    static final double CONE_EXPONENT = 0.42;
    /** The half-saturation of the cone response. */
    static final double CONE_OFFSET = 27.13;
    /** The largest cone response that is inverted: a response never reaches 1. */
    static final double HIGHEST_CONE_RESPONSE = 0.99;
    /** The exponent c z between achromatic response and lightness. */
    static final double LIGHTNESS_EXPONENT = 0.59 * (1.48 + Math.sqrt(20 / REFERENCE_LUMINANCE));
    /** The factor of luminance level adaptation F_L per cd/m². */
    static final double ADAPTATION = adaptation() / REFERENCE_LUMINANCE;
    /** The cone response to a white of 100 cd/m². */
    static final double WHITE_CONE_RESPONSE = coneResponse(ADAPTATION * REFERENCE_LUMINANCE);

    private static final Chromaticities CONE_PRIMARIES =
            Chromaticities.of(0.8336, 0.1735, 2.3854, -1.4659, 0.087, -0.125, 0.333, 0.333);
    private static final double SURROUND_INDUCTION = 0.9;

    private final Matrix3 rgbToCone;
    private final Matrix3 coneToRgb;
    private final Matrix3 responseToAab;
    private final Matrix3 aabToResponse;

    /** The model for linear RGB with these primaries and white. */
    AppearanceModel(Chromaticities primaries) {
        Matrix3 xyzToCone = CONE_PRIMARIES.toXyz().inverse();
        double[] white = xyzToCone.times(primaries.white().toXyz());
        double level = ADAPTATION * REFERENCE_LUMINANCE;
        rgbToCone = Matrix3.diagonal(level / white[0], level / white[1], level / white[2])
                .times(xyzToCone)
                .times(primaries.toXyz());
        coneToRgb = rgbToCone.inverse();
        // Full adaptation gives white the same response in each cone, so A needs one division only.
        double scale = 1 / ((2 + 1 + 1 / 20.0) * WHITE_CONE_RESPONSE);
        double opponent = 400 * 43 * SURROUND_INDUCTION;
        responseToAab = Matrix3.diagonal(scale, opponent, opponent)
                .times(Matrix3.of(2, 1, 1 / 20.0, 1, -12 / 11.0, 1 / 11.0, 1 / 9.0, 1 / 9.0, -2 / 9.0));
        aabToResponse = responseToAab.inverse();
    }

    /** From linear RGB to adapted cone signals. */
    Matrix3 rgbToCone() {
        return rgbToCone;
    }

    /** From adapted cone signals to linear RGB. */
    Matrix3 coneToRgb() {
        return coneToRgb;
    }

    /** From cone responses to the achromatic and the two opponent responses. */
    Matrix3 responseToAab() {
        return responseToAab;
    }

    /** From the achromatic and the two opponent responses to cone responses. */
    Matrix3 aabToResponse() {
        return aabToResponse;
    }

    /** The achromatic and the two opponent responses to linear RGB. */
    double[] rgbToAab(double... rgb) {
        double[] cone = rgbToCone.times(rgb);
        for (int i = 0; i < 3; i++) {
            cone[i] = Math.copySign(coneResponse(Math.abs(cone[i])), cone[i]);
        }
        return responseToAab.times(cone);
    }

    /** JMh of linear RGB; all three are 0 where the achromatic response is not positive. */
    double[] rgbToJmh(double... rgb) {
        double[] aab = rgbToAab(rgb);
        if (aab[0] <= 0) {
            return new double[3];
        }
        double hue = Math.toDegrees(Math.atan2(aab[2], aab[1]));
        return new double[] {achromaticToLightness(aab[0]), Math.hypot(aab[1], aab[2]), hue < 0 ? hue + 360 : hue};
    }

    /** Linear RGB of JMh: undoes {@link #rgbToJmh} where J is positive. */
    double[] jmhToRgb(double lightness, double colorfulness, double hue) {
        double angle = Math.toRadians(hue);
        double[] cone = aabToResponse.times(new double[] {
            lightnessToAchromatic(lightness), colorfulness * Math.cos(angle), colorfulness * Math.sin(angle)
        });
        for (int i = 0; i < 3; i++) {
            cone[i] = Math.copySign(coneSignal(Math.abs(cone[i])), cone[i]);
        }
        return coneToRgb.times(cone);
    }

    /** The response of a cone to a signal of 0 or more: 0 to below 1. */
    static double coneResponse(double signal) {
        double power = Math.pow(signal, CONE_EXPONENT);
        return power / (CONE_OFFSET + power);
    }

    /** The signal that gives a cone response of 0 or more; undoes {@link #coneResponse}. */
    static double coneSignal(double response) {
        double limited = Math.min(response, HIGHEST_CONE_RESPONSE);
        return Math.pow(CONE_OFFSET * limited / (1 - limited), 1 / CONE_EXPONENT);
    }

    /** The lightness J of an achromatic response of 0 or more. */
    static double achromaticToLightness(double achromatic) {
        return REFERENCE_LUMINANCE * Math.pow(achromatic, LIGHTNESS_EXPONENT);
    }

    /** The achromatic response of a lightness J of 0 or more. */
    static double lightnessToAchromatic(double lightness) {
        return Math.pow(lightness / REFERENCE_LUMINANCE, 1 / LIGHTNESS_EXPONENT);
    }

    /** The achromatic response of a neutral of a luminance in cd/m². */
    static double luminanceToAchromatic(double luminance) {
        return coneResponse(luminance * ADAPTATION) / WHITE_CONE_RESPONSE;
    }

    /** The luminance in cd/m² of the neutral with an achromatic response. */
    static double achromaticToLuminance(double achromatic) {
        return coneSignal(achromatic * WHITE_CONE_RESPONSE) / ADAPTATION;
    }

    /** The lightness J of a neutral of a luminance in cd/m². */
    static double luminanceToLightness(double luminance) {
        return achromaticToLightness(luminanceToAchromatic(luminance));
    }

    private static double adaptation() {
        double adapting = 5 * 100.0; // five times the adapting luminance
        double k = 1 / (adapting + 1);
        double k4 = k * k * k * k;
        return 0.2 * k4 * adapting + 0.1 * (1 - k4) * (1 - k4) * Math.cbrt(adapting);
    }
}
