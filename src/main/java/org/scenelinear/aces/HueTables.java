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
 * What the rendering must know of each hue: how far AP1 reaches, where the limiting gamut has its cusp, and how its
 * upper boundary is bent. 360 samples around the circle and three more that repeat the other end, so that linear
 * interpolation needs no wrapping: index 1 is hue 0, index 361 is hue 360.
 *
 * <p>Reach is sampled at whole degrees. The others are sampled at hues about a degree apart that meet the corners of
 * both gamuts exactly. The arrays are shared and must not be written to.
 *
 * @param hue the hues of the samples in degrees, rising
 * @param reach the largest M of AP1 at the highest J, at whole degrees: index 1 is 0 degrees
 * @param cuspLightness the J of the limiting gamut's cusp
 * @param cuspColorfulness the M of the cusp, a little enlarged because the boundary is rounded there
 * @param upperExponent the exponent of the boundary above the cusp, J to M
 */
record HueTables(
        double[] hue, double[] reach, double[] cuspLightness, double[] cuspColorfulness, double[] upperExponent) {
    /** How many samples go around the circle. */
    static final int CIRCLE = 360;
    /** The length of each array. */
    static final int SIZE = CIRCLE + 3;

    /** The reach at a hue of 0 to 360 degrees. */
    double reachAt(double degrees) {
        int below = (int) degrees + 1;
        return interpolate(reach, below + 1, degrees - (int) degrees);
    }

    /** The index of the first sample whose hue is not below a hue of 0 to 360 degrees: at least 1. */
    int sampleAbove(double degrees) {
        int low = 0;
        int high = CIRCLE + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (degrees > hue[middle]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** How far a hue lies between the sample before {@code above} (0) and that one (1). */
    double weight(double degrees, int above) {
        return (degrees - hue[above - 1]) / (hue[above] - hue[above - 1]);
    }

    /** The value of one of the arrays between the sample before {@code above} and that one. */
    static double interpolate(double[] table, int above, double weight) {
        return table[above - 1] + (table[above] - table[above - 1]) * weight;
    }

    /** Copies the samples at both ends of the circle to the entries that continue it. */
    static void wrap(double[] table, double turn) {
        table[0] = table[CIRCLE] - turn;
        table[CIRCLE + 1] = table[1] + turn;
        table[CIRCLE + 2] = table[2] + turn;
    }
}
