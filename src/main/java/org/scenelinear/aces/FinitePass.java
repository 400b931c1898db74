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

/**
 * Replaces what is not finite: +infinity by a limit, -infinity and NaN by 0. A tile without any, the usual one, only
 * costs the count.
 */
final class FinitePass implements Pass {
    private final float limit;

    FinitePass(float limit) {
        this.limit = limit;
    }

    @Override
    public void run(RenderingPlanes planes) {
        int length = planes.length;
        zeroOrNaN(planes.r, planes.g, planes.b, planes.more, length);
        toBits(planes.more, planes.bits, length);
        if (anySet(planes.bits, length) != 0) {
            replace(planes.r, length);
            replace(planes.g, length);
            replace(planes.b, length);
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

    private void replace(float[] x, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = (float) Rendering.finite(x[i], limit);
        }
    }
}
