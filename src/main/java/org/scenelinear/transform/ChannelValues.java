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

/**
 * A parameter with one value for each component, finite.
 *
 * @param r for the first component
 * @param g for the second
 * @param b for the third
 */
public record ChannelValues(double r, double g, double b) {
    /** Three times 0. */
    public static final ChannelValues ZERO = same(0);

    /** Three times 1. */
    public static final ChannelValues ONE = same(1);

    /** Refuses what is not finite. */
    public ChannelValues {
        if (!Double.isFinite(r) || !Double.isFinite(g) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("finite values are needed, not " + r + ", " + g + ", " + b);
        }
    }

    /** The same value for all three components. */
    public static ChannelValues same(double value) {
        return new ChannelValues(value, value, value);
    }

    /** The value of component 0, 1 or 2. */
    public double get(int component) {
        return switch (component) {
            case 0 -> r;
            case 1 -> g;
            case 2 -> b;
            default -> throw new IndexOutOfBoundsException(component);
        };
    }

    /** The least of the three. */
    public double least() {
        return Math.min(r, Math.min(g, b));
    }

    /** The three values, or one if they are the same, as people write them. */
    @Override
    public String toString() {
        return equals(same(r)) ? Double.toString(r) : r + " " + g + " " + b;
    }
}
