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
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.TransformChain;

/**
 * Reads {@code .spimtx} files of Sony Pictures Imageworks: a matrix of 3 rows and 4 columns, offsets in codes of 16
 * bits.
 */
final class SpimtxReader {
    private static final double WHITE = 65535;
    private static final int NUMBERS = 12;

    private SpimtxReader() {}

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes) throws FileProblemException {
        TextLines lines = new TextLines(file, bytes);
        double[] m = new double[NUMBERS];
        int count = 0;
        while (lines.next()) {
            double[] row = lines.numbers(0, lines.count());
            if (count + row.length > NUMBERS) {
                throw lines.invalid("more than " + NUMBERS + " numbers");
            }
            System.arraycopy(row, 0, m, count, row.length);
            count += row.length;
        }
        if (count != NUMBERS) {
            throw lines.invalid(NUMBERS + " numbers are needed, found " + count);
        }
        Matrix3 matrix = Matrix3.of(m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]);
        ChannelValues offset = new ChannelValues(m[3] / WHITE, m[7] / WHITE, m[11] / WHITE);
        return LookFile.of(TransformChain.of(AffineTransform.of(matrix, offset)));
    }
}
