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
 * The minimum in a square window, clipped at the edges, with about six comparisons a sample whatever the window's size
 * (van Herk 1992; Gil and Werman 1993). NaN spreads over its window.
 */
public final class MinimumFilter {
    private final int radius;

    /**
     * A filter.
     *
     * @param radius samples to either side of the middle, 1 to 10000
     */
    public MinimumFilter(int radius) {
        if (radius < 1 || radius > 10000) {
            throw new IllegalArgumentException("radius is " + radius + ", not 1 to 10000");
        }
        this.radius = radius;
    }

    /**
     * Filters a plane.
     *
     * @param source gives the plane's lines, each once
     * @param scratch as large as the plane
     * @param target receives the minima
     * @param width samples of a line
     * @param height lines
     * @param run on how many threads, who hears of it, who can cancel
     */
    public void apply(Lines.Source source, float[] scratch, float[] target, int width, int height, Run run) {
        int window = 2 * radius + 1;
        Lines.forEach("looking for minima", height, run, () -> new float[2][width + 2 * radius], (lines, y) -> {
            source.read(y, lines[0]);
            System.arraycopy(lines[0], 0, lines[1], radius, width);
            Arrays.fill(lines[1], 0, radius, Float.POSITIVE_INFINITY);
            Arrays.fill(lines[1], radius + width, width + 2 * radius, Float.POSITIVE_INFINITY);
            System.arraycopy(alongLine(lines[1], lines[0], window), 0, scratch, y * width, width);
        });
        Lines.forEachBand(
                "looking for minima",
                height,
                window,
                run,
                () -> new float[window + 1][width],
                (lines, begin, end) -> acrossLines(scratch, target, width, height, lines, begin, end));
    }

    /** Windows of doubled size out of pairs of smaller ones; the last pair overlaps. */
    private static float[] alongLine(float[] values, float[] other, int window) {
        float[] from = values;
        float[] to = other;
        int size = 1;
        while (size < window) {
            int shift = Math.min(size, window - size);
            least(from, 0, from, shift, to, 0, values.length - size - shift + 1);
            size += shift;
            float[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** The windows of a band of as many lines as a window has: the end of one block of lines, the start of the next. */
    private void acrossLines(
            float[] plane, float[] target, int width, int height, float[][] lines, int begin, int end) {
        int window = 2 * radius + 1;
        for (int j = window - 1; j >= 0; j--) {
            int y = begin - radius + j;
            if (j == window - 1) {
                Arrays.fill(lines[j], Float.POSITIVE_INFINITY);
            } else {
                System.arraycopy(lines[j + 1], 0, lines[j], 0, width);
            }
            if (y >= 0 && y < height) {
                least(lines[j], 0, plane, y * width, lines[j], 0, width);
            }
        }
        float[] next = lines[window];
        Arrays.fill(next, Float.POSITIVE_INFINITY);
        for (int y = begin; y < end; y++) {
            if (y > begin && y + radius < height) {
                least(next, 0, plane, (y + radius) * width, next, 0, width);
            }
            least(lines[y - begin], 0, next, 0, target, y * width, width);
        }
    }

    private static void least(float[] a, int atA, float[] b, int atB, float[] to, int at, int length) {
        for (int i = 0; i < length; i++) {
            to[at + i] = Math.min(a[atA + i], b[atB + i]);
        }
    }
}
