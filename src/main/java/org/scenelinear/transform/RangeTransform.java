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

import java.util.Optional;

/**
 * The straight line that takes one interval to another, each component by itself; with limits or without: the
 * {@code Range} node of the Common LUT Format (Academy S-2014-006, version 3).
 *
 * <p>With limits, a side may be open: its two values are then infinite, the line has the slope 1, and only the other
 * side limits. The interval with its limits sets what lies outside to the limit, infinities too; without limits
 * infinities stay infinite. NaN stays NaN (OpenColorIO makes it the lower limit).
 *
 * @param lowIn what becomes {@code lowOut}; minus infinity if that side is open
 * @param highIn what becomes {@code highOut}, above {@code lowIn}; infinity if that side is open
 * @param lowOut the lower end of the result; minus infinity with {@code lowIn}
 * @param highOut the upper end of the result, not below {@code lowOut}; infinity with {@code highIn}
 * @param limits whether the result is limited to {@code lowOut} to {@code highOut}
 */
public record RangeTransform(double lowIn, double highIn, double lowOut, double highOut, boolean limits)
        implements ColorTransform {
    /** Refuses what is no interval. */
    public RangeTransform {
        boolean lowOpen = lowIn == Double.NEGATIVE_INFINITY && lowOut == Double.NEGATIVE_INFINITY;
        boolean highOpen = highIn == Double.POSITIVE_INFINITY && highOut == Double.POSITIVE_INFINITY;
        if (!lowOpen && !(Double.isFinite(lowIn) && Double.isFinite(lowOut))) {
            throw new IllegalArgumentException(
                    "a range needs both its minimum values or none, not " + lowIn + " and " + lowOut);
        }
        if (!highOpen && !(Double.isFinite(highIn) && Double.isFinite(highOut))) {
            throw new IllegalArgumentException(
                    "a range needs both its maximum values or none, not " + highIn + " and " + highOut);
        }
        if (lowOpen && highOpen) {
            throw new IllegalArgumentException("a range needs minimum or maximum values");
        }
        if (!limits && (lowOpen || highOpen)) {
            throw new IllegalArgumentException("a range that does not clamp needs minimum and maximum values");
        }
        if (!(lowIn < highIn)) {
            throw new IllegalArgumentException(
                    "the maximum input " + highIn + " of a range is not above the minimum " + lowIn);
        }
        if (!(lowOut <= highOut)) {
            throw new IllegalArgumentException(
                    "the maximum output " + highOut + " of a range is below the minimum " + lowOut);
        }
        if (!Double.isFinite(gain(lowIn, highIn, lowOut, highOut))) {
            throw new IllegalArgumentException("the interval " + lowIn + " to " + highIn + " is too small for a range");
        }
    }

    /** The factor of the line. */
    public double gain() {
        return gain(lowIn, highIn, lowOut, highOut);
    }

    private static double gain(double lowIn, double highIn, double lowOut, double highOut) {
        return Double.isInfinite(lowIn) || Double.isInfinite(highIn) ? 1 : (highOut - lowOut) / (highIn - lowIn);
    }

    /** What the line adds after its factor. */
    public double offset() {
        return Double.isInfinite(lowIn) ? highOut - highIn : lowOut - lowIn * gain();
    }

    /** The line back, with limits if this has them; empty if all values become one. */
    @Override
    public Optional<ColorTransform> inverse() {
        try {
            return Optional.of(new RangeTransform(lowOut, highOut, lowIn, highIn, limits));
        } catch (IllegalArgumentException noWayBack) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isIdentity() {
        return !limits && lowIn == lowOut && highIn == highOut;
    }

    @Override
    public String description() {
        return "range " + lowIn + " to " + highIn + " becomes " + lowOut + " to " + highOut
                + (limits ? ", clamped" : "");
    }

    @Override
    public Kernel compile() {
        float gain = (float) gain();
        float offset = (float) offset();
        float low = limits ? (float) lowOut : Float.NEGATIVE_INFINITY;
        float high = limits ? (float) highOut : Float.POSITIVE_INFINITY;
        return tile -> {
            map(tile.r, gain, offset, low, high, tile.length);
            map(tile.g, gain, offset, low, high, tile.length);
            map(tile.b, gain, offset, low, high, tile.length);
        };
    }

    private static void map(float[] plane, float gain, float offset, float low, float high, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = Math.min(Math.max(plane[i] * gain + offset, low), high);
        }
    }
}
