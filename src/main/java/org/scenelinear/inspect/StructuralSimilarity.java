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
import org.scenelinear.run.Run;

/**
 * The structural similarity of two planes: Z. Wang, A. C. Bovik, H. R. Sheikh and E. P. Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE Transactions on Image Processing 13(4), 2004. A
 * Gaussian window of 11 x 11 with a standard deviation of 1.5, K1 = 0.01, K2 = 0.03; only windows that lie wholly in
 * the picture.
 */
final class StructuralSimilarity {
    /** Lines and columns of the window. */
    static final int WINDOW = 11;

    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WEIGHTS = weights();

    /** Sums of a line: the two values, their squares and their product. */
    private static final int SUMS = 5;

    private StructuralSimilarity() {}

    private static double[] weights() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            int distance = i - WINDOW / 2;
            weights[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /**
     * The mean over all windows whose middle counts. It does not depend on the number of workers.
     *
     * @param first finite values, 0 to 1, line by line
     * @param second as the first
     * @param width columns
     * @param height lines
     * @param counts which pixels count; null for all
     * @return 1 for equal planes; NaN if no window counts
     */
    static double mean(float[] first, float[] second, int width, int height, boolean[] counts, Run run) {
        int lines = height - WINDOW + 1;
        if (lines < 1 || width < WINDOW) {
            return Double.NaN;
        }
        double[] sums = new double[lines];
        long[] windows = new long[lines];
        run.forEach("comparing structure", lines, () -> new double[SUMS][width], (columns, line) -> {
            for (double[] column : columns) {
                Arrays.fill(column, 0);
            }
            for (int i = 0; i < WINDOW; i++) {
                add(first, second, (line + i) * width, WEIGHTS[i], columns);
            }
            int middle = (line + WINDOW / 2) * width + WINDOW / 2;
            for (int x = 0; x <= width - WINDOW; x++) {
                if (counts == null || counts[middle + x]) {
                    sums[line] += similarity(columns, x);
                    windows[line]++;
                }
            }
        });
        double sum = 0;
        long count = 0;
        for (int i = 0; i < lines; i++) {
            sum += sums[i];
            count += windows[i];
        }
        return sum / count;
    }

    private static void add(float[] first, float[] second, int offset, double weight, double[][] columns) {
        for (int x = 0; x < columns[0].length; x++) {
            double a = first[offset + x];
            double b = second[offset + x];
            columns[0][x] += weight * a;
            columns[1][x] += weight * b;
            columns[2][x] += weight * a * a;
            columns[3][x] += weight * b * b;
            columns[4][x] += weight * a * b;
        }
    }

    private static double similarity(double[][] columns, int x) {
        double[] m = new double[SUMS];
        for (int k = 0; k < SUMS; k++) {
            for (int i = 0; i < WINDOW; i++) {
                m[k] += WEIGHTS[i] * columns[k][x + i];
            }
        }
        double means = m[0] * m[1];
        double squares = m[0] * m[0] + m[1] * m[1];
        double covariance = m[4] - means;
        double variances = m[2] + m[3] - squares;
        return (2 * means + C1) * (2 * covariance + C2) / ((squares + C1) * (variances + C2));
    }
}
