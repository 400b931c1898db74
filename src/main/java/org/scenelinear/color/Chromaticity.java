/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

/**
 * A point of the CIE 1931 xy chromaticity diagram.
 *
 * @param x the x coordinate
 * @param y the y coordinate, not 0
 */
public record Chromaticity(double x, double y) {
    /** The XYZ of this chromaticity with luminance Y = 1. */
    public double[] toXyz() {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    /** Whether neither coordinate differs from the other's by more than a tolerance. */
    public boolean isCloseTo(Chromaticity other, double tolerance) {
        return Math.abs(x - other.x) <= tolerance && Math.abs(y - other.y) <= tolerance;
    }
}
