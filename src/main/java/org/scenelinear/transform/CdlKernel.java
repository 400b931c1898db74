/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import org.scenelinear.run.Tile;

/** {@link CdlTransform} as short loops over one component each. */
final class CdlKernel implements Kernel {
    private static final float RED_WEIGHT = 0.2126f;
    private static final float GREEN_WEIGHT = 0.7152f;
    private static final float BLUE_WEIGHT = 0.0722f;

    private final boolean reverse;
    private final boolean clamps;
    private final float[] gains = new float[3];
    private final float[] offsets = new float[3];
    /** Null if the power is 1. */
    private final PiecewiseKernel power;

    private final float saturation;

    CdlKernel(CdlTransform cdl) {
        reverse = cdl.style().isReverse();
        clamps = cdl.style().clamps();
        for (int c = 0; c < 3; c++) {
            double slope = cdl.slope().get(c);
            double offset = cdl.offset().get(c);
            gains[c] = (float) (reverse ? 1 / slope : slope);
            offsets[c] = (float) (reverse ? -offset / slope : offset);
        }
        ChannelValues exponents = cdl.power();
        power = exponents.equals(ChannelValues.ONE)
                ? null
                : PiecewiseKernel.of(
                        c -> PiecewiseFunction.power(reverse ? 1 / exponents.get(c) : exponents.get(c), 1, false));
        saturation = (float) (reverse ? 1 / cdl.saturation() : cdl.saturation());
    }

    @Override
    public void apply(Tile tile) {
        if (reverse) {
            clamp(tile);
            saturate(tile);
            clamp(tile);
            raise(tile);
            scale(tile);
        } else {
            scale(tile);
            clamp(tile);
            raise(tile);
            saturate(tile);
        }
        clamp(tile);
    }

    private void scale(Tile tile) {
        line(tile.r, gains[0], offsets[0], tile.length);
        line(tile.g, gains[1], offsets[1], tile.length);
        line(tile.b, gains[2], offsets[2], tile.length);
    }

    private void raise(Tile tile) {
        if (power != null) {
            power.apply(tile);
        }
    }

    private void clamp(Tile tile) {
        if (clamps) {
            clamp(tile.r, tile.length);
            clamp(tile.g, tile.length);
            clamp(tile.b, tile.length);
        }
    }

    private void saturate(Tile tile) {
        if (saturation == 1) {
            return;
        }
        float[] luma = tile.scratch(0);
        luma(tile.r, tile.g, tile.b, luma, tile.length);
        mix(tile.r, luma, saturation, tile.length);
        mix(tile.g, luma, saturation, tile.length);
        mix(tile.b, luma, saturation, tile.length);
    }

    private static void line(float[] plane, float gain, float offset, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = plane[i] * gain + offset;
        }
    }

    private static void clamp(float[] plane, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = Math.min(Math.max(plane[i], 0f), 1f);
        }
    }

    private static void luma(float[] r, float[] g, float[] b, float[] luma, int length) {
        for (int i = 0; i < length; i++) {
            luma[i] = RED_WEIGHT * r[i] + GREEN_WEIGHT * g[i] + BLUE_WEIGHT * b[i];
        }
    }

    private static void mix(float[] plane, float[] luma, float saturation, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = luma[i] + saturation * (plane[i] - luma[i]);
        }
    }
}
