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

import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.cie.ColorDifference;
import org.scenelinear.math.Matrix3;

/**
 * How the colors read from a chart differ from those it has, and the matrix that leads from the one to the other with
 * the least squares of the differences in linear light.
 */
public final class ChartFit {
    private final ColorSpace space;
    private final double[][] read;
    private final double[][] reference;
    private final Matrix3 matrix;
    private final double exposure;

    /**
     * Fits.
     *
     * @param read R, G, B of each of {@link ColorChart#PATCHES}, linear
     * @param space the linear space they are in
     * @throws IllegalArgumentException if the colors do not span a space, so that no matrix is the best
     */
    public ChartFit(double[][] read, ColorSpace space) {
        this.space = space;
        this.read = read;
        reference = new double[read.length][];
        double[] products = new double[9];
        double[] squares = new double[9];
        double logarithms = 0;
        int grays = 0;
        for (int patch = 0; patch < read.length; patch++) {
            reference[patch] = ColorChart.PATCHES.get(patch).rgb(space);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    products[3 * i + j] += reference[patch][i] * read[patch][j];
                    squares[3 * i + j] += read[patch][i] * read[patch][j];
                }
            }
            if (ColorChart.isGray(patch)) {
                logarithms += exposureError(patch);
                grays++;
            }
        }
        exposure = logarithms / grays;
        try {
            matrix = Matrix3.of(products).times(Matrix3.of(squares).inverse());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the patches have too few different colors to fit a matrix", e);
        }
    }

    /** The matrix from read to reference R, G, B, in the space they were read in. */
    public Matrix3 matrix() {
        return matrix;
    }

    /** How much too bright the six grays are, the mean in stops; NaN if one has no light. */
    public double exposure() {
        return exposure;
    }

    /** What a patch should be. */
    public double[] reference(int patch) {
        return reference[patch].clone();
    }

    /** How much too bright a patch is, in stops of luminance; NaN if it has no light. */
    public double exposureError(int patch) {
        return LightStatistics.stops(luminance(read[patch])) - LightStatistics.stops(luminance(reference[patch]));
    }

    /** CIEDE2000 of a patch as it was read, its exposure corrected by {@link #exposure}. */
    public double difference(int patch) {
        double gain = Math.pow(2, -exposure);
        double[] rgb = read[patch];
        return difference(patch, new double[] {rgb[0] * gain, rgb[1] * gain, rgb[2] * gain});
    }

    /** CIEDE2000 that is left of a patch after the matrix. */
    public double differenceLeft(int patch) {
        return difference(patch, matrix.times(read[patch]));
    }

    /** The distance that is left of a patch after the matrix, in linear R, G, B. */
    public double residual(int patch) {
        double[] rgb = matrix.times(read[patch]);
        double squares = 0;
        for (int c = 0; c < 3; c++) {
            squares += (rgb[c] - reference[patch][c]) * (rgb[c] - reference[patch][c]);
        }
        return Math.sqrt(squares);
    }

    private double difference(int patch, double[] rgb) {
        return ColorDifference.ciede2000(
                ColorChart.lab(rgb, space), ColorChart.PATCHES.get(patch).lab());
    }

    private double luminance(double[] rgb) {
        return space.chromaticities().toXyz().times(rgb)[1];
    }
}
