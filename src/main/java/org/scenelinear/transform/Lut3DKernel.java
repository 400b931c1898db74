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

/** {@link Lut3D} pixel by pixel: trilinear, and tetrahedral for tables too large for {@link TetrahedralKernel}. */
final class Lut3DKernel implements Kernel {
    private final int size;
    private final boolean tetrahedral;
    private final float[] entries;

    Lut3DKernel(Lut3D lut) {
        size = lut.size();
        tetrahedral = lut.interpolation() == Lut3D.Interpolation.TETRAHEDRAL;
        entries = lut.entries();
    }

    @Override
    public void apply(Tile tile) {
        for (int i = 0; i < tile.length; i++) {
            float r = tile.r[i];
            float g = tile.g[i];
            float b = tile.b[i];
            if (Float.isNaN(r + g + b) && (Float.isNaN(r) || Float.isNaN(g) || Float.isNaN(b))) {
                tile.r[i] = Float.NaN;
                tile.g[i] = Float.NaN;
                tile.b[i] = Float.NaN;
            } else if (tetrahedral) {
                tetrahedral(tile, i);
            } else {
                trilinear(tile, i);
            }
        }
    }

    private float position(float value) {
        return Math.min(Math.max(value, 0f), 1f) * (size - 1);
    }

    /** The cell of a position: the last one has its upper end too. */
    private int cell(float position) {
        return Math.min((int) position, size - 2);
    }

    private void tetrahedral(Tile tile, int i) {
        float r = position(tile.r[i]);
        float g = position(tile.g[i]);
        float b = position(tile.b[i]);
        int cellR = cell(r);
        int cellG = cell(g);
        int cellB = cell(b);
        float fr = r - cellR;
        float fg = g - cellG;
        float fb = b - cellB;
        int stepB = 3;
        int stepG = 3 * size;
        int stepR = 3 * size * size;
        int first = cellR * stepR + cellG * stepG + cellB * stepB;
        int last = first + stepR + stepG + stepB;
        // From the first corner to the last along the edges of the components, the one with the largest fraction first.
        int afterLargest = first + (fr >= fg && fr >= fb ? stepR : fg >= fb ? stepG : stepB);
        int beforeSmallest = last - (fr < fg && fr < fb ? stepR : fr >= fg && fg < fb ? stepG : stepB);
        float largest = Math.max(fr, Math.max(fg, fb));
        float smallest = Math.min(fr, Math.min(fg, fb));
        float middle = fr + fg + fb - largest - smallest;
        float wFirst = 1 - largest;
        float wLargest = largest - middle;
        float wMiddle = middle - smallest;
        tile.r[i] = wFirst * entries[first]
                + wLargest * entries[afterLargest]
                + wMiddle * entries[beforeSmallest]
                + smallest * entries[last];
        tile.g[i] = wFirst * entries[first + 1]
                + wLargest * entries[afterLargest + 1]
                + wMiddle * entries[beforeSmallest + 1]
                + smallest * entries[last + 1];
        tile.b[i] = wFirst * entries[first + 2]
                + wLargest * entries[afterLargest + 2]
                + wMiddle * entries[beforeSmallest + 2]
                + smallest * entries[last + 2];
    }

    private void trilinear(Tile tile, int i) {
        float r = position(tile.r[i]);
        float g = position(tile.g[i]);
        float b = position(tile.b[i]);
        int cellR = cell(r);
        int cellG = cell(g);
        int cellB = cell(b);
        int first = 3 * ((cellR * size + cellG) * size + cellB);
        tile.r[i] = trilinear(first, r - cellR, g - cellG, b - cellB);
        tile.g[i] = trilinear(first + 1, r - cellR, g - cellG, b - cellB);
        tile.b[i] = trilinear(first + 2, r - cellR, g - cellG, b - cellB);
    }

    private float trilinear(int first, float fr, float fg, float fb) {
        int stepR = 3 * size * size;
        float low = square(first, fg, fb);
        float high = square(first + stepR, fg, fb);
        return low + fr * (high - low);
    }

    private float square(int first, float fg, float fb) {
        int stepG = 3 * size;
        float low = entries[first] + fb * (entries[first + 3] - entries[first]);
        float high = entries[first + stepG] + fb * (entries[first + stepG + 3] - entries[first + stepG]);
        return low + fg * (high - low);
    }
}
