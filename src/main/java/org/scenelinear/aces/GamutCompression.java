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
        int above = tables.sampleAbove(hue);
        double weight = tables.weight(hue, above);
        double cuspLightness = HueTables.interpolate(tables.cuspLightness(), above, weight);
        double cuspColorfulness = HueTables.interpolate(tables.cuspColorfulness(), above, weight);
        double upperExponent = HueTables.interpolate(tables.upperExponent(), above, weight);

        double focus = geometry.focus(cuspLightness);
        double gain = geometry.gain(lightness, geometry.threshold(cuspLightness));
        double crossing = geometry.axisCrossing(lightness, colorfulness, focus, gain);
        double slope = geometry.slope(crossing, focus, gain);
        double cuspCrossing = geometry.axisCrossing(cuspLightness, cuspColorfulness, focus, gain);
        double boundary =
                geometry.gamutBoundary(crossing, slope, cuspCrossing, cuspLightness, cuspColorfulness, upperExponent);
        if (!(boundary > 0)) {
            return new double[] {lightness, 0, hue};
        }
        double reach = geometry.reachBoundary(crossing, slope, tables.reachAt(hue));
        double compressed = remap(colorfulness, boundary, reach);
        return new double[] {crossing + compressed * slope, compressed, hue};
    }

    /** Bends M above a threshold so that the reach comes to lie on the boundary. */
    private static double remap(double colorfulness, double boundary, double reach) {
        double part = Math.max(boundary / reach, LEAST_THRESHOLD);
        double threshold = part * boundary;
        if (colorfulness <= threshold || part >= 1) {
            return colorfulness;
        }
        double toReach = reach - threshold;
        double scale = toReach / (toReach / (boundary - threshold) - 1);
        double excess = (colorfulness - threshold) / scale;
        return threshold + scale * excess / (1 + excess);
    }
}
