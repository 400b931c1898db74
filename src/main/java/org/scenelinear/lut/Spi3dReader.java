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

import java.util.BitSet;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/** Reads {@code .spi3d} files of Sony Pictures Imageworks: a three-dimensional table, each line with its place. */
final class Spi3dReader {
    private Spi3dReader() {}

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes, LutFiles.Options options) throws FileProblemException {
        TextLines lines = new TextLines(file, bytes);
        lines.require("SPILUT");
        if (!lines.beginsWith("SPILUT")) {
            throw lines.invalid("does not begin with SPILUT");
        }
        lines.require("the numbers of components");
        if (lines.count() != 2 || lines.whole(0) != 3 || lines.whole(1) != 3) {
            throw lines.invalid("3 components in and out are needed: " + XmlCursor.quoted(lines.line()));
        }
        lines.require("the size");
        int size = lines.whole(0);
        if (lines.count() != 3 || size != lines.whole(1) || size != lines.whole(2) || size < 2) {
            throw lines.invalid("three times the same size of 2 or more is needed: " + XmlCursor.quoted(lines.line()));
        }
        float[] entries = new float[lines.arraySize((long) size * size * size, 3)];
        BitSet found = new BitSet(entries.length / 3);
        for (int row = 0; row < entries.length / 3; row++) {
            lines.require("row " + (row + 1) + " of " + entries.length / 3);
            if (lines.count() != 6) {
                throw lines.invalid("three places and three numbers are needed: " + XmlCursor.quoted(lines.line()));
            }
            int index = 0;
            for (int c = 0; c < 3; c++) {
                int place = lines.whole(c);
                if (place >= size) {
                    throw lines.invalid("the place " + place + " is outside a table of size " + size);
                }
                index = index * size + place;
            }
            if (found.get(index)) {
                throw lines.invalid("a second entry for the same place");
            }
            found.set(index);
            double[] numbers = lines.numbers(3, 3);
            for (int c = 0; c < 3; c++) {
                entries[3 * index + c] = (float) numbers[c];
            }
        }
        if (lines.next()) {
            throw lines.invalid("more rows than the size says");
        }
        try {
            return LookFile.of(TransformChain.of(Lut3D.of(size, entries, options.interpolation())));
        } catch (IllegalArgumentException e) {
            throw lines.invalid(e.getMessage());
        }
    }
}
