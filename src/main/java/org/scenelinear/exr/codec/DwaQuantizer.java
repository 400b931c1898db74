/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import org.scenelinear.math.HalfFloat;

/**
 * Rounds cosine coefficients to halfs that pack well: among all halfs nearer to the coefficient than its tolerance, one
 * with the fewest bits set, and of those the nearest one. The tolerance grows with the frequency as the example tables
 * of JPEG do (ITU-T T.81, annex K.1), scaled so that the smallest is the level divided by 100000.
 *
 * <p>Source of the rule: OpenEXR 3.4, {@code internal_dwa_encoder.h}. The search here is a closed form: the halfs
 * within the tolerance are an unbroken range of codes, and the codes of a range with the fewest bits set are its common
 * leading bits and one bit more. Keeps what it has found: one thread at a time.
 */
final class DwaQuantizer {
    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final int SMALLEST_LUMA = 10;

    private static final int[] COLOR = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private static final int SMALLEST_COLOR = 17;

    private static final int INFINITE = 0x7C00;
    private static final int NAN = 0x7E00;

    private final float[] tolerance = new float[64];
    private final int[] zeroBelow = new int[64];

    /**
     * By place and code of a half, the code with the fewest bits plus one, or 0 if it has not been looked for yet:
     * there are fewer codes than coefficients. Places with the same tolerance share an array.
     */
    private final char[][] found = new char[64][];

    /**
     * A quantizer.
     *
     * @param level the compression level
     * @param color whether for a color difference rather than luma
     */
    DwaQuantizer(float level, boolean color) {
        float base = level / 100000f;
        for (int i = 0; i < 64; i++) {
            tolerance[i] = color ? base * COLOR[i] / SMALLEST_COLOR : base * LUMA[i] / SMALLEST_LUMA;
            zeroBelow[i] = Float.floatToRawIntBits(zeroBelow(tolerance[i]));
        }
    }

    /** The limit under which a float rounds to a half under the tolerance, and so becomes 0. */
    private static float zeroBelow(float tolerance) {
        int code = HalfFloat.fromFloat(tolerance) & 0xFFFF;
        if (HalfFloat.toFloat((short) code) < tolerance) {
            code++;
        }
        // Now the code is that of the smallest half that is not under the tolerance.
        if (code == 0) {
            return 0;
        }
        float middle = (HalfFloat.toFloat((short) (code - 1)) + Math.min(HalfFloat.toFloat((short) code), 65536f)) / 2;
        // The middle itself rounds to the even neighbor.
        return (code & 1) != 0 ? Math.nextUp(middle) : middle;
    }

    /**
     * Finds the coefficients of a block that do not become 0.
     *
     * @param coefficients 64 coefficients, row by row
     * @param places takes the places of those that stay; 65 long, what is behind them is undefined
     * @return how many stay
     */
    int select(float[] coefficients, byte[] places) {
        int[] limits = zeroBelow;
        int count = 0;
        for (int i = 0; i < 64; i++) {
            int magnitude = Float.floatToRawIntBits(coefficients[i]) & 0x7FFFFFFF;
            places[count] = (byte) i;
            // Which ones stay no processor can foresee, hence no branch: the sign of the difference counts.
            count -= limits[i] - 1 - magnitude >> 31;
        }
        return count;
    }

    /**
     * Quantizes a coefficient that {@link #select} has found.
     *
     * @param value the coefficient
     * @param place its place in the block, row by row
     * @return the bits of a half; never one that stands for a run of zeros
     */
    int quantize(float value, int place) {
        int half = HalfFloat.fromFloat(value) & 0xFFFF;
        int sign = half & 0x8000;
        int code = half & 0x7FFF;
        if (code >= INFINITE) {
            return code == INFINITE ? half : NAN;
        }
        char[] known = found[place] == null ? share(place) : found[place];
        int fewest = known[code] - 1;
        if (fewest < 0) {
            fewest = fewestBits(code, tolerance[place]);
            known[code] = (char) (fewest + 1);
        }
        return sign | fewest;
    }

    /** Makes the array of {@link #found} for a place and all others with the same tolerance. */
    private char[] share(int place) {
        char[] known = new char[INFINITE];
        for (int i = 0; i < found.length; i++) {
            if (tolerance[i] == tolerance[place]) {
                found[i] = known;
            }
        }
        return known;
    }

    /** The code with the fewest bits set among those of halfs nearer to a given half than the tolerance. */
    static int fewestBits(int code, float tolerance) {
        float[] halfs = HalfFloat.table();
        float value = halfs[code];
        double low = (double) value - tolerance;
        double high = (double) value + tolerance;
        if (low < 0) {
            return 0;
        }
        int below = floorCode(low);
        int last = Math.min(floorCode(high), INFINITE - 1);
        if (halfs[last] >= high) {
            last--;
        }
        if (last <= below) {
            return code;
        }
        int top = Integer.highestOneBit(below ^ last);
        int prefix = last & -(top << 1);
        // The neighbors of the code among those with one bit behind the prefix; if it is one itself, it is its own
        // lower
        // neighbor. Which of them wins no processor can foresee, hence masks instead of branches.
        int bit = Integer.highestOneBit(code - prefix);
        int floor = prefix + bit;
        int floorIsOutside = floor - below - 1 >> 31;
        int ceilingIsInside = 2 * bit - top - 1 >> 31;
        float nearer = (halfs[floor + bit] - value) - (value - halfs[floor]);
        int ceilingIsNearer = Float.floatToRawIntBits(nearer) >> 31;
        return floor + (bit & (floorIsOutside | ceilingIsInside & ceilingIsNearer));
    }

    /** The code of the largest half that is not above a positive number. */
    private static int floorCode(double number) {
        if (number < 0x1p-14) {
            return (int) (number * 0x1p24);
        }
        long bits = Double.doubleToRawLongBits(number);
        return (int) Math.min((bits >>> 42) - (1023 - 15 << 10), 0x7FFF);
    }
}
