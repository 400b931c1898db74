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

import org.scenelinear.run.Run;

/**
 * Smooths one plane along the edges of another (He, Sun and Tang, "Guided image filtering", 2010): in each window the
 * result is a straight line in the guide. Windows are clipped at the edges. A sample that is not finite spoils a large
 * region.
 *
 * @param radius samples to either side of a window's middle, 1 to 10000
 * @param epsilon variances of the guide well below it count as no edge; more than 0
 */
public record GuidedFilter(int radius, double epsilon) {
    /** Checks the ranges. */
    public GuidedFilter {
        if (radius < 1 || radius > 10000 || !(epsilon > 0)) {
            throw new IllegalArgumentException("radius " + radius + ", epsilon " + epsilon);
        }
    }

    /**
     * Filters a plane.
     *
     * @param guide gives the guide's lines, each up to five times
     * @param input gives the lines to be smoothed, each twice, all before the sink takes the first
     * @param slope receives what the filter needs, as large as the plane
     * @param offset likewise
     * @param width samples of a line
     * @param height lines
     * @param run on how many threads, who hears of it, who can cancel
     * @param sink takes the smooth lines; it may change line {@code y} of what the guide is made of
     */
    public void apply(
            Lines.Source guide,
            Lines.Source input,
            float[] slope,
            float[] offset,
            int width,
            int height,
            Run run,
            Lines.Sink sink) {
        BoxMean box = new BoxMean(radius);
        ThreadLocal<float[][]> buffers = ThreadLocal.withInitial(() -> new float[2][width]);
        box.apply(
                4,
                (y, line) -> {
                    float[][] buffer = buffers.get();
                    guide.read(y, buffer[0]);
                    input.read(y, buffer[1]);
                    products(buffer[0], buffer[1], line, width);
                },
                width,
                height,
                run,
                (y, means) -> lineOfWindow(means, slope, offset, y * width, width));
        box.apply(
                2,
                (y, line) -> {
                    widen(slope, y * width, line[0], width);
                    widen(offset, y * width, line[1], width);
                },
                width,
                height,
                run,
                (y, means) -> {
                    float[][] buffer = buffers.get();
                    guide.read(y, buffer[0]);
                    onLine(means[0], means[1], buffer[0], buffer[1], width);
                    sink.take(y, buffer[1]);
                });
    }

    private static void products(float[] guide, float[] input, double[][] line, int width) {
        for (int x = 0; x < width; x++) {
            double g = guide[x];
            double v = input[x];
            line[0][x] = g;
            line[1][x] = v;
            line[2][x] = g * g;
            line[3][x] = g * v;
        }
    }

    private void lineOfWindow(double[][] means, float[] slope, float[] offset, int at, int width) {
        for (int x = 0; x < width; x++) {
            double g = means[0][x];
            double v = means[1][x];
            double a = (means[3][x] - g * v) / (means[2][x] - g * g + epsilon);
            slope[at + x] = (float) a;
            offset[at + x] = (float) (v - a * g);
        }
    }

    private static void widen(float[] plane, int at, double[] line, int width) {
        for (int x = 0; x < width; x++) {
            line[x] = plane[at + x];
        }
    }

    private static void onLine(double[] slope, double[] offset, float[] guide, float[] to, int width) {
        for (int x = 0; x < width; x++) {
            to[x] = (float) (slope[x] * guide[x] + offset[x]);
        }
    }
}
