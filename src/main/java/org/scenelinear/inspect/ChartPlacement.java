/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.Arrays;

/**
 * Where a chart lies in an image, seen in perspective. Reads its patches, of each the inner half of both sides, by the
 * mean of the values between their quartiles, so that dust, glare and noise count little.
 */
public final class ChartPlacement {
    /** Sides of a patch and of the gap beside it, in the same unit. */
    private static final double PATCH = 10;

    private static final double GAP = 1;
    private static final int MOST_POINTS = 256;

    /** The projective map from the unit square: (a u + b v + c) / (g u + h v + 1), (d u + e v + f) / the same. */
    private final double[] map;

    /**
     * A placement.
     *
     * @param corners x and y of the outer corners of the four corner patches: of dark skin, bluish green, black and
     *     white, so clockwise; in pixels from the image's top left corner
     * @throws IllegalArgumentException if they are not the corners of a convex shape
     */
    public ChartPlacement(double[][] corners) {
        for (int i = 0; i < 4; i++) {
            double[] p = corners[i];
            double[] q = corners[(i + 1) % 4];
            double[] r = corners[(i + 2) % 4];
            double turn = (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]);
            if (!(turn > 0)) {
                throw new IllegalArgumentException("the corners must go clockwise around the chart from dark skin over"
                        + " bluish green and black to white, as the corners of a convex shape");
            }
        }
        map = map(corners);
    }

    /** The map of the unit square to a quadrilateral: P. Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3. */
    private static double[] map(double[][] p) {
        double sx = p[0][0] - p[1][0] + p[2][0] - p[3][0];
        double sy = p[0][1] - p[1][1] + p[2][1] - p[3][1];
        double dx1 = p[1][0] - p[2][0];
        double dy1 = p[1][1] - p[2][1];
        double dx2 = p[3][0] - p[2][0];
        double dy2 = p[3][1] - p[2][1];
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / determinant;
        double h = (dx1 * sy - sx * dy1) / determinant;
        return new double[] {
            p[1][0] - p[0][0] + g * p[1][0],
            p[3][0] - p[0][0] + h * p[3][0],
            p[0][0],
            p[1][1] - p[0][1] + g * p[1][1],
            p[3][1] - p[0][1] + h * p[3][1],
            p[0][1],
            g,
            h
        };
    }

    /** The point of the image at a place of the chart, both from 0 to 1. */
    private double[] point(double u, double v) {
        double w = map[6] * u + map[7] * v + 1;
        return new double[] {(map[0] * u + map[1] * v + map[2]) / w, (map[3] * u + map[4] * v + map[5]) / w};
    }

    /**
     * The corners of the part of a patch that is read, clockwise from its top left.
     *
     * @param patch its place in {@link ColorChart#PATCHES}
     */
    public double[][] corners(int patch) {
        double[] u = range(patch % ColorChart.COLUMNS, ColorChart.COLUMNS);
        double[] v = range(patch / ColorChart.COLUMNS, ColorChart.ROWS);
        return new double[][] {point(u[0], v[0]), point(u[1], v[0]), point(u[1], v[1]), point(u[0], v[1])};
    }

    /** From where to where the inner half of a patch reaches along a side of the chart. */
    private static double[] range(int index, int count) {
        double whole = count * PATCH + (count - 1) * GAP;
        double start = index * (PATCH + GAP) + PATCH / 4;
        return new double[] {start / whole, (start + PATCH / 2) / whole};
    }

    /**
     * Reads a patch.
     *
     * @param rgb planes of linear red, green and blue
     * @param width their columns
     * @param patch its place in {@link ColorChart#PATCHES}
     * @return R, G, B
     * @throws IllegalArgumentException if it lies partly outside of the image or has a value that is not finite
     */
    public double[] read(float[][] rgb, int width, int patch) {
        double[][] corners = corners(patch);
        double[] u = range(patch % ColorChart.COLUMNS, ColorChart.COLUMNS);
        double[] v = range(patch / ColorChart.COLUMNS, ColorChart.ROWS);
        int across = points(corners[0], corners[1], corners[3], corners[2]);
        int down = points(corners[0], corners[3], corners[1], corners[2]);
        double[][] found = new double[3][across * down];
        int height = rgb[0].length / width;
        for (int j = 0; j < down; j++) {
            for (int i = 0; i < across; i++) {
                double[] point =
                        point(u[0] + (u[1] - u[0]) * (i + 0.5) / across, v[0] + (v[1] - v[0]) * (j + 0.5) / down);
                int x = (int) Math.floor(point[0]);
                int y = (int) Math.floor(point[1]);
                if (x < 0 || y < 0 || x >= width || y >= height) {
                    throw new IllegalArgumentException(
                            "patch " + name(patch) + " reaches out of the image at x " + x + ", y " + y);
                }
                for (int c = 0; c < 3; c++) {
                    float value = rgb[c][y * width + x];
                    if (!Float.isFinite(value)) {
                        throw new IllegalArgumentException(
                                "patch " + name(patch) + " has the value " + value + " at x " + x + ", y " + y);
                    }
                    found[c][j * across + i] = value;
                }
            }
        }
        return new double[] {middle(found[0]), middle(found[1]), middle(found[2])};
    }

    private static String name(int patch) {
        return ColorChart.PATCHES.get(patch).name();
    }

    /** As many points as the longer of two opposite sides has pixels. */
    private static int points(double[] a, double[] b, double[] c, double[] d) {
        double longest = Math.max(Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(d[0] - c[0], d[1] - c[1]));
        return (int) Math.max(2, Math.min(MOST_POINTS, Math.ceil(longest)));
    }

    /** The mean between the quartiles. */
    private static double middle(double[] values) {
        Arrays.sort(values);
        int skipped = values.length / 4;
        double sum = 0;
        for (int i = skipped; i < values.length - skipped; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * skipped);
    }
}
