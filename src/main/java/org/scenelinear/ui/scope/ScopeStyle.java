/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

import java.awt.Color;
import java.util.List;

/**
 * How the picture of a scope looks.
 *
 * @param dark whether its ground is dark
 * @param scale of letters and lines; 1 for a screen of usual density
 */
public record ScopeStyle(boolean dark, double scale) {
    /**
     * Red, green and blue that people with any color vision tell apart: Okabe and Ito, Color Universal Design, 2008.
     */
    private static final List<Color> TRACES =
            List.of(new Color(213, 94, 0), new Color(0, 158, 115), new Color(0, 114, 178));

    /** Checks the scale. */
    public ScopeStyle {
        if (!(scale >= 0.25 && scale <= 16)) {
            throw new IllegalArgumentException("a scale of " + scale);
        }
    }

    /** What everything stands on. */
    Color ground() {
        return dark ? new Color(18, 18, 18) : Color.WHITE;
    }

    /** Letters. */
    Color text() {
        return dark ? new Color(225, 225, 225) : new Color(20, 20, 20);
    }

    /** Lines that help to read. */
    Color muted() {
        return dark ? new Color(170, 170, 170) : new Color(90, 90, 90);
    }

    /** Lines behind the counts. */
    Color grid() {
        return dark ? new Color(64, 64, 64) : new Color(205, 205, 205);
    }

    /** Colors of counts. */
    DensityColors density() {
        return new DensityColors(dark, ground());
    }

    /** Lengths of a usual screen in the picture's pixels. */
    int pixels(double length) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    /**
     * Three counts in one color: light of red, green and blue traces on a dark ground, ink on a bright one.
     *
     * @param strengths of red, green and blue, 0 to 1
     */
    int overlay(double... strengths) {
        double[] sum = new double[3];
        for (int trace = 0; trace < 3; trace++) {
            Color color = TRACES.get(trace);
            int[] parts = {color.getRed(), color.getGreen(), color.getBlue()};
            for (int i = 0; i < 3; i++) {
                sum[i] += strengths[trace] * (dark ? parts[i] : 255 - parts[i]);
            }
        }
        int[] base = {ground().getRed(), ground().getGreen(), ground().getBlue()};
        int argb = 0xFF;
        for (int i = 0; i < 3; i++) {
            double part = dark ? base[i] + sum[i] : base[i] - sum[i];
            argb = argb << 8 | (int) Math.round(Math.min(255, Math.max(0, part)));
        }
        return argb;
    }

    /** The color of red, green or blue by itself. */
    Color trace(int index) {
        return TRACES.get(index);
    }
}
