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
import java.util.Comparator;
import java.util.List;

/**
 * How a sensor answers to light, from means and variances of one area at several exposures: a straight line through the
 * means up to where they leave it, and photon noise, variance = read noise² + slope x signal (the mean-variance method
 * of EMVA 1288). The line is fitted with Huber's weights, so that single bad exposures do not tilt it.
 *
 * @param slope values per unit of exposure
 * @param offset the value without light
 * @param used how many of the exposures, from the shortest, lie in the linear range
 * @param deviation the largest relative distance from the line in the linear range
 * @param readNoise sigma without light; NaN where the noise does not tell it
 * @param noiseSlope variance per value of signal: values per electron, if photons alone make the noise
 * @param fullScale the largest signal of the linear range, without the offset
 */
public record LinearityFit(
        double slope,
        double offset,
        int used,
        double deviation,
        double readNoise,
        double noiseSlope,
        double fullScale) {
    private static final int LEAST_POINTS = 3;
    /** What a mean may be off the line, relative to the signal, and how many of its standard errors. */
    private static final double TOLERANCE = 0.02;

    private static final double SIGMAS = 4;
    /** The part of exposures that may be bad. */
    private static final double BAD_SHARE = 0.2;
    /** How exactly exposure times are known. */
    private static final double EXPOSURE_ERROR = 0.002;

    private static final double HUBER = 1.5;
    private static final int ROUNDS = 30;

    /**
     * One exposure.
     *
     * @param exposure time or light, in any unit, above 0
     * @param mean of the values of the area
     * @param variance of the values of the area
     * @param count how many values there are
     */
    public record Point(double exposure, double mean, double variance, long count) {
        private double error() {
            return Math.hypot(Math.sqrt(variance / count), EXPOSURE_ERROR * mean) + Double.MIN_NORMAL;
        }
    }

    /**
     * The fit of a series.
     *
     * @param series at least three exposures, in any order
     * @throws IllegalArgumentException if there are fewer or no line fits the shortest three
     */
    public static LinearityFit of(List<Point> series) {
        Point[] points = series.toArray(new Point[0]);
        Arrays.sort(points, Comparator.comparingDouble(Point::exposure));
        for (int count = points.length; count >= LEAST_POINTS; count--) {
            Point[] range = Arrays.copyOf(points, count);
            double[] line = line(range);
            if (fits(range, line)) {
                return describe(range, line);
            }
        }
        throw new IllegalArgumentException("no straight line fits the shortest " + LEAST_POINTS + " of " + points.length
                + " exposures; at least " + LEAST_POINTS + " below saturation are needed");
    }

    /** The value that the line has at an exposure. */
    public double at(double exposure) {
        return offset + slope * exposure;
    }

    /** Stops from the read noise to the full scale; NaN where the read noise is. */
    public double stops() {
        return Math.log(fullScale / readNoise) / Math.log(2);
    }

    private static double[] line(Point[] points) {
        double[] x = new double[points.length];
        double[] y = new double[points.length];
        double[] weights = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            x[i] = points[i].exposure();
            y[i] = points[i].mean();
            weights[i] = 1 / (points[i].error() * points[i].error());
        }
        double[] line = straight(x, y, weights);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < points.length; i++) {
                double error = points[i].error();
                double off = Math.abs(y[i] - line[0] - line[1] * x[i]) / error;
                weights[i] = Math.min(1, HUBER / off) / (error * error);
            }
            line = straight(x, y, weights);
        }
        return line;
    }

    /** Intercept and slope by weighted least squares. */
    private static double[] straight(double[] x, double[] y, double[] weights) {
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xy / xx;
        return new double[] {meanY - slope * meanX, slope};
    }

    private static boolean isOn(Point point, double[] line) {
        double signal = line[1] * point.exposure();
        return Math.abs(point.mean() - line[0] - signal)
                <= Math.max(TOLERANCE * Math.abs(signal), SIGMAS * Math.sqrt(point.variance() / point.count()));
    }

    /** Whether the points are on a rising line but for a few, and the longest exposure is. */
    private static boolean fits(Point[] points, double[] line) {
        long off = Arrays.stream(points).filter(point -> !isOn(point, line)).count();
        return line[1] > 0 && off <= BAD_SHARE * points.length && isOn(points[points.length - 1], line);
    }

    private static LinearityFit describe(Point[] points, double[] line) {
        Point[] good = Arrays.stream(points).filter(point -> isOn(point, line)).toArray(Point[]::new);
        double[] signal = new double[good.length];
        double[] variance = new double[good.length];
        double[] weights = new double[good.length];
        double deviation = 0;
        for (int i = 0; i < good.length; i++) {
            double predicted = line[1] * good[i].exposure();
            signal[i] = good[i].mean() - line[0];
            variance[i] = good[i].variance();
            weights[i] = good[i].count() / (variance[i] * variance[i] + Double.MIN_NORMAL);
            deviation = Math.max(deviation, Math.abs(signal[i] / predicted - 1));
        }
        double[] noise = straight(signal, variance, weights);
        return new LinearityFit(
                line[1],
                line[0],
                points.length,
                deviation,
                noise[0] > 0 ? Math.sqrt(noise[0]) : Double.NaN,
                noise[1],
                signal[signal.length - 1]);
    }
}
