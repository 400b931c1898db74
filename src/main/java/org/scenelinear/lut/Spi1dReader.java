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

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/** Reads {@code .spi1d} files of Sony Pictures Imageworks: a one-dimensional table over an interval. */
final class Spi1dReader {
    private Spi1dReader() {}

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes) throws FileProblemException {
        TextLines lines = new TextLines(file, bytes);
        double[] from = {0, 1};
        int length = -1;
        int components = -1;
        for (lines.require("the table"); !lines.beginsWith("{"); lines.require("the table")) {
            if (lines.beginsWith("Version")) {
                if (lines.size() != 1) {
                    throw lines.unsupported("the version is not 1");
                }
            } else if (lines.beginsWith("From")) {
                from = lines.numbers(1, 2);
            } else if (lines.beginsWith("Length")) {
                length = lines.size();
            } else if (lines.beginsWith("Components")) {
                components = lines.size();
            } else {
                throw lines.invalid("the keyword " + XmlCursor.quoted(lines.word(0)) + " is not known");
            }
        }
        if (length < 2) {
            throw lines.invalid("the Length is missing or below 2");
        }
        if (components != 1 && components != 3) {
            throw lines.invalid("the Components are missing or neither 1 nor 3");
        }
        List<ColorTransform> transforms = new ArrayList<>();
        try {
            ColorTransform toUnit = AffineTransform.toUnit(ChannelValues.same(from[0]), ChannelValues.same(from[1]));
            if (!toUnit.isIdentity()) {
                transforms.add(toUnit);
            }
            transforms.add(TableRows.lut1D(lines, length, components));
        } catch (IllegalArgumentException e) {
            throw lines.invalid(e.getMessage());
        }
        lines.require("the closing brace");
        if (!lines.line().equals("}")) {
            throw lines.invalid(
                    "more than the " + length + " rows that the Length says: " + XmlCursor.quoted(lines.line()));
        }
        return LookFile.of(new TransformChain(transforms));
    }
}
