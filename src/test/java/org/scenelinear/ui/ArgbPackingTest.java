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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.run.Tile;

class ArgbPackingTest {
    @Test
    void everyCodeIsTheNearestToItsComponent() {
        Tile tile = new Tile();
        tile.length = Tile.CAPACITY;
        Random random = new Random(7);
        float[][] rgb = new float[3][tile.length];
        for (int i = 0; i < tile.length; i++) {
            rgb[0][i] = tile.r[i] = random.nextFloat() * 1.5f - 0.25f;
            rgb[1][i] = tile.g[i] = random.nextFloat() * 1.5f - 0.25f;
            rgb[2][i] = tile.b[i] = i / (float) (tile.length - 1);
        }
        int[] argb = new int[tile.length + 5];
        ArgbPacking.pack(tile, argb, 5);
        for (int i = 0; i < tile.length; i++) {
            int expected = 0xFF000000 | code(rgb[0][i]) << 16 | code(rgb[1][i]) << 8 | code(rgb[2][i]);
            assertEquals(expected, argb[i + 5], "pixel " + i);
        }
        assertEquals(0, argb[4]);
    }

    private static int code(float component) {
        return (int) Math.rint(Math.max(0f, Math.min(1f, component)) * 255f);
    }
}
