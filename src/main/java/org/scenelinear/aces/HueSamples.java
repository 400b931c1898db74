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

import java.util.Arrays;

/**
 * The six corners of the limiting gamut and of AP1 (red, yellow, green, cyan, blue, magenta) and the hues at which the
 * tables are sampled: as evenly as possible, but each corner's hue is a sample, for there the boundary has a kink.
 */
final class HueSamples {
    private static final int CORNERS = 6;
    private static final double[][] CUBE = {{1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}, {1, 0, 1}};
    private static final double REACH_TOLERANCE = 1e-3;

    private HueSamples() {}

    /** A corner of a gamut in both forms. */
    record Corner(double[] rgb, double[] jmh) {
        double hue() {
            return jmh[2];
        }

        private Corner turned(double degrees) {
            return new Corner(rgb, new double[] {jmh[0], jmh[1], jmh[2] + degrees});
        }
    }

    /**
     * The corners of the limiting gamut by rising hue, with the last one repeated in front and the first one at the end
     * a turn away: eight.
     */
    static Corner[] limitingCorners(AppearanceModel limiting, double peak) {
        Corner[] corners = new Corner[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double[] rgb = {CUBE[i][0] * peak, CUBE[i][1] * peak, CUBE[i][2] * peak};
            corners[i] = new Corner(rgb, limiting.rgbToJmh(rgb));
        }
        return cycle(corners);
    }

    /** The corners of AP1 by rising hue, each scaled up until it has the highest achromatic response. */
    static Corner[] reachCorners(AppearanceModel ap1, double highestAchromatic, double highestRgb) {
        Corner[] corners = new Corner[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double low = 0;
            double high = highestRgb;
            while (high - low > REACH_TOLERANCE) {
                double middle = (low + high) / 2;
                if (ap1.rgbToAab(scaled(CUBE[i], middle))[0] < highestAchromatic) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double[] rgb = scaled(CUBE[i], high);
            corners[i] = new Corner(rgb, ap1.rgbToJmh(rgb));
        }
        return cycle(corners);
    }

    /** The hues of the samples, {@link HueTables#SIZE} of them, from the cycles of corners of both gamuts. */
    static double[] hues(Corner[] reach, Corner[] limiting) {
        double[] corners = new double[2 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            corners[i] = reach[i + 1].hue();
            corners[i + CORNERS] = limiting[i + 1].hue();
        }
        corners = Arrays.stream(corners).distinct().sorted().toArray();
        int[] places = places(corners);
        double[] hue = new double[HueTables.SIZE];
        int place = 0;
        double from = 0;
        for (int i = 0; i < corners.length; i++) {
            fill(hue, place, places[i], from, corners[i]);
            place = places[i];
            from = corners[i];
        }
        fill(hue, place, HueTables.CIRCLE, from, 360);
        HueTables.wrap(hue, 360);
        return hue;
    }

    /** Which sample, from 0, each corner's hue becomes. Corners too close for a sample each push their neighbor. */
    private static int[] places(double[] corners) {
        int[] places = new int[corners.length];
        int last = -1;
        int lowest = corners[0] == 0 ? 0 : 1; // keeps a sample at hue 0
        for (int i = 0; i < corners.length; i++) {
            int place = Math.min(Math.max((int) Math.round(corners[i]), lowest), HueTables.CIRCLE - 1);
            if (place == last) {
                if (i > 1 && places[i - 2] != places[i - 1] - 1) {
                    places[i - 1]--;
                } else {
                    place++;
                }
            }
            places[i] = Math.min(place, HueTables.CIRCLE - 1);
            lowest = place;
            last = place;
        }
        return places;
    }

    /** Spreads the samples of one interval evenly; its end belongs to the next. */
    private static void fill(double[] hue, int first, int end, double from, double to) {
        for (int i = first; i < end; i++) {
            hue[i + 1] = from + (i - first) * (to - from) / (end - first);
        }
    }

    private static double[] scaled(double[] rgb, double factor) {
        return new double[] {rgb[0] * factor, rgb[1] * factor, rgb[2] * factor};
    }

    private static Corner[] cycle(Corner[] corners) {
        int first = 0;
        for (int i = 1; i < CORNERS; i++) {
            if (corners[i].hue() < corners[first].hue()) {
                first = i;
            }
        }
        Corner[] cycle = new Corner[CORNERS + 2];
        for (int i = 0; i < CORNERS; i++) {
            cycle[i + 1] = corners[(first + i) % CORNERS];
        }
        cycle[0] = cycle[CORNERS].turned(-360);
        cycle[CORNERS + 1] = cycle[1].turned(360);
        return cycle;
    }
}
