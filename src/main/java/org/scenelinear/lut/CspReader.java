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
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * Reads {@code .csp} files of Rising Sun Research cineSpace: a curve through points for each component, then a one- or
 * three-dimensional table. As in OpenColorIO the curve is a {@link CubicCurve} in 65536 steps.
 */
final class CspReader {
    private static final int CURVE_STEPS = 65536;

    private final TextLines lines;

    private CspReader(TextLines lines) {
        this.lines = lines;
    }

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes, LutFiles.Options options) throws FileProblemException {
        return new CspReader(new TextLines(file, bytes)).read(options.interpolation());
    }

    private LookFile read(Lut3D.Interpolation interpolation) throws FileProblemException {
        lines.require("CSPLUTV100");
        if (!lines.line().equalsIgnoreCase("CSPLUTV100")) {
            throw lines.invalid("does not begin with CSPLUTV100");
        }
        lines.require("1D or 3D");
        boolean cube = lines.line().equalsIgnoreCase("3D");
        if (!cube && !lines.line().equalsIgnoreCase("1D")) {
            throw lines.invalid("neither 1D nor 3D: " + XmlCursor.quoted(lines.line()));
        }
        List<String> descriptions = metadata();
        List<ColorTransform> transforms = new ArrayList<>();
        try {
            curves(transforms);
            transforms.add(cube ? cube(interpolation) : table());
        } catch (IllegalArgumentException e) {
            throw lines.invalid(e.getMessage());
        }
        if (lines.next()) {
            throw lines.invalid("more rows than the size says");
        }
        return LookFile.named(new TransformChain(transforms), "", descriptions);
    }

    private List<String> metadata() throws FileProblemException {
        List<String> descriptions = new ArrayList<>();
        lines.require("the curves");
        if (!lines.line().equalsIgnoreCase("BEGIN METADATA")) {
            lines.stepBack();
            return descriptions;
        }
        while (lines.nextWithComments()) {
            if (lines.line().equalsIgnoreCase("END METADATA")) {
                return descriptions;
            }
            descriptions.add(lines.line());
        }
        throw lines.invalid("the file ends before END METADATA");
    }

    private void curves(List<ColorTransform> transforms) throws FileProblemException {
        CubicCurve[] curves = new CubicCurve[3];
        boolean changes = false;
        for (int c = 0; c < 3; c++) {
            lines.require("the curve of component " + (c + 1));
            int points = lines.whole(0);
            if (lines.count() != 1) {
                throw lines.invalid("the number of points is needed: " + XmlCursor.quoted(lines.line()));
            }
            if (points < 2) {
                curves[c] = new CubicCurve(new double[] {0, 1}, new double[] {0, 1});
                continue;
            }
            lines.require("the points");
            double[] in = lines.numbers(0, points);
            lines.require("the values of the points");
            curves[c] = new CubicCurve(in, lines.numbers(0, points));
            changes |= !curves[c].isIdentity();
        }
        if (!changes) {
            return;
        }
        float[][] tables = new float[3][CURVE_STEPS];
        for (int c = 0; c < 3; c++) {
            double from = curves[c].first();
            double width = curves[c].last() - from;
            for (int i = 0; i < CURVE_STEPS; i++) {
                tables[c][i] = (float) curves[c].value(from + width * i / (CURVE_STEPS - 1));
            }
        }
        ColorTransform toUnit = AffineTransform.toUnit(
                new ChannelValues(curves[0].first(), curves[1].first(), curves[2].first()),
                new ChannelValues(curves[0].last(), curves[1].last(), curves[2].last()));
        if (!toUnit.isIdentity()) {
            transforms.add(toUnit);
        }
        transforms.add(Lut1D.of(false, tables));
    }

    private ColorTransform table() throws FileProblemException {
        lines.require("the number of entries");
        int length = lines.whole(0);
        if (lines.count() != 1 || length < 2) {
            throw lines.invalid("a number of entries of 2 or more is needed: " + XmlCursor.quoted(lines.line()));
        }
        return TableRows.lut1D(lines, length, 3);
    }

    private ColorTransform cube(Lut3D.Interpolation interpolation) throws FileProblemException {
        lines.require("the size");
        int size = lines.whole(0);
        if (lines.count() != 3 || size != lines.whole(1) || size != lines.whole(2) || size < 2) {
            throw lines.unsupported(
                    "three times the same size of 2 or more is needed: " + XmlCursor.quoted(lines.line()));
        }
        return TableRows.lut3D(lines, size, interpolation);
    }
}
