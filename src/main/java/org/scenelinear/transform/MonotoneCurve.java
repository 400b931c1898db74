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

import org.scenelinear.math.HalfFloat;

/**
 * The curve of a table that rises or falls all the way, read from its values back to its domain. Where it is level, the
 * value leads to the point of the stretch that is nearest to 0; where it is level from the beginning of the domain on,
 * to the end of that stretch.
 */
final class MonotoneCurve {
    private static final int FINITE_HALFS = 0x7C00;

    /** Where the points are, rising. */
    private final float[] positions;
    /** What the curve is there, rising: with the sign changed if it falls. */
    private final float[] values;

    private final boolean falls;
    /** The value at 0, below which the domain is negative. */
    private final float atZero;

    /** The curve of a table that {@link #isMonotone}. */
    MonotoneCurve(float[] table, boolean halfDomain) {
        float[] ordered = halfDomain ? inOrder(table) : table.clone();
        falls = ordered[0] > ordered[ordered.length - 1];
        if (falls) {
            for (int i = 0; i < ordered.length; i++) {
                ordered[i] = -ordered[i];
            }
        }
        values = ordered;
        atZero = values[halfDomain ? FINITE_HALFS : 0];
        positions = halfDomain ? inOrder(HalfFloat.table()) : steps(ordered.length);
    }

    /** Whether a table rises or falls all the way, and not only stays level. */
    static boolean isMonotone(float[] table, boolean halfDomain) {
        float[] ordered = halfDomain ? inOrder(table) : table;
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < ordered.length; i++) {
            rises |= ordered[i] > ordered[i - 1];
            falls |= ordered[i] < ordered[i - 1];
        }
        return rises != falls;
    }

    /** The entries of finite halfs from the least to the greatest; those of -0 and 0 beside each other. */
    private static float[] inOrder(float[] table) {
        float[] ordered = new float[2 * FINITE_HALFS];
        for (int i = 0; i < FINITE_HALFS; i++) {
            ordered[FINITE_HALFS - 1 - i] = table[0x8000 + i];
            ordered[FINITE_HALFS + i] = table[i];
        }
        return ordered;
    }

    private static float[] steps(int length) {
        float[] steps = new float[length];
        for (int i = 0; i < length; i++) {
            steps[i] = (float) i / (length - 1);
        }
        return steps;
    }

    /** Where the curve has a value; the nearest end if nowhere. NaN stays NaN. */
    float position(float of) {
        float value = falls ? -of : of;
        int last = values.length - 1;
        if (Float.isNaN(value)) {
            return value;
        }
        if (value <= values[0]) {
            return endOfFirstStretch();
        }
        if (value > values[last]) {
            value = values[last];
        }
        boolean negative = value < atZero;
        int low = 0; // values[low] < value <= values[high], where the domain is negative values[low] <= value <
        // values[high]
        int high = last;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (values[middle] < value || negative && values[middle] == value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        float fraction = (value - values[low]) / (values[high] - values[low]);
        return positions[low] + fraction * (positions[high] - positions[low]);
    }

    private float endOfFirstStretch() {
        int i = 0;
        while (values[i + 1] == values[0]) {
            i++;
        }
        return positions[i];
    }
}
