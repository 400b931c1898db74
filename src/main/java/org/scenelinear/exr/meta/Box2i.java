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
import java.util.Optional;

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

    /** What this rectangle and another have in common, empty if that is nothing. */
    public Optional<Box2i> intersection(Box2i other) {
        Box2i common = new Box2i(
                Math.max(xMin, other.xMin),
                Math.max(yMin, other.yMin),
                Math.min(xMax, other.xMax),
                Math.min(yMax, other.yMax));
        return common.xMin <= common.xMax && common.yMin <= common.yMax ? Optional.of(common) : Optional.empty();
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
