/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

/**
 * A rectangle of pixels with inclusive corners, in OpenEXR's coordinates (y down).
 *
 * @param xMin left column
 * @param yMin top line
 * @param xMax right column, at least xMin
 * @param yMax bottom line, at least yMin
 */
public record Window(int xMin, int yMin, int xMax, int yMax) {
    /** Checks that there is a pixel in it and that width and height are ints. */
    public Window {
        if (xMax < xMin || yMax < yMin) {
            throw new IllegalArgumentException(
                    "an empty window: x " + xMin + " to " + xMax + ", y " + yMin + " to " + yMax);
        }
        if ((long) xMax - xMin >= Integer.MAX_VALUE || (long) yMax - yMin >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a window too large: x " + xMin + " to " + xMax + ", y " + yMin + " to " + yMax);
        }
    }

    /** A window of a size with its corner at the origin. */
    public static Window ofSize(int width, int height) {
        return new Window(0, 0, width - 1, height - 1);
    }

    /** Columns. */
    public int width() {
        return xMax - xMin + 1;
    }

    /** Lines. */
    public int height() {
        return yMax - yMin + 1;
    }

    /** The smallest window that holds this one and another. */
    public Window union(Window other) {
        return new Window(
                Math.min(xMin, other.xMin),
                Math.min(yMin, other.yMin),
                Math.max(xMax, other.xMax),
                Math.max(yMax, other.yMax));
    }
}
