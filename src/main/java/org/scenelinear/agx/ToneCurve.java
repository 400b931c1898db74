/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.List;

/**
 * A curve through points, from 0 to 1. Two points make a straight line; more are joined by cubics that do not swing
 * beyond their neighbors (Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980), as in agx-photo 0.2.0: one pass from
 * left to right, 256 samples, straight lines between these.
 *
 * @param points by ascending x, two or more, all numbers from 0 to 1
 */
public record ToneCurve(List<Point> points) {
    /**
     * A point of a curve.
     *
     * @param x value before, 0 to 1
     * @param y value after, 0 to 1
     */
    public record Point(double x, double y) {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a number is outside 0 to 1
         */
        public Point {
            ParameterRange.check("x", x, 0, 1);
            ParameterRange.check("y", y, 0, 1);
        }
    }

    /** Changes nothing. */
    public static final ToneCurve IDENTITY = new ToneCurve(List.of(new Point(0, 0), new Point(1, 1)));

    /** Samples of the table. */
    static final int SAMPLES = 256;

    /** Below this a secant counts as level. */
    private static final double LEVEL = 1e-9;

    /**
     * Keeps an unmodifiable copy of the list.
     *
     * @throws IllegalArgumentException if there are fewer than two points, or x does not rise
     */
    public ToneCurve {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a curve needs at least 2 points, not " + points.size());
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).x() <= points.get(i - 1).x()) {
                throw new IllegalArgumentException("x must rise from point to point, and does not from "
                        + points.get(i - 1).x() + " to " + points.get(i).x());
            }
        }
    }

    /** Whether it changes nothing. */
    public boolean isNeutral() {
        return equals(IDENTITY);
    }

    /** The curve at 0, 1/255, ... 1; level before its first and after its last point. */
    public float[] table() {
        double[] tangents = tangents();
        float[] table = new float[SAMPLES];
        int piece = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = i / (double) (SAMPLES - 1);
            while (piece < points.size() - 2 && x > points.get(piece + 1).x()) {
                piece++;
            }
            table[i] = (float) at(x, piece, tangents);
        }
        return table;
    }

    private double at(double x, int piece, double[] tangents) {
        Point from = points.get(piece);
        Point to = points.get(piece + 1);
        double width = to.x() - from.x();
        double t = Math.min(Math.max((x - from.x()) / width, 0), 1);
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * from.y()
                + (t3 - 2 * t2 + t) * width * tangents[piece]
                + (3 * t2 - 2 * t3) * to.y()
                + (t3 - t2) * width * tangents[piece + 1];
    }

    private double[] tangents() {
        int last = points.size() - 1;
        double[] secants = new double[last];
        for (int i = 0; i < last; i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            secants[i] = (to.y() - from.y()) / (to.x() - from.x());
        }
        double[] tangents = new double[last + 1];
        tangents[0] = secants[0];
        tangents[last] = secants[last - 1];
        for (int i = 1; i < last; i++) {
            tangents[i] = 0.5 * (secants[i - 1] + secants[i]);
        }
        for (int i = 0; i < last; i++) {
            if (Math.abs(secants[i]) < LEVEL) {
                tangents[i] = 0;
                tangents[i + 1] = 0;
            } else {
                double a = tangents[i] / secants[i];
                double b = tangents[i + 1] / secants[i];
                double square = a * a + b * b;
                if (square > 9) {
                    tangents[i] *= 3 / Math.sqrt(square);
                    tangents[i + 1] *= 3 / Math.sqrt(square);
                }
            }
        }
        return tangents;
    }
}
