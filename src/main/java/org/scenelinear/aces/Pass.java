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

/**
 * One loop, or a few, over the planes of a tile. The float rendering is a list of passes, and each is a class of its
 * own to the JIT compiler, which cannot merge them: many loops compiled as one piece are not all turned into vector
 * code.
 */
@FunctionalInterface
interface Pass {
    /** Runs over the first {@link RenderingPlanes#length} pixels. */
    void run(RenderingPlanes planes);
}
