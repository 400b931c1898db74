/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform.spatial;

import java.util.Arrays;
import org.scenelinear.run.Run;

/**
 * Means of square windows, clipped at the edges and divided by the number of samples there are. Sums run along in
 * double precision, so the cost does not depend on the window. A sample that is not finite spoils what follows in its
 * band.
 */
final class BoxMean {
    /** Lines of a band: many, as each band begins with the sum of a whole window. */
    private static final int BAND = 256;

    private final int radius;

    BoxMean(int radius) {
        this.radius = radius;
    }

    /** Fills in one line of several quantities. */
    @FunctionalInterface
    interface Source {
        void read(int y, double[][] quantities);
    }

    /** Takes one line of the means of all quantities. */
    @FunctionalInterface
    interface Sink {
        void take(int y, double[][] means);
    }

    void apply(int quantities, Source source, int width, int height, Run run, Sink sink) {
        double[] perColumn = new double[width];
        for (int x = 0; x < width; x++) {
            perColumn[x] = 1.0 / (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1);
        }
        Lines.forEachBand(
                "averaging", height, BAND, run, () -> new double[2][quantities][width], (state, begin, end) -> {
                    double[][] sums = state[0];
                    double[][] line = state[1];
                    for (double[] sum : sums) {
                        Arrays.fill(sum, 0);
                    }
                    for (int y = Math.max(begin - radius, 0); y < Math.min(begin + radius, height); y++) {
                        source.read(y, line);
                        add(line, sums, width);
                    }
                    for (int y = begin; y < end; y++) {
                        if (y + radius < height) {
                            source.read(y + radius, line);
                            add(line, sums, width);
                        }
                        int lines = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
                        for (int q = 0; q < quantities; q++) {
                            means(sums[q], perColumn, 1.0 / lines, line[q], width);
                        }
                        sink.take(y, line);
                        if (y - radius >= 0) {
                            source.read(y - radius, line);
                            subtract(line, sums, width);
                        }
                    }
                });
    }

    private static void add(double[][] line, double[][] sums, int width) {
        for (int q = 0; q < sums.length; q++) {
            addLine(line[q], sums[q], width);
        }
    }

    private static void addLine(double[] line, double[] sum, int width) {
        for (int x = 0; x < width; x++) {
            sum[x] += line[x];
        }
    }

    private static void subtract(double[][] line, double[][] sums, int width) {
        for (int q = 0; q < sums.length; q++) {
            subtractLine(line[q], sums[q], width);
        }
    }

    private static void subtractLine(double[] line, double[] sum, int width) {
        for (int x = 0; x < width; x++) {
            sum[x] -= line[x];
        }
    }

    private void means(double[] sums, double[] perColumn, double perLine, double[] means, int width) {
        double sum = 0;
        for (int x = 0; x < Math.min(radius, width); x++) {
            sum += sums[x];
        }
        for (int x = 0; x < width; x++) {
            double entering = x + radius < width ? sums[x + radius] : 0;
            double leaving = x - radius > 0 ? sums[x - radius - 1] : 0;
            sum += entering - leaving;
            means[x] = sum * (perColumn[x] * perLine);
        }
    }
}
