/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/** A tile on its way through a kernel that makes some number of everything, such as an output transform. */
final class ScopeTile {
    final Tile tile = new Tile();
    private final float[] broken = new float[Tile.CAPACITY];

    /** Copies some pixels behind those the tile has. */
    void add(float[][] rgb, int start, int length) {
        System.arraycopy(rgb[0], start, tile.r, tile.length, length);
        System.arraycopy(rgb[1], start, tile.g, tile.length, length);
        System.arraycopy(rgb[2], start, tile.b, tile.length, length);
        tile.length += length;
    }

    /** Applies the kernel. A pixel with a component that is not finite has NaN in all three afterwards. */
    void render(Kernel kernel) {
        markBroken(tile.r, tile.g, tile.b, broken, tile.length);
        kernel.apply(tile);
        add(broken, tile.r, tile.length);
        add(broken, tile.g, tile.length);
        add(broken, tile.b, tile.length);
    }

    /** 0 where all three are finite, else NaN. */
    private static void markBroken(float[] r, float[] g, float[] b, float[] marks, int length) {
        for (int i = 0; i < length; i++) {
            marks[i] = r[i] * 0f + g[i] * 0f + b[i] * 0f;
        }
    }

    private static void add(float[] terms, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += terms[i];
        }
    }
}
