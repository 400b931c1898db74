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

/** The planes of a tile by the names they have in the rendering. */
final class RenderingPlanes {
    /** The achromatic response after the tone scale. */
    final float[] achromatic;
    /** Its ratio to the one before. */
    final float[] change;
    /** Lightness J divided by 100. */
    final float[] lightness;
    /** Colorfulness M. */
    final float[] colorfulness;
    /** The cosine of the hue. */
    final float[] cosine;
    /** The sine of the hue. */
    final float[] sine;
    /** The largest M of AP1 at this hue. */
    final float[] reach;
    /** J of the limiting gamut's cusp, divided by 100. */
    final float[] cuspLightness;
    /** M of the cusp. */
    final float[] cuspColorfulness;
    /** The exponent of the boundary above the cusp; before the look-up, the hue. */
    final float[] upperExponent;

    final float[] scratch0;
    final float[] scratch1;
    final float[] scratch2;
    final float[] scratch3;
    final float[] scratch4;
    final float[] scratch5;
    final float[] scratch6;
    final float[] scratch7;
    final float[] scratch8;
    final int[] bits;
    final int[] moreBits;

    RenderingPlanes(Tile tile) {
        cosine = tile.g;
        sine = tile.b;
        achromatic = tile.scratch(0);
        change = tile.scratch(1);
        lightness = tile.scratch(2);
        colorfulness = tile.scratch(3);
        reach = tile.scratch(4);
        cuspLightness = tile.scratch(5);
        cuspColorfulness = tile.scratch(6);
        upperExponent = tile.scratch(7);
        scratch0 = tile.scratch(8);
        scratch1 = tile.scratch(9);
        scratch2 = tile.scratch(10);
        scratch3 = tile.scratch(11);
        scratch4 = tile.scratch(12);
        scratch5 = tile.scratch(13);
        scratch6 = tile.scratch(14);
        scratch7 = tile.scratch(15);
        scratch8 = tile.scratch(16);
        bits = tile.intScratch(0);
        moreBits = tile.intScratch(1);
    }
}
