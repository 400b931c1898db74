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

import java.util.List;

/**
 * A rectangle of pixels; both corners belong to it.
 *
 * @param xMin left column
 * @param yMin top line
 * @param xMax right column
 * @param yMax bottom line
 */
public record Box2i(int xMin, int yMin, int xMax, int yMax) implements NumericValue {
    /** Columns; only for a rectangle that is not inverted and not wider than an int, as a header's windows are. */
    public int width() {
        return Math.toIntExact((long) xMax - xMin + 1);
    }

    /** Lines; as {@link #width()}. */
    public int height() {
        return Math.toIntExact((long) yMax - yMin + 1);
    }

    /** Whether all of another rectangle lies within this one. */
    public boolean contains(Box2i other) {
        return other.xMin <= other.xMax
                && other.yMin <= other.yMax
                && other.xMin >= xMin
                && other.xMax <= xMax
                && other.yMin >= yMin
                && other.yMax <= yMax;
    }

    @Override
    public String typeName() {
        return "box2i";
    }

    @Override
    public List<Number> numbers() {
        return List.of(xMin, yMin, xMax, yMax);
    }
}
