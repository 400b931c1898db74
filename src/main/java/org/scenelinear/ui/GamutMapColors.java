/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import org.scenelinear.color.ColorSpace;
import org.scenelinear.inspect.GamutMap;
import org.scenelinear.math.Matrix3;

/**
 * The colors of a gamut map: the picture in dark gray, and over it, the stronger the farther outside, blue beyond cyan,
 * red purple beyond magenta and yellow beyond yellow; these differ in brightness too. A NaN is white.
 */
public final class GamutMapColors {
    private static final int[] SIDES = {0x2F9BE0, 0xC8377E, 0xF2DC3C};
    private static final int WHITE = 0xFFFFFFFF;
    private static final int OPAQUE = 0xFF000000;

    /** What the faintest is mixed with at least. */
    private static final double LEAST = 0.45;

    private GamutMapColors() {}

    /**
     * Paints.
     *
     * @param map of each pixel
     * @param rgb linear, what the map was made of
     * @param space their primaries
     * @return opaque ARGB, line by line
     */
    public static int[] paint(GamutMap map, float[][] rgb, ColorSpace space) {
        Matrix3 toXyz = space.chromaticities().toXyz();
        int[] argb = new int[map.distances().length];
        for (int i = 0; i < argb.length; i++) {
            double luminance = toXyz.get(1, 0) * rgb[0][i] + toXyz.get(1, 1) * rgb[1][i] + toXyz.get(1, 2) * rgb[2][i];
            int gray = gray(luminance);
            float distance = map.distances()[i];
            if (Float.isNaN(distance)) {
                argb[i] = WHITE;
            } else {
                double part = distance > 0 ? LEAST + (1 - LEAST) * Math.min(1, distance) : 0;
                argb[i] = mix(gray, SIDES[map.components()[i]], part);
            }
        }
        return argb;
    }

    /** Dark, from 8 stops below middle gray to 8 above. */
    private static int gray(double luminance) {
        double stops = luminance > 0 ? Math.log(luminance / 0.18) / Math.log(2) : -8;
        return (int) Math.round(20 + 110 * Math.max(0, Math.min(1, (stops + 8) / 16)));
    }

    private static int mix(int gray, int color, double part) {
        int mixed = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= (int) Math.round(gray + part * ((color >> shift & 0xFF) - gray)) << shift;
        }
        return mixed;
    }
}
