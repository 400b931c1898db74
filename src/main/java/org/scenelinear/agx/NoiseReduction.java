/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.Arrays;
import org.scenelinear.run.Run;
import org.scenelinear.transform.spatial.AtrousSmoothing;
import org.scenelinear.transform.spatial.Lines;
import org.scenelinear.transform.spatial.RankSelection;

/**
 * Takes noise out of luma and of two color differences: five levels of the &agrave; trous transform, each shrunk by a
 * threshold that follows the noise measured on the finest one. {@link Mode#COMPATIBLE} clamps the result to 0 to 1,
 * {@link Mode#HDR} keeps it as it is.
 *
 * <p>Formulas: agx-photo 0.2.0. A pixel that is not finite spoils those up to 62 samples away.
 *
 * @param luminance 0 to 100 percent of the threshold for luma; 0 leaves it alone
 * @param color 0 to 100 percent of the threshold for color differences; 0 leaves them alone
 * @param detail 0 to 100, how much of the finest luma is spared; by itself it does nothing but clamp
 */
public record NoiseReduction(double luminance, double color, double detail) implements PlaneStage {
    /** Median of the absolute value of a normal distribution of standard deviation 1. */
    private static final double MEDIAN_OF_NORMAL = 0.6745;

    private static final double[] LEVELS = {1, 1, 1.2, 1.5, 2};

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public NoiseReduction {
        ParameterRange.check("luminance", luminance, 0, 100);
        ParameterRange.check("color", color, 0, 100);
        ParameterRange.check("detail", detail, 0, 100);
    }

    @Override
    public boolean isNeutral() {
        return luminance == 0 && color == 0 && detail == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.LINEAR;
    }

    @Override
    public void apply(float[][] rgb, int width, int height, Mode mode, Run run) {
        if (luminance > 0 || color > 0) {
            forEachLine(height, run, y -> toDifferences(rgb[0], rgb[1], rgb[2], y * width, width));
            float[] other = new float[width * height];
            float[] sum = new float[width * height];
            if (color > 0) {
                shrink(rgb[0], other, sum, color, 0, width, height, run);
                shrink(rgb[2], other, sum, color, 0, width, height, run);
            }
            if (luminance > 0) {
                shrink(rgb[1], other, sum, luminance, detail, width, height, run);
            }
            forEachLine(height, run, y -> fromDifferences(rgb[0], rgb[1], rgb[2], y * width, width));
        }
        if (mode == Mode.COMPATIBLE && !isNeutral()) {
            forEachLine(height, run, y -> {
                for (float[] plane : rgb) {
                    clamp(plane, y * width, width);
                }
            });
        }
    }

    private static void shrink(
            float[] plane, float[] other, float[] sum, double strength, double spared, int width, int height, Run run) {
        AtrousSmoothing.apply(plane, 0, width, height, run, Lines.into(other, width));
        Lines.Source finest = (y, line) -> size(plane, other, y * width, line, width);
        double sigma = RankSelection.select(finest, width, height, (long) width * height / 2, run) / MEDIAN_OF_NORMAL;
        double threshold = 3 * sigma * strength / 100;
        float first = (float) (threshold * (1 - spared / 100));
        forEachLine(height, run, y -> {
            Arrays.fill(sum, y * width, (y + 1) * width, 0);
            addShrunk(plane, other, y * width, first, sum, width);
        });
        float[] from = other;
        float[] to = plane;
        for (int level = 1; level < LEVELS.length; level++) {
            float[] finer = from;
            float[] smoother = to;
            float limit = (float) (threshold * LEVELS[level]);
            AtrousSmoothing.apply(finer, level, width, height, run, (y, line) -> {
                System.arraycopy(line, 0, smoother, y * width, width);
                addShrunk(finer, smoother, y * width, limit, sum, width);
            });
            from = smoother;
            to = finer;
        }
        float[] rest = from;
        forEachLine(height, run, y -> add(rest, sum, y * width, plane, width));
    }

    private interface LineWork {
        void run(int y);
    }

    private static void forEachLine(int height, Run run, LineWork work) {
        Lines.forEach("reducing noise", height, run, () -> work, (state, y) -> state.run(y));
    }

    private static void toDifferences(float[] r, float[] g, float[] b, int at, int length) {
        for (int i = at; i < at + length; i++) {
            float luma = Luma.RED * r[i] + Luma.GREEN * g[i] + Luma.BLUE * b[i];
            r[i] -= luma;
            g[i] = luma;
            b[i] -= luma;
        }
    }

    private static void fromDifferences(float[] r, float[] g, float[] b, int at, int length) {
        for (int i = at; i < at + length; i++) {
            float luma = g[i];
            float red = luma + r[i];
            float blue = luma + b[i];
            r[i] = red;
            g[i] = (luma - Luma.RED * red - Luma.BLUE * blue) * (1 / Luma.GREEN);
            b[i] = blue;
        }
    }

    private static void size(float[] fine, float[] smooth, int at, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Math.abs(fine[at + i] - smooth[at + i]);
        }
    }

    /** Adds the difference, brought nearer to 0 by the threshold, as d + (|d - t| - |d + t|) / 2. */
    private static void addShrunk(float[] fine, float[] smooth, int at, float threshold, float[] sum, int length) {
        for (int i = 0; i < length; i++) {
            float d = fine[at + i] - smooth[at + i];
            sum[at + i] += d + 0.5f * (Math.abs(d - threshold) - Math.abs(d + threshold));
        }
    }

    private static void add(float[] a, float[] b, int at, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[at + i] = a[at + i] + b[at + i];
        }
    }

    private static void clamp(float[] plane, int at, int length) {
        for (int i = 0; i < length; i++) {
            plane[at + i] = Math.max(0, Math.min(plane[at + i], 1));
        }
    }
}
