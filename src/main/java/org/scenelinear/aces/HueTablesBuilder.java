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

import java.util.function.DoublePredicate;
import org.scenelinear.aces.HueSamples.Corner;

/**
 * Finds the entries of {@link HueTables} by bisection with the appearance model; some milliseconds for one rendering.
 * Search steps and tolerances are those of the reference, for some show in the result: the reach keeps the upper end of
 * its last interval.
 */
final class HueTablesBuilder {
    /** How much larger the cusp is taken than it is: the rounded corner of the boundary comes to lie on it. */
    private static final double CUSP_MARGIN = 1 + 0.27 * GamutGeometry.SMOOTHNESS;

    private static final double REACH_STEP = 50;
    private static final double HIGHEST_REACH = 1300;
    private static final double REACH_TOLERANCE = 1e-2;
    private static final double CUSP_TOLERANCE = 1e-7;
    private static final double EXPONENT_STEP = 0.4;
    private static final double HIGHEST_EXPONENT = 5;
    private static final double EXPONENT_TOLERANCE = 1e-5;
    /** Where between the cusp and the highest J the upper boundary is tested. */
    private static final double[] TEST_POSITIONS = {0.01, 0.1, 0.5, 0.8, 0.99};

    private final GamutGeometry geometry;
    private final AppearanceModel limiting;
    private final double peak;
    /** The edge on which the last cusp was found, and where: the next one lies beyond, even where hues turn back. */
    private int lastEdge;

    private double lastPlace;

    private HueTablesBuilder(GamutGeometry geometry, AppearanceModel limiting, double peak) {
        this.geometry = geometry;
        this.limiting = limiting;
        this.peak = peak;
    }

    /**
     * Builds the tables of a rendering.
     *
     * @param geometry the geometry of gamut compression
     * @param ap1 the model of AP1
     * @param limiting the model of the limiting gamut
     * @param peak the peak luminance in units of 100 cd/m²
     * @param highestRgb the largest AP1 value that is rendered
     */
    static HueTables build(
            GamutGeometry geometry, AppearanceModel ap1, AppearanceModel limiting, double peak, double highestRgb) {
        HueTablesBuilder builder = new HueTablesBuilder(geometry, limiting, peak);
        Corner[] corners = HueSamples.limitingCorners(limiting, peak);
        double highestAchromatic = AppearanceModel.lightnessToAchromatic(geometry.highestLightness());
        double[] hue = HueSamples.hues(HueSamples.reachCorners(ap1, highestAchromatic, highestRgb), corners);
        double[] reach = new double[HueTables.SIZE];
        double[] cuspLightness = new double[HueTables.SIZE];
        double[] cuspColorfulness = new double[HueTables.SIZE];
        double[] upperExponent = new double[HueTables.SIZE];
        for (int i = 1; i <= HueTables.CIRCLE; i++) {
            reach[i] = reach(ap1, geometry.highestLightness(), i - 1);
            double[] cusp = builder.cusp(corners, hue[i]);
            cuspLightness[i] = cusp[0];
            cuspColorfulness[i] = cusp[1] * CUSP_MARGIN;
            upperExponent[i] = 1 / builder.upperGamma(cuspLightness[i], cuspColorfulness[i], hue[i]);
        }
        HueTables.wrap(reach, 0);
        HueTables.wrap(cuspLightness, 0);
        HueTables.wrap(cuspColorfulness, 0);
        HueTables.wrap(upperExponent, 0);
        return new HueTables(hue, reach, cuspLightness, cuspColorfulness, upperExponent);
    }

    private static double reach(AppearanceModel ap1, double highestLightness, double hue) {
        return smallest(
                m -> isBelowZero(ap1.jmhToRgb(highestLightness, m, hue)), REACH_STEP, HIGHEST_REACH, REACH_TOLERANCE);
    }

    /** The smallest number above 0 that passes a test, found in steps and then by halving: the upper end. */
    private static double smallest(DoublePredicate test, double step, double highest, double tolerance) {
        int steps = 1;
        while (steps * step < highest && !test.test(steps * step)) {
            steps++;
        }
        double low = (steps - 1) * step;
        double high = steps * step;
        while (high - low > tolerance) {
            double middle = (low + high) / 2;
            if (test.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The JMh of the point with this hue on the edges of the cube that run around from corner to corner. */
    private double[] cusp(Corner[] corners, double hue) {
        int upper = 1;
        while (corners[upper].hue() <= hue) {
            upper++;
        }
        Corner from = corners[upper - 1];
        Corner to = corners[upper];
        if (from.hue() == hue) {
            return from.jmh();
        }
        double low = upper == lastEdge ? lastPlace : 0;
        double high = 1;
        while (high - low > CUSP_TOLERANCE) {
            double middle = (low + high) / 2;
            double found = limiting.rgbToJmh(between(from, to, middle))[2];
            // Across hue 0 the edge has hues of both ends of the circle: bring them next to the ends of this edge.
            if (found < from.hue()) {
                high = middle;
            } else if (found >= to.hue()) {
                low = middle;
            } else if (found > hue) {
                high = middle;
            } else {
                low = middle;
            }
        }
        lastEdge = upper;
        lastPlace = (low + high) / 2;
        return limiting.rgbToJmh(between(from, to, lastPlace));
    }

    private static double[] between(Corner from, Corner to, double weight) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = from.rgb()[i] + (to.rgb()[i] - from.rgb()[i]) * weight;
        }
        return rgb;
    }

    /** The smallest gamma with which the upper boundary lies outside of the gamut. */
    private double upperGamma(double cuspLightness, double cuspColorfulness, double hue) {
        return smallest(
                gamma -> isOutside(gamma, cuspLightness, cuspColorfulness, hue),
                EXPONENT_STEP,
                HIGHEST_EXPONENT,
                EXPONENT_TOLERANCE);
    }

    private boolean isOutside(double gamma, double cuspLightness, double cuspColorfulness, double hue) {
        double focus = geometry.focus(cuspLightness);
        double threshold = geometry.threshold(cuspLightness);
        for (double position : TEST_POSITIONS) {
            double lightness = cuspLightness + (geometry.highestLightness() - cuspLightness) * position;
            double gain = geometry.gain(lightness, threshold);
            double crossing = geometry.axisCrossing(lightness, cuspColorfulness, focus, gain);
            double slope = geometry.slope(crossing, focus, gain);
            double cuspCrossing = geometry.axisCrossing(cuspLightness, cuspColorfulness, focus, gain);
            double boundary =
                    geometry.gamutBoundary(crossing, slope, cuspCrossing, cuspLightness, cuspColorfulness, 1 / gamma);
            double[] rgb = limiting.jmhToRgb(crossing + slope * boundary, boundary, hue);
            if (rgb[0] <= peak && rgb[1] <= peak && rgb[2] <= peak) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBelowZero(double[] rgb) {
        return rgb[0] < 0 || rgb[1] < 0 || rgb[2] < 0;
    }
}
