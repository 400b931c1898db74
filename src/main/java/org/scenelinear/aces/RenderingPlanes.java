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

import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Tile;

/**
 * The planes of a tile by the names they have in the rendering. Planes of different stages are the same arrays: each
 * stage overwrites those of the others, except for the ones that are described here.
 */
final class RenderingPlanes {
    final int length;
    /** First component; within the rendering the achromatic response before the tone scale. */
    final float[] r;
    /** Second component; within the rendering the first opponent response. */
    final float[] g;
    /** Third component; within the rendering the second opponent response. */
    final float[] b;
    /** The cosine of the hue, in place of the first opponent response. */
    final float[] cosine;
    /** The sine of the hue, in place of the second opponent response. */
    final float[] sine;
    /** The hue in degrees, before it is looked up. */
    final float[] hue;
    /** The achromatic response after the tone scale. */
    final float[] achromatic;
    /** Its ratio to the one before. */
    final float[] change;
    /** Lightness J divided by 100. */
    final float[] lightness;
    /** Colorfulness M. */
    final float[] colorfulness;
    /** The largest M of AP1 at this hue. */
    final float[] reach;
    /** J of the limiting gamut's cusp, divided by 100. */
    final float[] cuspLightness;
    /** M of the cusp. */
    final float[] cuspColorfulness;
    /** The exponent of the boundary above the cusp. */
    final float[] upperExponent;

    // Scratch of polar form.
    final float[] hueMask;

    // Scratch of chroma compression.
    final float[] norm;
    final float[] limit;
    final float[] normalized;
    final float[] shadow;
    final float[] k1;
    final float[] k2;
    final float[] distance;
    final float[] relative;
    final float[] bent;
    final float[] expansionK1;
    final float[] expansionK2;

    // Scratch of gamut compression.
    final float[] focus;
    final float[] gain;
    final float[] crossing;
    final float[] slope;
    final float[] cuspCrossing;
    final float[] boundary;
    final float[] other;
    final float[] mask;
    final float[] temporary;

    /** In the inverse: the lightness that says how steep a line is. */
    final float[] guide;
    /** In the inverse: the colorfulness before gamut compression. */
    final float[] expanded;

    /** In the inverse: 1 where the pixel lies outside of the invertible range, otherwise 0. */
    final float[] outside;

    // Scratch of encoding and the way back to RGB.
    final float[] power;
    final float[] more;
    final float[] another;

    final int[] bits;
    final SpanScratch span;

    RenderingPlanes(Tile tile) {
        length = tile.length;
        r = tile.r;
        g = tile.g;
        b = tile.b;
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
        hue = upperExponent;
        hueMask = tile.scratch(8);
        norm = tile.scratch(8);
        limit = tile.scratch(9);
        normalized = tile.scratch(10);
        shadow = tile.scratch(11);
        k1 = tile.scratch(12);
        k2 = tile.scratch(13);
        distance = tile.scratch(14);
        relative = tile.scratch(15);
        bent = tile.scratch(16);
        expansionK1 = tile.scratch(6);
        expansionK2 = tile.scratch(7);
        focus = tile.scratch(8);
        gain = tile.scratch(9);
        crossing = tile.scratch(10);
        slope = tile.scratch(11);
        cuspCrossing = tile.scratch(12);
        boundary = tile.scratch(13);
        other = tile.scratch(14);
        mask = tile.scratch(15);
        temporary = tile.scratch(16);
        guide = tile.scratch(0);
        expanded = tile.scratch(1);
        outside = tile.scratch(17);
        power = tile.scratch(8);
        more = tile.scratch(9);
        another = tile.scratch(10);
        bits = tile.intScratch(0);
        span = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
    }
}
