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
 * A blur with a Gaussian: along the lines, then along the columns, with weights exp(-d&sup2; / (2 sigma&sup2;)) up to
 * the distance ceil(3 sigma), scaled so that their sum is 1. Beyond an edge its outermost sample repeats. A sample that
 * is not finite spoils its whole window.
 */
public final class GaussianBlur {
    /** Samples of a line worked on at once, so that all lines under the weights stay in the cache. */
    public static final int STRIP = 1024;

    private final float[] weights;
    private final int radius;

    /**
     * A blur.
     *
     * @param sigma the standard deviation in samples, more than 0 and at most 1000
     */
    public GaussianBlur(double sigma) {
        if (!(sigma > 0 && sigma <= 1000)) {
            throw new IllegalArgumentException("sigma is " + sigma + ", not more than 0 and at most 1000");
        }
        radius = (int) Math.ceil(3 * sigma);
        double[] exact = new double[radius + 1];
        double sum = 0;
        for (int d = 0; d <= radius; d++) {
            exact[d] = Math.exp(-0.5 * d * d / (sigma * sigma));
            sum += d == 0 ? exact[d] : 2 * exact[d];
        }
        weights = new float[radius + 1];
        for (int d = 0; d <= radius; d++) {
            weights[d] = (float) (exact[d] / sum);
        }
    }

    /**
     * Blurs a plane.
     *
     * @param source gives the plane's lines, each once
     * @param scratch as large as the plane
     * @param width samples of a line
     * @param height lines
     * @param run on how many threads, who hears of it, who can cancel
     * @param sink takes the blurred lines, after the source has given its last
     */
    public void apply(Lines.Source source, float[] scratch, int width, int height, Run run, Lines.Sink sink) {
        Lines.forEach("blurring", height, run, () -> new Line(width), (line, y) -> {
            source.read(y, line.samples);
            alongLine(line, width);
            System.arraycopy(line.blurred, 0, scratch, y * width, width);
        });
        Lines.forEach("blurring", height, run, () -> new Line(width), (line, y) -> {
            acrossLines(scratch, y, width, height, line);
            sink.take(y, line.blurred);
        });
    }

    /** Blurs the lines of a plane, each along itself, in place: what {@link #across} makes a whole blur of. */
    public void along(float[] plane, int width, int height, Run run) {
        Lines.forEach("blurring", height, run, () -> new Line(width), (line, y) -> {
            System.arraycopy(plane, y * width, line.samples, 0, width);
            alongLine(line, width);
            System.arraycopy(line.blurred, 0, plane, y * width, width);
        });
    }

    /**
     * Samples of a line of a plane, blurred across the lines.
     *
     * @param plane not changed
     * @param x the first sample
     * @param y the line
     * @param results receives {@code length} samples
     * @param length at most {@link #STRIP}, and not beyond the line
     */
    public void across(float[] plane, int x, int y, int width, int height, float[] results, int length) {
        scale(plane, y * width + x, weights[0], results, length);
        int d = 1;
        for (; d < radius; d += 2) {
            addTwoPairs(
                    plane,
                    Math.max(y - d, 0) * width + x,
                    Math.min(y + d, height - 1) * width + x,
                    weights[d],
                    Math.max(y - d - 1, 0) * width + x,
                    Math.min(y + d + 1, height - 1) * width + x,
                    weights[d + 1],
                    results,
                    length);
        }
        if (d == radius) {
            int above = Math.max(y - d, 0) * width + x;
            int below = Math.min(y + d, height - 1) * width + x;
            addPair(plane, above, below, weights[d], results, length);
        }
    }

    private final class Line {
        final float[] samples;
        final float[] padded;
        final float[] blurred;
        final float[] sums = new float[STRIP];

        Line(int width) {
            samples = new float[width];
            padded = new float[width + 2 * radius];
            blurred = new float[width];
        }
    }

    private void alongLine(Line line, int width) {
        float[] padded = line.padded;
        Arrays.fill(padded, 0, radius, line.samples[0]);
        System.arraycopy(line.samples, 0, padded, radius, width);
        Arrays.fill(padded, radius + width, padded.length, line.samples[width - 1]);
        for (int x = 0; x < width; x += STRIP) {
            int length = Math.min(STRIP, width - x);
            int center = x + radius;
            scale(padded, center, weights[0], line.sums, length);
            int d = 1;
            for (; d < radius; d += 2) {
                addTwoPairs(
                        padded,
                        center - d,
                        center + d,
                        weights[d],
                        center - d - 1,
                        center + d + 1,
                        weights[d + 1],
                        line.sums,
                        length);
            }
            if (d == radius) {
                addPair(padded, center - d, center + d, weights[d], line.sums, length);
            }
            System.arraycopy(line.sums, 0, line.blurred, x, length);
        }
    }

    private void acrossLines(float[] plane, int y, int width, int height, Line line) {
        for (int x = 0; x < width; x += STRIP) {
            int length = Math.min(STRIP, width - x);
            across(plane, x, y, width, height, line.sums, length);
            System.arraycopy(line.sums, 0, line.blurred, x, length);
        }
    }

    private static void scale(float[] from, int offset, float weight, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] = weight * from[offset + i];
        }
    }

    private static void addPair(float[] from, int first, int second, float weight, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += weight * (from[first + i] + from[second + i]);
        }
    }

    private static void addTwoPairs(
            float[] from, int a, int b, float near, int c, int d, float far, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += near * (from[a + i] + from[b + i]) + far * (from[c + i] + from[d + i]);
        }
    }
}
