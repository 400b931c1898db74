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

/** A compiled per-pixel operation. Immutable: one instance serves all workers, each with a tile of its own. */
@FunctionalInterface
public interface Kernel {
    /**
     * Replaces the r, g, b of a tile's pixels. May overwrite any of the tile's scratch arrays. What lies in the planes
     * beyond the tile's length is undefined before and after.
     */
    void apply(Tile tile);
}
