/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;

/** The entries of a table as lines of a text file. */
final class TableRows {
    private TableRows() {}

    /** A one-dimensional table of the next lines, each with an entry for every component. */
    static Lut1D lut1D(TextLines lines, int length, int columns) throws FileProblemException {
        lines.arraySize(length, columns);
        float[][] tables = new float[columns][length];
        for (int i = 0; i < length; i++) {
            lines.require("row " + (i + 1) + " of " + length);
            double[] row = lines.numbers(0, columns);
            for (int c = 0; c < columns; c++) {
                tables[c][i] = (float) row[c];
            }
        }
        return Lut1D.of(false, tables);
    }

    /** A three-dimensional table of the next lines, red changing fastest. */
    static Lut3D lut3D(TextLines lines, int size, Lut3D.Interpolation interpolation) throws FileProblemException {
        float[] entries = new float[lines.arraySize((long) size * size * size, 3)];
        for (int b = 0; b < size; b++) {
            for (int g = 0; g < size; g++) {
                for (int r = 0; r < size; r++) {
                    lines.require("row " + ((b * size + g) * size + r + 1) + " of " + entries.length / 3);
                    double[] row = lines.numbers(0, 3);
                    int index = 3 * ((r * size + g) * size + b);
                    for (int c = 0; c < 3; c++) {
                        entries[index + c] = (float) row[c];
                    }
                }
            }
        }
        return Lut3D.of(size, entries, interpolation);
    }
}
