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

/**
 * The weighted sum of red, green and blue that the pipeline takes for brightness: 0.2126, 0.7152, 0.0722. These are the
 * weights of Rec.709 on values of Rec.2020, as in agx-photo 0.2.0.
 */
final class Luma {
    static final float RED = 0.2126f;
    static final float GREEN = 0.7152f;
    static final float BLUE = 0.0722f;

    private Luma() {}

    /** The luma of {@code length} pixels from {@code offset} of the planes, to the first samples of {@code luma}. */
    static void read(float[][] rgb, int offset, float[] luma, int length) {
        sum(rgb[0], rgb[1], rgb[2], offset, luma, length);
    }

    private static void sum(float[] r, float[] g, float[] b, int offset, float[] luma, int length) {
        for (int i = 0; i < length; i++) {
            luma[i] = RED * r[offset + i] + GREEN * g[offset + i] + BLUE * b[offset + i];
        }
    }
}
