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
 * The gamut compression of the ACES 2 rendering: moves colors along the lines of {@link GamutGeometry} into the
 * limiting gamut. Up to a threshold nothing changes; from there to the reach of AP1 colorfulness is bent to end on the
 * boundary.
 */
final class GamutCompression {
    /** The least part of the boundary's M up to which nothing changes. */
    static final double LEAST_THRESHOLD = 0.75;

    private final GamutGeometry geometry;
    private final HueTables tables;

    GamutCompression(GamutGeometry geometry, HueTables tables) {
        this.geometry = geometry;
        this.tables = tables;
    }

    /** The JMh within the limiting gamut for a JMh after chroma compression. The hue stays. */
    double[] compress(double lightness, double colorfulness, double hue) {
        if (lightness <= 0) {
            return new double[] {0, 0, hue};
        }
        if (colorfulness <= 0 || lightness > geometry.highestLightness()) {
            return new double[] {lightness, 0, hue};
        }
        return along(new Hue(hue), lightness, colorfulness, lightness, GamutCompression::bend);
    }

    /**
     * The JMh before {@link #compress}. Exact where lines have the usual gain; above, where the gain depends on the
     * lightness sought, it is taken for a first estimate of that, as the reference does.
     */
    double[] expand(double lightness, double colorfulness, double hue) {
        if (lightness <= 0) {
            return new double[] {0, 0, hue};
        }
        if (colorfulness <= 0 || lightness > geometry.highestLightness()) {
            return new double[] {lightness, 0, hue};
        }
        Hue at = new Hue(hue);
        double guide = lightness > geometry.threshold(at.cuspLightness)
                ? along(at, lightness, colorfulness, lightness, GamutCompression::unbend)[0]
                : lightness;
        return along(at, lightness, colorfulness, guide, GamutCompression::unbend);
    }

    /** What the tables say of one hue. */
    private final class Hue {
        private final double degrees;
        private final double cuspLightness;
        private final double cuspColorfulness;
        private final double upperExponent;

        Hue(double degrees) {
            this.degrees = degrees;
            int above = tables.sampleAbove(degrees);
            double weight = tables.weight(degrees, above);
            cuspLightness = HueTables.interpolate(tables.cuspLightness(), above, weight);
            cuspColorfulness = HueTables.interpolate(tables.cuspColorfulness(), above, weight);
            upperExponent = HueTables.interpolate(tables.upperExponent(), above, weight);
        }
    }

    /** How the colorfulness changes along a line. */
    @FunctionalInterface
    private interface Remap {
        double apply(double colorfulness, double boundary, double reach);
    }

    /** Moves a color along its line; {@code guide} is the lightness that says how steep the line is. */
    private double[] along(Hue hue, double lightness, double colorfulness, double guide, Remap remap) {
        double focus = geometry.focus(hue.cuspLightness);
        double gain = geometry.gain(guide, geometry.threshold(hue.cuspLightness));
        double crossing = geometry.axisCrossing(lightness, colorfulness, focus, gain);
        double slope = geometry.slope(crossing, focus, gain);
        double cuspCrossing = geometry.axisCrossing(hue.cuspLightness, hue.cuspColorfulness, focus, gain);
        double boundary = geometry.gamutBoundary(
                crossing, slope, cuspCrossing, hue.cuspLightness, hue.cuspColorfulness, hue.upperExponent);
        if (!(boundary > 0)) {
            return new double[] {lightness, 0, hue.degrees};
        }
        double reach = geometry.reachBoundary(crossing, slope, tables.reachAt(hue.degrees));
        double remapped = remap.apply(colorfulness, boundary, reach);
        return new double[] {crossing + remapped * slope, remapped, hue.degrees};
    }

    /** Bends M above a threshold so that the reach comes to lie on the boundary. */
    private static double bend(double colorfulness, double boundary, double reach) {
        double part = Math.max(boundary / reach, LEAST_THRESHOLD);
        double threshold = part * boundary;
        if (colorfulness <= threshold || part >= 1) {
            return colorfulness;
        }
        double scale = scale(threshold, boundary, reach);
        double excess = (colorfulness - threshold) / scale;
        return threshold + scale * excess / (1 + excess);
    }

    /** Undoes {@link #bend}; what no M is bent to, too far beyond the boundary, ends at a fixed distance. */
    private static double unbend(double colorfulness, double boundary, double reach) {
        double part = Math.max(boundary / reach, LEAST_THRESHOLD);
        double threshold = part * boundary;
        if (colorfulness <= threshold || part >= 1) {
            return colorfulness;
        }
        double scale = scale(threshold, boundary, reach);
        double excess = (colorfulness - threshold) / scale;
        return threshold + (excess >= 1 ? scale : scale * excess / (1 - excess));
    }

    /** What M above the threshold approaches as it grows. */
    private static double scale(double threshold, double boundary, double reach) {
        double toReach = reach - threshold;
        return toReach / (toReach / (boundary - threshold) - 1);
    }
}
