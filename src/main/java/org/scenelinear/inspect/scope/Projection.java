/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import org.scenelinear.run.Tile;

/** Where pixels lie in a plane of colors. Immutable: one serves all workers. */
@FunctionalInterface
interface Projection {
    /** Stands in place of x for a pixel that has no color: black, or a sum that is negative. */
    double NO_COLOR = Double.NEGATIVE_INFINITY;
    /** Stands in place of x for a pixel with an infinite component. */
    double INFINITE = Double.POSITIVE_INFINITY;

    /**
     * Places the pixels of a tile.
     *
     * @param tile linear components or code values; may be overwritten
     * @param x takes the places to the right, NaN for a pixel with a component that is no number, else
     *     {@link #NO_COLOR} or {@link #INFINITE} for one that has no place
     * @param y takes the places upwards
     */
    void project(Tile tile, double[] x, double[] y);

    /** What stands in place of x for a pixel that is not finite. */
    static double broken(float r, float g, float b) {
        return Float.isNaN(r) || Float.isNaN(g) || Float.isNaN(b) ? Double.NaN : INFINITE;
    }

    /** Whether all three are finite. */
    static boolean isFinite(float r, float g, float b) {
        return r * 0f + g * 0f + b * 0f == 0f;
    }
}
