/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/**
 * Replaces what is not finite: +infinity by a limit, -infinity and NaN by 0. Counts the pixels that had such a
 * component. A tile without any, the usual one, only costs the look.
 */
public final class FiniteKernel implements Kernel {
    private final float limit;
    private final PixelCount count;

    /**
     * A replacement.
     *
     * @param limit what +infinity counts as, finite
     * @param count is told of every pixel with a component that is not finite
     */
    public FiniteKernel(float limit, PixelCount count) {
        this.limit = limit;
        this.count = count;
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        float[] zeroOrNaN = tile.scratch(9);
        int[] bits = tile.intScratch(0);
        zeroOrNaN(tile.r, tile.g, tile.b, zeroOrNaN, length);
        toBits(zeroOrNaN, bits, length);
        if (anySet(bits, length) != 0) {
            count.add(countNaN(zeroOrNaN, length));
            replace(tile.r, length);
            replace(tile.g, length);
            replace(tile.b, length);
        }
    }

    private static void zeroOrNaN(float[] r, float[] g, float[] b, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.abs(r[i] * 0f + g[i] * 0f + b[i] * 0f);
        }
    }

    private static void toBits(float[] x, int[] bits, int length) {
        for (int i = 0; i < length; i++) {
            bits[i] = Float.floatToRawIntBits(x[i]);
        }
    }

    /** Not 0 if any of the bits is set; a sum of NaNs' bits, shifted so that it cannot overflow to 0. */
    private static int anySet(int[] bits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += bits[i] >>> 16;
        }
        return sum;
    }

    private static int countNaN(float[] x, int length) {
        int pixels = 0;
        for (int i = 0; i < length; i++) {
            pixels += Float.isNaN(x[i]) ? 1 : 0;
        }
        return pixels;
    }

    private void replace(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = (float) Rendering.finite(x[i], limit);
        }
    }
}
