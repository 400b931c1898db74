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
 * The plane of lightness J and colorfulness M of one hue, in which gamut compression works: colors move along straight
 * lines that aim at a focus point beyond the neutral axis, and the gamut is bounded by two power curves that meet at
 * the cusp. Constants of one peak luminance; what depends on the hue is passed in.
 */
final class GamutGeometry {
    /** The width of the rounded corner between lower and upper boundary, as a part of the cusp's M. */
    static final double SMOOTHNESS = 0.12;
    /** Where the focus lies between the cusp's J and that of middle grey. */
    static final double FOCUS_BLEND = 1.3;
    /** From where between the cusp and the highest J on the lines become steeper. */
    static final double STEEPENING_BLEND = 0.3;
    /** How far beyond the axis the focus point lies at a peak of 100 cd/m², and its growth per decade of peak. */
    private static final double FOCUS_DISTANCE = 1.35;

    private static final double FOCUS_DISTANCE_FACTOR = 1.75;

    private final double highestLightness;
    private final double greyLightness;
    private final double focusGain;
    private final double lowerExponent;

    /**
     * The geometry for a tone scale.
     *
     * @param toneScale the tone scale of the rendering
     * @param highestLightness the lightness J of the display's peak white
     */
    GamutGeometry(ToneScale toneScale, double highestLightness) {
        this.highestLightness = highestLightness;
        greyLightness = AppearanceModel.luminanceToLightness(toneScale.displayGrey());
        focusGain = highestLightness * (FOCUS_DISTANCE + FOCUS_DISTANCE * FOCUS_DISTANCE_FACTOR * toneScale.logPeak());
        lowerExponent = 1 / (1.14 + 0.07 * toneScale.logPeak());
    }

    /** The lightness J of the display's peak white. */
    double highestLightness() {
        return highestLightness;
    }

    /** The lightness J of middle grey on the display. */
    double greyLightness() {
        return greyLightness;
    }

    /** The gain of the lines below the threshold: the highest J times the distance of the focus point. */
    double focusGain() {
        return focusGain;
    }

    /** The exponent of the lower boundary, J to M. */
    double lowerExponent() {
        return lowerExponent;
    }

    /** The J at which the lines of a hue cross the axis horizontally. */
    double focus(double cuspLightness) {
        double blend = Math.min(1, FOCUS_BLEND - cuspLightness / highestLightness);
        return cuspLightness + (greyLightness - cuspLightness) * blend;
    }

    /** The J above which the lines of a hue become steeper. */
    double threshold(double cuspLightness) {
        return cuspLightness + (highestLightness - cuspLightness) * STEEPENING_BLEND;
    }

    /** The gain of the line through colors of a lightness J: the larger, the flatter. */
    double gain(double lightness, double threshold) {
        if (lightness <= threshold) {
            return focusGain;
        }
        double excess = Math.log10((highestLightness - threshold) / Math.max(0.0001, highestLightness - lightness));
        return focusGain * (excess * excess + 1);
    }

    /** The J at which the line through a color crosses the neutral axis. */
    double axisCrossing(double lightness, double colorfulness, double focus, double gain) {
        double scaled = colorfulness / gain;
        double a = scaled / focus;
        if (lightness < focus) {
            double b = 1 - scaled;
            return 2 * lightness / (b + Math.sqrt(b * b + 4 * a * lightness));
        }
        double b = 1 + scaled + highestLightness * a;
        double c = highestLightness * scaled + lightness;
        return 2 * c / (b + Math.sqrt(b * b - 4 * a * c));
    }

    /** The slope dJ/dM of the line that crosses the neutral axis at a J. */
    double slope(double crossing, double focus, double gain) {
        double direction = crossing < focus ? crossing : highestLightness - crossing;
        return direction * (crossing - focus) / (focus * gain);
    }

    /**
     * The M at which a line leaves the gamut, estimated.
     *
     * @param crossing the J at which the line crosses the axis
     * @param slope its slope
     * @param cuspCrossing the J at which the line through the cusp crosses the axis
     * @param cuspLightness the cusp's J
     * @param cuspColorfulness the cusp's M
     * @param upperExponent the exponent of the upper boundary, J to M
     */
    double gamutBoundary(
            double crossing,
            double slope,
            double cuspCrossing,
            double cuspLightness,
            double cuspColorfulness,
            double upperExponent) {
        double lower = boundary(crossing, slope, lowerExponent, cuspLightness, cuspColorfulness, cuspCrossing);
        double upper = boundary(
                highestLightness - crossing,
                -slope,
                upperExponent,
                highestLightness - cuspLightness,
                cuspColorfulness,
                highestLightness - cuspCrossing);
        double width = SMOOTHNESS * cuspColorfulness;
        double h = Math.max(width - Math.abs(lower - upper), 0) / width;
        return Math.min(lower, upper) - h * h * h * width / 6;
    }

    /** The M at which a line leaves AP1, estimated, where {@code reach} is the M of AP1 at the highest J. */
    double reachBoundary(double crossing, double slope, double reach) {
        return boundary(
                crossing, slope, 1 / AppearanceModel.LIGHTNESS_EXPONENT, highestLightness, reach, highestLightness);
    }

    /**
     * Where a line meets the power curve from the origin through (cuspJ, cuspM): the curve is replaced by its chord and
     * the line shifted so that it crosses the axis where the curve would send it.
     */
    private static double boundary(
            double crossing, double slope, double exponent, double cuspJ, double cuspM, double reference) {
        double shifted = reference * Math.pow(crossing / reference, exponent);
        return shifted * cuspM / (cuspJ - slope * cuspM);
    }
}
