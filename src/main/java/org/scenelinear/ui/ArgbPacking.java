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

import org.scenelinear.run.Tile;

/**
 * Code values of 0 to 1 to opaque 8-bit ARGB pixels, rounded to nearest. Several short loops: casts of floats to
 * integers are not vector code on Java 17, plain moves of bits and integer arithmetic are.
 */
final class ArgbPacking {
    /** 1.5 x 2<sup>23</sup>: a float of that size has no fraction, and the low bits of its pattern are the integer. */
    private static final float ROUNDING = 12582912f;

    private static final int OPAQUE = 0xFF000000;

    private ArgbPacking() {}

    /**
     * Packs the pixels of a tile; its components are overwritten.
     *
     * @param tile finite components; below 0 counts as 0, above 1 as 1
     * @param argb takes {@code tile.length} pixels
     * @param offset of the first of them
     */
    static void pack(Tile tile, int[] argb, int offset) {
        int[] packed = tile.intScratch(0);
        int[] green = tile.intScratch(1);
        int[] blue = tile.intScratch(2);
        toCodes(tile.r, packed, tile.length);
        toCodes(tile.g, green, tile.length);
        toCodes(tile.b, blue, tile.length);
        combine(packed, green, blue, tile.length);
        System.arraycopy(packed, 0, argb, offset, tile.length);
    }

    private static void toCodes(float[] values, int[] codes, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.min(Math.max(values[i], 0f), 1f) * 255f + ROUNDING;
        }
        for (int i = 0; i < length; i++) {
            codes[i] = Float.floatToRawIntBits(values[i]);
        }
    }

    private static void combine(int[] red, int[] green, int[] blue, int length) {
        for (int i = 0; i < length; i++) {
            red[i] = OPAQUE | (red[i] & 0xFF) << 16 | (green[i] & 0xFF) << 8 | blue[i] & 0xFF;
        }
    }
}
