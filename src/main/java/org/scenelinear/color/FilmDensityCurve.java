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

/**
 * From the density of printing film to the exposure that made it, for ADX: SMPTE ST 2065-3:2012 with the reference
 * printing density of SMPTE ST 2065-2:2012, as in the Academy's transform from ADX to ACES. Density is
 * {@code densityRange * encoded - 0.19}; the logarithm (base 10) of the exposure is a line above a density of 0.6 and a
 * table of lines below.
 *
 * <p>Below the table, from a density of -0.19 on, the last line goes on down to an exposure of 1e-10, to which all
 * lower values decode and with which all smaller exposures are encoded: so OpenColorIO does; the Academy's transform
 * stops at 1e-6. Nothing is clipped above. NaN stays NaN.
 *
 * @param name the curve's name
 * @param densityRange the difference in density between code values 0 and 1
 */
public record FilmDensityCurve(String name, double densityRange) implements TransferCurve {
    private static final double LEAST_DENSITY = -0.19;
    private static final double LEAST_LOG_EXPOSURE = -10;
    /** Logarithms of exposure per unit of density in the straight part of the film's curve. */
    private static final double STRAIGHT = 100 / 55.0;
    /** Where the straight part would have the exposure 1, so that middle gray is 0.18. */
    private static final double STRAIGHT_OFFSET = 0.7 * STRAIGHT - Math.log10(0.18);

    private static final double[] DENSITIES = {
        -0.19, 0.01, 0.028, 0.054, 0.095, 0.145, 0.220, 0.300, 0.400, 0.500, 0.600
    };
    private static final double[] LOG_EXPOSURES = {
        -6.0,
        -2.721718645,
        -2.521718645,
        -2.321718645,
        -2.121718645,
        -1.921718645,
        -1.721718645,
        -1.521718645,
        -1.321718645,
        -1.121718645,
        -0.926545676714876
    };

    @Override
    public double encode(double linear) {
        double exposure = linear > 1e-10 || Double.isNaN(linear) ? Math.log10(linear) : LEAST_LOG_EXPOSURE;
        double density = exposure >= LOG_EXPOSURES[LOG_EXPOSURES.length - 1]
                ? (exposure + STRAIGHT_OFFSET) / STRAIGHT
                : interpolate(exposure, LOG_EXPOSURES, DENSITIES);
        return (density - LEAST_DENSITY) / densityRange;
    }

    @Override
    public double decode(double encoded) {
        double density = densityRange * encoded + LEAST_DENSITY;
        double exposure = density >= DENSITIES[DENSITIES.length - 1]
                ? STRAIGHT * density - STRAIGHT_OFFSET
                : interpolate(density, DENSITIES, LOG_EXPOSURES);
        return Math.pow(10, Math.max(exposure, LEAST_LOG_EXPOSURE));
    }

    /** The value at x on the lines between points; the first line goes on below. */
    private static double interpolate(double x, double[] xs, double[] ys) {
        int i = 1;
        while (i < xs.length - 1 && x >= xs[i]) {
            i++;
        }
        return ys[i - 1] + (x - xs[i - 1]) * (ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1]);
    }
}
