/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.Arrays;

/**
 * The curve of cineSpace through points: cubic pieces whose slope at a point is that from its neighbor on one side to
 * the one on the other; the first and the last piece are quadratic. Through two points it is a straight line.
 */
final class CubicCurve {
    private final double[] x;
    private final double[] y;

    /**
     * The curve through points.
     *
     * @param x where they are, 2 or more, rising
     * @param y their values
     * @throws IllegalArgumentException if they do not rise
     */
    CubicCurve(double[] x, double[] y) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException(
                        "the points of a curve have to rise: " + x[i] + " after " + x[i - 1]);
            }
        }
        this.x = x;
        this.y = y;
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    /** Whether every point has its own place as its value. */
    boolean isIdentity() {
        return Arrays.equals(x, y);
    }

    /** The value at a place from the first to the last point. */
    double value(double at) {
        int found = Arrays.binarySearch(x, at);
        int i = Math.max(0, Math.min(found >= 0 ? found : -found - 2, x.length - 2));
        double width = x[i + 1] - x[i];
        double z = (at - x[i]) / width;
        double rise = y[i + 1] - y[i];
        boolean firstPiece = i == 0;
        boolean lastPiece = i == x.length - 2;
        if (firstPiece && lastPiece) {
            return y[i] + z * rise;
        }
        double end = lastPiece ? 0 : slope(i + 1) * width;
        double begin = firstPiece ? 2 * rise - end : slope(i) * width;
        if (lastPiece) {
            end = 2 * rise - begin;
        }
        // The cubic with these values and slopes at its ends; quadratic if the slopes have the rise as their mean.
        return y[i] + z * (begin + z * (3 * rise - 2 * begin - end + z * (begin + end - 2 * rise)));
    }

    private double slope(int point) {
        return (y[point + 1] - y[point - 1]) / (x[point + 1] - x[point - 1]);
    }
}
