/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.Optional;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Level;

/**
 * Which pixels of a file to read: {@code Selection.part(0).level(new Level(1, 1)).region(box)}. Only the chunks that
 * hold some of them are unpacked.
 *
 * @param part number of the part, from 0
 * @param level which of its levels
 * @param region a rectangle within the level's window; empty for all of it
 */
public record Selection(int part, Level level, Optional<Box2i> region) {
    /** The full-size picture of a part. */
    public static Selection part(int part) {
        return new Selection(part, Level.FULL, Optional.empty());
    }

    /** All of another level. */
    public Selection level(Level other) {
        return new Selection(part, other, Optional.empty());
    }

    /** A rectangle, in the coordinates of the data window. */
    public Selection region(Box2i rectangle) {
        return new Selection(part, level, Optional.of(rectangle));
    }
}
