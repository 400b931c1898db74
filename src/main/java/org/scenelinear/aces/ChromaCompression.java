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
 * The chroma compression of the ACES 2 rendering: scales colorfulness with the change of lightness by the tone scale,
 * then reduces it in highlights and expands it in shadows, so that colors keep their look and highlights fade to white.
 * Works on colorfulness divided by a norm that depends on hue; nothing exceeds the reach of AP1 at the lightness.
 */
final class ChromaCompression {
    /** The constant and the weights of cos h, cos 2h, cos 3h, sin h, sin 2h, sin 3h in the norm. */
    private static final double[] NORM = {77.12896, 11.34072, 16.46899, 7.88380, 14.66441, -6.37224, 9.19364};

    private static final double COMPRESSION = 2.4;
    private static final double COMPRESSION_FACTOR = 3.3;
    private static final double EXPANSION = 1.3;
    private static final double EXPANSION_FACTOR = 0.69;
    private static final double EXPANSION_THRESHOLD = 0.5;

    /** Keeps the bend at its start finite. */
    static final double LEAST_OFFSET = 0.001;
    /** Keeps the inverse finite far outside of the gamut. */
    static final double LEAST_SUM = 1e-6;

    private final double highestLightness;
    private final double highestAchromatic;
    private final double compression;
    private final double saturation;
    private final double saturationThreshold;
    private final double[] norm = new double[NORM.length];

    /**
     * The compression for a display.
     *
     * @param peakLuminance in cd/m²
     * @param logPeak the common logarithm of the peak luminance in units of 100 cd/m²
     */
    ChromaCompression(double peakLuminance, double logPeak) {
        highestAchromatic = AppearanceModel.luminanceToAchromatic(peakLuminance);
        highestLightness = AppearanceModel.achromaticToLightness(highestAchromatic);
        compression = COMPRESSION + COMPRESSION * COMPRESSION_FACTOR * logPeak;
        saturation = Math.max(0.2, EXPANSION - EXPANSION * EXPANSION_FACTOR * logPeak);
        saturationThreshold = EXPANSION_THRESHOLD / peakLuminance;
        double scale = Math.pow(0.03379 * peakLuminance, 0.30596) - 0.45135;
        for (int i = 0; i < NORM.length; i++) {
            norm[i] = NORM[i] * scale;
        }
    }

    /**
     * The compressed colorfulness.
     *
     * @param sceneAchromatic the achromatic response before the tone scale, more than 0
     * @param displayAchromatic the achromatic response after it
     * @param colorfulness M before the tone scale
     * @param hue in degrees
     * @param reach the largest M of AP1 at this hue and the highest lightness
     */
    double compress(double sceneAchromatic, double displayAchromatic, double colorfulness, double hue, double reach) {
        if (colorfulness == 0) {
            return 0;
        }
        double norm = norm(Math.toRadians(hue));
        double lightness = AppearanceModel.achromaticToLightness(displayAchromatic) / highestLightness;
        double shadow = Math.max(0, 1 - lightness);
        // A ratio of lightness to the power 1/cz is the ratio of the achromatic responses.
        double limit = displayAchromatic / highestAchromatic * reach / norm;
        double m = colorfulness * (displayAchromatic / sceneAchromatic) / norm;
        m = limit
                - toe(
                        limit - m,
                        limit - 0.001,
                        shadow * saturation,
                        Math.sqrt(lightness * lightness + saturationThreshold));
        return toe(m, limit, lightness * compression, shadow) * norm;
    }

    /**
     * The colorfulness before {@link #compress}.
     *
     * @param sceneAchromatic the achromatic response before the tone scale
     * @param displayAchromatic the achromatic response after it, more than 0
     * @param colorfulness M after the compression
     * @param hue in degrees
     * @param reach the largest M of AP1 at this hue and the highest lightness
     */
    double expand(double sceneAchromatic, double displayAchromatic, double colorfulness, double hue, double reach) {
        if (colorfulness == 0) {
            return 0;
        }
        double norm = norm(Math.toRadians(hue));
        double lightness = AppearanceModel.achromaticToLightness(displayAchromatic) / highestLightness;
        double shadow = Math.max(0, 1 - lightness);
        double limit = displayAchromatic / highestAchromatic * reach / norm;
        double m = straighten(colorfulness / norm, limit, lightness * compression, shadow);
        m = limit
                - straighten(
                        limit - m,
                        limit - 0.001,
                        shadow * saturation,
                        Math.sqrt(lightness * lightness + saturationThreshold));
        return Math.max(0, m * norm * (sceneAchromatic / displayAchromatic));
    }

    /** The lightness J of the display's peak white. */
    double highestLightness() {
        return highestLightness;
    }

    /** The achromatic response of the display's peak white. */
    double highestAchromatic() {
        return highestAchromatic;
    }

    /** How much highlights are compressed. */
    double compression() {
        return compression;
    }

    /** How much shadows are expanded. */
    double saturation() {
        return saturation;
    }

    /** Keeps the expansion finite near black. */
    double saturationThreshold() {
        return saturationThreshold;
    }

    /** The constant and the weights of cos h, cos 2h, cos 3h, sin h, sin 2h, sin 3h in the norm; not to be changed. */
    double[] norm() {
        return norm;
    }

    private double norm(double angle) {
        double sum = norm[0];
        for (int k = 1; k <= 3; k++) {
            sum += norm[k] * Math.cos(k * angle) + norm[k + 3] * Math.sin(k * angle);
        }
        return sum;
    }

    /** A curve from 0 to the limit that leaves both ends in place and bends between them. */
    private static double toe(double x, double limit, double slope, double offset) {
        if (x > limit) {
            return x;
        }
        double k2 = Math.max(offset, LEAST_OFFSET);
        double k1 = Math.sqrt(slope * slope + k2 * k2);
        double k3 = (limit + k1) / (limit + k2);
        double b = k3 * x - k1;
        return 0.5 * (b + Math.sqrt(b * b + 4 * k2 * k3 * x));
    }

    /** Undoes {@link #toe}. Where x is so far below 0 that no toe ends there, the result is a large negative number. */
    private static double straighten(double x, double limit, double slope, double offset) {
        if (x > limit) {
            return x;
        }
        double k2 = Math.max(offset, LEAST_OFFSET);
        double k1 = Math.sqrt(slope * slope + k2 * k2);
        double k3 = (limit + k1) / (limit + k2);
        return (x * x + k1 * x) / (k3 * Math.max(x + k2, LEAST_SUM));
    }
}
