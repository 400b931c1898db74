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

import org.scenelinear.color.ChannelCoupling.SystemGamma;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.CurveTransform.Direction;

/**
 * The system gamma of hybrid log-gamma as vector code: one power of the luminance for each pixel. Pixels whose
 * luminance is NaN, infinite or above 1e30 get the evaluation in double.
 */
final class SystemGammaKernel implements Kernel {
    private static final float LARGEST = 1e30f;

    private final SystemGamma coupling;
    private final boolean toDisplay;
    private final PowerSpan power;
    /** The luminance below which the gain stays as it is. */
    private final float floor;
    /** Factor of the power of the luminance. */
    private final float factor;

    SystemGammaKernel(SystemGamma coupling, Direction direction) {
        this.coupling = coupling;
        this.toDisplay = direction == Direction.DECODE;
        double gamma = coupling.gamma();
        double exponent = toDisplay ? gamma - 1 : 1 / gamma - 1;
        this.power = new PowerSpan(exponent);
        // At black the reference evaluation gives the gain of its floor: what has this gain is the floor.
        double one = toDisplay ? coupling.peak() : Math.pow(coupling.peak(), -exponent - 1);
        double black = toDisplay ? coupling.displayGain(0, 0, 0) : coupling.sceneGain(0, 0, 0);
        this.factor = (float) one;
        this.floor = (float) Math.pow(black / one, 1 / exponent);
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        float[] gain = tile.scratch(0);
        luminance(tile.r, tile.g, tile.b, gain, length);
        limit(gain, floor, length);
        power.apply(gain, gain, tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY)), length);
        float[] check = tile.scratch(1);
        luminance(tile.r, tile.g, tile.b, check, length);
        finish(gain, check, factor, length);
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(gain[i])) {
                exactly(tile, i);
                gain[i] = 1;
            }
        }
        scale(tile.r, gain, length);
        scale(tile.g, gain, length);
        scale(tile.b, gain, length);
    }

    private static void luminance(float[] r, float[] g, float[] b, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.2627f * r[i] + 0.6780f * g[i] + 0.0593f * b[i];
        }
    }

    private static void limit(float[] luminance, float floor, int length) {
        for (int i = 0; i < length; i++) {
            float above = Math.abs(luminance[i]) - floor;
            luminance[i] = floor + 0.5f * (above + Math.abs(above));
        }
    }

    /** Makes the powers gains; NaN where the luminance asks for the evaluation in double. */
    private static void finish(float[] gain, float[] luminance, float factor, int length) {
        for (int i = 0; i < length; i++) {
            gain[i] = factor * gain[i] + 0 * (float) Math.sqrt(LARGEST - Math.abs(luminance[i]));
        }
    }

    private static void scale(float[] plane, float[] gain, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = plane[i] * gain[i];
        }
    }

    private void exactly(Tile tile, int i) {
        double gain = toDisplay
                ? coupling.displayGain(tile.r[i], tile.g[i], tile.b[i])
                : coupling.sceneGain(tile.r[i], tile.g[i], tile.b[i]);
        tile.r[i] = (float) (gain * tile.r[i]);
        tile.g[i] = (float) (gain * tile.g[i]);
        tile.b[i] = (float) (gain * tile.b[i]);
    }
}
