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

import java.util.List;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/** Runs passes over the planes of a tile, one after the other. */
final class PassKernel implements Kernel {
    private final Pass[] passes;

    PassKernel(List<Pass> passes) {
        this.passes = passes.toArray(Pass[]::new);
    }

    @Override
    public void apply(Tile tile) {
        RenderingPlanes planes = new RenderingPlanes(tile);
        for (Pass pass : passes) {
            pass.run(planes);
        }
    }
}
