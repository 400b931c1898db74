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

import org.scenelinear.run.Run;
import org.scenelinear.transform.spatial.GuidedFilter;
import org.scenelinear.transform.spatial.Lines;
import org.scenelinear.transform.spatial.MinimumFilter;
import org.scenelinear.transform.spatial.RankSelection;

/**
 * Takes haze away or adds it, after the dark channel prior (He, Sun and Tang, 2009).
 *
 * <p>Taking away divides by how much of the light came through, so {@link Mode#COMPATIBLE} makes highlights up to ten
 * times brighter. {@link Mode#HDR} looks for haze, and takes it away, in the part of the light within 0 to 1; what lies
 * outside is added again as it was. Inside 0 to 1 both do the same.
 *
 * <p>Formulas: agx-photo 0.2.0, except that all pixels as dark as the last candidate for the haze's color compete. In
 * the HDR mode NaN stays NaN and infinities stay; in the compatible mode they spoil their surroundings.
 *
 * @param amount -100 to 100; positive takes haze away, negative adds it, 0 is neutral
 */
public record Dehaze(double amount) implements PlaneStage {
    private static final MinimumFilter DARK = new MinimumFilter(7);
    private static final GuidedFilter SMOOTH = new GuidedFilter(40, 0.001);
    private static final double CANDIDATES = 0.001;
    private static final float LEAST_AIRLIGHT = 0.01f;
    private static final float LEAST_TRANSMISSION = 0.1f;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the amount is outside its range
     */
    public Dehaze {
        ParameterRange.check("amount", amount, -100, 100);
    }

    @Override
    public boolean isNeutral() {
        return amount == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.LINEAR;
    }

    @Override
    public void apply(float[][] rgb, int width, int height, Mode mode, Run run) {
        if (isNeutral()) {
            return;
        }
        boolean within = mode == Mode.HDR;
        float[] scratch = new float[width * height];
        float[] dark = new float[width * height];
        Lines.Source darkest = (y, line) -> least(rgb, y * width, new float[] {1, 1, 1}, within, line, width);
        DARK.apply(darkest, scratch, dark, width, height, run);
        float[] airlight = airlight(rgb, dark, within, width, height, run);
        if (amount < 0) {
            float strength = (float) (-amount / 100);
            Lines.forEach("adding haze", height, run, () -> strength, (s, y) -> {
                for (int c = 0; c < 3; c++) {
                    blend(rgb[c], y * width, airlight[c], s, width);
                }
            });
            return;
        }
        float[] scales = new float[3];
        for (int c = 0; c < 3; c++) {
            scales[c] = 1 / Math.max(airlight[c], LEAST_AIRLIGHT);
        }
        Lines.Source relative = (y, line) -> least(rgb, y * width, scales, within, line, width);
        DARK.apply(relative, scratch, dark, width, height, run);
        float strength = (float) (amount / 100);
        Lines.Source through = (y, line) -> transmission(dark, y * width, strength, line, width);
        Lines.Source guide = (y, line) -> {
            if (within) {
                lumaWithin(rgb[0], rgb[1], rgb[2], y * width, line, width);
            } else {
                Luma.read(rgb, y * width, line, width);
            }
        };
        float[] offset = new float[width * height];
        SMOOTH.apply(guide, through, scratch, offset, width, height, run, (y, line) -> {
            gains(line, width);
            for (int c = 0; c < 3; c++) {
                if (within) {
                    clearWithin(rgb[c], y * width, airlight[c], line, width);
                } else {
                    clear(rgb[c], y * width, airlight[c], line, width);
                }
            }
        });
    }

    /** The haze's color: the brightest of the pixels whose surroundings are the least dark. */
    private static float[] airlight(float[][] rgb, float[] dark, boolean within, int width, int height, Run run) {
        int count = width * height;
        long candidates = Math.max(1, (long) Math.ceil(CANDIDATES * count));
        float limit = RankSelection.select(Lines.of(dark, width), width, height, count - candidates, run);
        int[] brightest = new int[height];
        Lines.forEach("looking for the haze", height, run, () -> rgb, (planes, y) -> {
            int best = -1;
            for (int i = y * width; i < (y + 1) * width; i++) {
                if (dark[i] >= limit
                        && (best < 0 || brightness(planes, i, within) > brightness(planes, best, within))) {
                    best = i;
                }
            }
            brightest[y] = best;
        });
        int best = -1;
        for (int i : brightest) {
            if (i >= 0 && (best < 0 || brightness(rgb, i, within) > brightness(rgb, best, within))) {
                best = i;
            }
        }
        float[] airlight = new float[3];
        for (int c = 0; c < 3; c++) {
            airlight[c] = best < 0 ? 1 : clamped(rgb[c][best]);
        }
        return airlight;
    }

    private static float brightness(float[][] rgb, int i, boolean within) {
        return within
                ? clamped(rgb[0][i]) + clamped(rgb[1][i]) + clamped(rgb[2][i])
                : rgb[0][i] + rgb[1][i] + rgb[2][i];
    }

    /** Between 0 and 1; NaN becomes 0. */
    private static float clamped(float value) {
        return value > 0 ? value < 1 ? value : 1 : 0;
    }

    private static void least(float[][] rgb, int at, float[] scales, boolean within, float[] to, int length) {
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        float red = scales[0];
        float green = scales[1];
        float blue = scales[2];
        if (within) {
            for (int i = 0; i < length; i++) {
                to[i] = Math.min(
                        Math.min(clamped(r[at + i]) * red, clamped(g[at + i]) * green), clamped(b[at + i]) * blue);
            }
        } else {
            for (int i = 0; i < length; i++) {
                to[i] = Math.min(Math.min(r[at + i] * red, g[at + i] * green), b[at + i] * blue);
            }
        }
    }

    private static void lumaWithin(float[] r, float[] g, float[] b, int at, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Luma.RED * clamped(r[at + i]) + Luma.GREEN * clamped(g[at + i]) + Luma.BLUE * clamped(b[at + i]);
        }
    }

    private static void transmission(float[] dark, int at, float strength, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = 1 - strength * dark[at + i];
        }
    }

    private static void gains(float[] transmission, int length) {
        for (int i = 0; i < length; i++) {
            transmission[i] = 1 / Math.max(transmission[i], LEAST_TRANSMISSION);
        }
    }

    private static void blend(float[] plane, int at, float airlight, float strength, int length) {
        for (int i = 0; i < length; i++) {
            plane[at + i] = plane[at + i] * (1 - strength) + airlight * strength;
        }
    }

    private static void clear(float[] plane, int at, float airlight, float[] gains, int length) {
        for (int i = 0; i < length; i++) {
            plane[at + i] = (plane[at + i] - airlight) * gains[i] + airlight;
        }
    }

    private static void clearWithin(float[] plane, int at, float airlight, float[] gains, int length) {
        for (int i = 0; i < length; i++) {
            float value = plane[at + i];
            float part = clamped(value);
            plane[at + i] = (part - airlight) * gains[i] + airlight + (value - part);
        }
    }
}
