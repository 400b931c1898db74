/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;

/**
 * A plane that has samples at only some pixels of its window, and how it becomes a plane with one at every pixel. Each
 * direction is treated on its own:
 *
 * <ul>
 *   <li>every sample: copied;
 *   <li>every second: the filter by which OpenEXR reconstructs chroma, {@link ChromaFilter};
 *   <li>any other step: a straight line from sample to sample. OpenEXR has no filter for these. A line keeps constants
 *       and ramps, and it never leaves the range of its ends, so it can make no color stronger than the file has it.
 * </ul>
 *
 * <p>Samples stand at the first column and line and every step from there, for the corner of a data window is always a
 * multiple of the sampling. Behind the last sample the plane stays as it is there.
 *
 * @param width columns of the window
 * @param height lines of the window
 * @param xStep a sample stands at every {@code xStep}-th column
 * @param yStep a sample stands at every {@code yStep}-th line
 */
public record Subsampling(int width, int height, int xStep, int yStep) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if a size or step is below 1, or a step does not divide its size
     */
    public Subsampling {
        if (width < 1 || height < 1 || xStep < 1 || yStep < 1 || width % xStep != 0 || height % yStep != 0) {
            throw new IllegalArgumentException("a window of " + width + " x " + height
                    + " pixels cannot have a sample at every " + xStep + " x " + yStep);
        }
    }

    /** How a channel of a part is sampled. */
    public static Subsampling of(Header header, Channel channel) {
        return new Subsampling(
                header.dataWindow().width(), header.dataWindow().height(), channel.xSampling(), channel.ySampling());
    }

    /** How many samples a line has. */
    public int samplesPerLine() {
        return width / xStep;
    }

    /** How many samples there are. */
    public int samples() {
        return Math.multiplyExact(samplesPerLine(), height / yStep);
    }

    /** How many pixels the window has. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    /**
     * Fills a plane from its samples.
     *
     * @param samples the stored samples, line by line; at least {@link #samples()}
     * @param plane where one value per pixel goes; at least {@link #pixels()}, another array than {@code samples}
     */
    public void expand(float[] samples, float[] plane) {
        requireRoom("samples", samples, samples());
        requireRoom("plane", plane, pixels());
        expandLines(samples, plane);
        if (yStep == 2) {
            ChromaFilter filter = new ChromaFilter(width);
            float[] line = new float[width];
            for (int y = 1; y < height; y += 2) {
                filter.reconstructLine(plane, height, y, line);
                System.arraycopy(line, 0, plane, y * width, width);
            }
        } else if (yStep > 2) {
            interpolateLines(plane);
        }
    }

    /** Fills the lines that have samples. */
    private void expandLines(float[] samples, float[] plane) {
        int count = samplesPerLine();
        ChromaFilter filter = new ChromaFilter(count);
        float[] line = new float[count];
        float[] between = new float[count];
        for (int y = 0; y < height; y += yStep) {
            System.arraycopy(samples, y / yStep * count, line, 0, count);
            int start = y * width;
            if (xStep == 2) {
                filter.reconstructBetween(line, between);
                for (int i = 0; i < count; i++) {
                    plane[start + 2 * i] = line[i];
                    plane[start + 2 * i + 1] = between[i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    float next = line[Math.min(i + 1, count - 1)];
                    plane[start + i * xStep] = line[i];
                    for (int step = 1; step < xStep; step++) {
                        plane[start + i * xStep + step] = interpolate(line[i], next, (float) step / xStep);
                    }
                }
            }
        }
    }

    /** Fills the lines without samples by straight lines. */
    private void interpolateLines(float[] plane) {
        for (int y = 0; y < height; y += yStep) {
            int above = y * width;
            int below = Math.min(y + yStep, height - yStep) * width;
            for (int step = 1; step < yStep; step++) {
                int start = above + step * width;
                float part = (float) step / yStep;
                for (int x = 0; x < width; x++) {
                    plane[start + x] = interpolate(plane[above + x], plane[below + x], part);
                }
            }
        }
    }

    /** On the line between two values; exactly the value where both are the same. */
    private static float interpolate(float from, float to, float part) {
        return from == to ? from : (1 - part) * from + part * to;
    }

    static void requireRoom(String what, float[] plane, int needed) {
        if (plane.length < needed) {
            throw new IllegalArgumentException(what + ": " + needed + " values are needed, not " + plane.length);
        }
    }
}
