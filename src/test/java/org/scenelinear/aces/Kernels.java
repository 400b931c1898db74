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

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/** Runs kernels on colors. */
final class Kernels {
    private Kernels() {}

    /** What a kernel makes of colors, in tiles as large as they may be. */
    static List<double[]> run(Kernel kernel, List<double[]> colors) {
        Tile tile = new Tile();
        List<double[]> results = new ArrayList<>();
        for (int from = 0; from < colors.size(); from += Tile.CAPACITY) {
            tile.length = Math.min(Tile.CAPACITY, colors.size() - from);
            for (int i = 0; i < tile.length; i++) {
                tile.r[i] = (float) colors.get(from + i)[0];
                tile.g[i] = (float) colors.get(from + i)[1];
                tile.b[i] = (float) colors.get(from + i)[2];
            }
            kernel.apply(tile);
            for (int i = 0; i < tile.length; i++) {
                results.add(new double[] {tile.r[i], tile.g[i], tile.b[i]});
            }
        }
        return results;
    }
}
