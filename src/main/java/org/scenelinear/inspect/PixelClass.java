/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

/** Kinds of values that often mean trouble. A value belongs to one at most. */
public enum PixelClass {
    /** Not a number. */
    NAN("NaN"),
    /** Plus infinity. */
    POSITIVE_INFINITY("+Inf"),
    /** Minus infinity. */
    NEGATIVE_INFINITY("-Inf"),
    /** A finite number below 0: a color outside the gamut, or noise around black. */
    NEGATIVE("negative"),
    /** Zero of either sign. */
    ZERO("zero"),
    /** Above 0 and below 2<sup>-14</sup>, where half floats lose precision: IEEE 754-2019, binary16. */
    DENORMAL("denormal"),
    /** Exactly 65504, the largest half float: most likely clipped when a file was written. */
    HALF_MAXIMUM("half-maximum");

    /** The largest half float: IEEE 754-2019, binary16. */
    public static final float LARGEST_HALF = 65504f;
    /** The smallest positive half float that is normal. */
    static final float SMALLEST_NORMAL_HALF = 0x1p-14f;

    private final String label;

    PixelClass(String label) {
        this.label = label;
    }

    /** The word for it in macros and tables. */
    public String label() {
        return label;
    }

    /** Whether a value lies where a picture's values usually do: the normal positive halves but the largest. */
    static boolean isOrdinary(float value) {
        return value >= SMALLEST_NORMAL_HALF && value < LARGEST_HALF;
    }

    /** The kind of a value; null for an ordinary one. */
    public static PixelClass of(float value) {
        if (isOrdinary(value)) {
            return null;
        }
        if (Float.isNaN(value)) {
            return NAN;
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
        }
        if (value <= 0) {
            return value == 0 ? ZERO : NEGATIVE;
        }
        if (value < SMALLEST_NORMAL_HALF) {
            return DENORMAL;
        }
        return value == LARGEST_HALF ? HALF_MAXIMUM : null;
    }
}
