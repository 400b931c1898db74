/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;

/** Transforms as tables. */
final class Lattice {
    private Lattice() {}

    /** The colors of a lattice from 0 to 1, blue changing fastest. */
    static float[][] colors(int size) {
        int length = size * size * size;
        float[][] colors = new float[3][length];
        for (int i = 0; i < length; i++) {
            int red = i / (size * size);
            int green = i / size % size;
            int blue = i % size;
            colors[0][i] = (float) red / (size - 1);
            colors[1][i] = (float) green / (size - 1);
            colors[2][i] = (float) blue / (size - 1);
        }
        return colors;
    }

    /**
     * What a transform makes of the colors of a lattice from 0 to 1.
     *
     * @param transform what to sample
     * @param size colors along each edge
     * @throws IllegalArgumentException if a result is not finite; the message says for which color
     */
    static Lut3D sample(ColorTransform transform, int size, Run run) {
        return table(ProbeColors.through(transform, colors(size), run), size);
    }

    /**
     * The table of the results of {@link #colors}.
     *
     * @param results r, g, b of each color
     * @param size colors along each edge
     * @throws IllegalArgumentException if a result is not finite; the message says for which color
     */
    static Lut3D table(float[][] results, int size) {
        int length = size * size * size;
        float[] entries = new float[3 * length];
        for (int i = 0; i < length; i++) {
            for (int c = 0; c < 3; c++) {
                if (!Float.isFinite(results[c][i])) {
                    throw new IllegalArgumentException("no table can hold it: the color " + i / (size * size) + " "
                            + i / size % size + " " + i % size + " of 0 to " + (size - 1) + " becomes "
                            + results[c][i]);
                }
                entries[3 * i + c] = results[c][i];
            }
        }
        return Lut3D.of(size, entries, Lut3D.Interpolation.TETRAHEDRAL);
    }

    /**
     * A transform of each component by itself, alike for all, as a table over 0 to 1 with entries limited to 0 to 1.
     *
     * @param curve what to sample
     * @param length how many entries
     */
    static Lut1D overUnit(ColorTransform curve, int length, Run run) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) i / (length - 1);
        }
        float[] entries = ProbeColors.through(curve, new float[][] {values, values, values}, run)[0];
        for (int i = 0; i < length; i++) {
            entries[i] = Math.min(Math.max(entries[i], 0), 1);
        }
        return Lut1D.of(false, entries);
    }

    /**
     * A curve as a table over all half floats. What is beyond the range of floats becomes the largest.
     *
     * @throws IllegalArgumentException if the curve gives NaN for a number
     */
    static Lut1D overHalfs(CurveTransform curve) {
        boolean encode = curve.direction() == CurveTransform.Direction.ENCODE;
        float[] halfs = HalfFloat.table();
        float[] table = new float[Lut1D.HALF_ENTRIES];
        for (int i = 0; i < table.length; i++) {
            if (Float.isFinite(halfs[i])) {
                double exact =
                        encode ? curve.curve().encode(halfs[i]) : curve.curve().decode(halfs[i]);
                table[i] = (float) Math.min(Math.max(exact, -Float.MAX_VALUE), Float.MAX_VALUE);
            }
        }
        return Lut1D.of(true, table);
    }
}
