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
 * One level of the &agrave; trous wavelet transform with the B3 spline (Starck and Murtagh): weights 1, 4, 6, 4, 1 over
 * 16 along columns and lines, taken 2<sup>level</sup> samples apart. Edges mirror, without repeating the outermost
 * sample.
 */
public final class AtrousSmoothing {
    private static final float OUTER = 1 / 16f;
    private static final float INNER = 4 / 16f;
    private static final float MIDDLE = 6 / 16f;

    private AtrousSmoothing() {}

    /**
     * Smooths a plane.
     *
     * @param plane is read only
     * @param level 0 to 24
     * @param width samples of a line
     * @param height lines
     * @param run on how many threads, who hears of it, who can cancel
     * @param sink takes the smooth lines; it must not write to {@code plane}
     */
    public static void apply(float[] plane, int level, int width, int height, Run run, Lines.Sink sink) {
        if (level < 0 || level > 24) {
            throw new IllegalArgumentException("level is " + level + ", not 0 to 24");
        }
        int step = 1 << level;
        Lines.forEach("smoothing", height, run, () -> new float[2][width + 4 * step], (lines, y) -> {
            float[] padded = lines[0];
            across(
                    plane,
                    mirrored(y - 2 * step, height) * width,
                    mirrored(y - step, height) * width,
                    y * width,
                    mirrored(y + step, height) * width,
                    mirrored(y + 2 * step, height) * width,
                    lines[1],
                    width);
            System.arraycopy(lines[1], 0, padded, 2 * step, width);
            for (int d = 1; d <= 2 * step; d++) {
                padded[2 * step - d] = lines[1][mirrored(-d, width)];
                padded[2 * step + width - 1 + d] = lines[1][mirrored(width - 1 + d, width)];
            }
            across(padded, 0, step, 2 * step, 3 * step, 4 * step, lines[1], width);
            sink.take(y, lines[1]);
        });
    }

    private static int mirrored(int index, int count) {
        if (count == 1) {
            return 0;
        }
        int period = 2 * count - 2;
        int within = Math.floorMod(index, period);
        return Math.min(within, period - within);
    }

    private static void across(float[] from, int a, int b, int c, int d, int e, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = OUTER * (from[a + i] + from[e + i]) + INNER * (from[b + i] + from[d + i]) + MIDDLE * from[c + i];
        }
    }
}
