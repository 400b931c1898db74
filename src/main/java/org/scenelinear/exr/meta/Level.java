/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

/**
 * One of the pictures of a tiled part: the full-size one, or a smaller copy of it.
 *
 * @param x how often the width was halved, 0 for the full width
 * @param y how often the height was halved
 */
public record Level(int x, int y) {
    /** The picture itself. */
    public static final Level FULL = new Level(0, 0);

    @Override
    public String toString() {
        return "level " + x + ", " + y;
    }
}
