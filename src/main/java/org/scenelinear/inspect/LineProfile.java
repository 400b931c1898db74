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
import org.scenelinear.color.ColorSpace;
import org.scenelinear.math.Matrix3;

/** Linear light along a line, interpolated between the four pixels around each point. */
public final class LineProfile {
    private static final int SERIES = 4;

    private final double[][] light;

    private LineProfile(double[][] light) {
        this.light = light;
    }

    /** What the light is told in. */
    public enum Unit {
        /** Stops from 18 % gray; NaN for light that is not above 0. */
        STOPS,
        /** Linear, as the image has it. */
        LINEAR,
        /** Times the luminance of 1, in cd/m². */
        NITS
    }

    /**
     * Samples an image.
     *
     * @param rgb three planes of stored values
     * @param width columns of the planes
     * @param height lines of the planes
     * @param space what the values mean; they are made linear before anything is interpolated
     * @param x columns of the points, whole numbers at the middle of pixels
     * @param y lines of the points, as many
     * @return with NaN at points more than half a pixel outside of the image
     */
    public static LineProfile along(float[][] rgb, int width, int height, ColorSpace space, double[] x, double[] y) {
        Matrix3 toXyz = space.chromaticities().toXyz();
        double[][] light = new double[SERIES][x.length];
        for (int i = 0; i < x.length; i++) {
            double[] linear = at(rgb, width, height, space, x[i], y[i]);
            for (int c = 0; c < 3; c++) {
                light[c][i] = linear[c];
            }
            light[3][i] = toXyz.times(linear)[1];
        }
        return new LineProfile(light);
    }

    private static double[] at(float[][] rgb, int width, int height, ColorSpace space, double x, double y) {
        double[] sum = new double[3];
        if (!(x >= -0.5 && x <= width - 0.5 && y >= -0.5 && y <= height - 0.5)) {
            Arrays.fill(sum, Double.NaN);
            return sum;
        }
        double column = Math.max(0, Math.min(width - 1, x));
        double line = Math.max(0, Math.min(height - 1, y));
        int left = (int) column;
        int top = (int) line;
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                double weight =
                        (dx == 0 ? 1 - (column - left) : column - left) * (dy == 0 ? 1 - (line - top) : line - top);
                if (weight > 0) { // so that a NaN spoils no point that it has no part in
                    int pixel = (top + dy) * width + left + dx;
                    double[] linear = space.decode(new double[] {rgb[0][pixel], rgb[1][pixel], rgb[2][pixel]});
                    for (int c = 0; c < 3; c++) {
                        sum[c] += weight * linear[c];
                    }
                }
            }
        }
        return sum;
    }

    /**
     * The values of one series.
     *
     * @param series 0 to 2 for R, G, B, 3 for the luminance Y
     * @param unit what they are told in
     * @param calibration for {@link Unit#NITS}
     * @return one value for each point, a new array
     */
    public double[] values(int series, Unit unit, LightCalibration calibration) {
        return Arrays.stream(light[series])
                .map(value -> switch (unit) {
                    case STOPS -> value > 0 ? LightStatistics.stops(value) : Double.NaN;
                    case LINEAR -> value;
                    case NITS -> value * calibration.nits();
                })
                .toArray();
    }
}
