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

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;

/** The nodes of a Common LUT Format file that are arrays of numbers. */
final class ClfTables {
    static final Set<String> MATRIX = Set.of();
    static final Set<String> LUT_1D = Set.of("interpolation", "halfDomain", "rawHalfs");
    static final Set<String> LUT_3D = Set.of("interpolation");

    /** The largest size along an edge whose table a Java array can hold. */
    private static final int LARGEST_EDGE = 894;

    private ClfTables() {}

    /** The only array of a node. */
    private static ClfNode.Array array(ClfNode node, ClfNode.ArrayShape shape) throws FileProblemException {
        ClfNode.Array[] found = new ClfNode.Array[1];
        node.children(child -> {
            if (!child.equals("Array")) {
                if (child.equals("IndexMap")) {
                    throw node.xml.unsupported("the element IndexMap, which version 3 of the format no longer has");
                }
                throw node.unknownChild();
            }
            if (found[0] != null) {
                throw node.xml.invalid("a second Array in one node");
            }
            found[0] = node.array(shape);
        });
        if (found[0] == null) {
            throw node.invalid("the Array is missing");
        }
        return found[0];
    }

    /** A matrix of 3 or, from CTF, 4 rows, with or without offsets; integers are codes of the depths. */
    static ColorTransform matrix(ClfNode node) throws FileProblemException {
        ClfNode.Array array = array(
                node,
                ClfNode.ArrayShape.of(
                        d -> (d.length == 2 || d.length == 3 && d[2] == d[0])
                                        && (d[0] == 3 || d[0] == 4)
                                        && (d[1] == d[0] || d[1] == d[0] + 1)
                                ? null
                                : "a matrix is 3x3 or 3x4",
                        d -> (long) d[0] * d[1]));
        double[] m = array.values();
        for (int i = 0; i < m.length; i++) {
            if (!Double.isFinite(m[i])) {
                throw node.invalid("number " + (i + 1) + " of the matrix is " + m[i]);
            }
        }
        int rows = array.dimensions()[0];
        int columns = array.dimensions()[1];
        if (rows == 4) {
            requireNoAlpha(node, m, columns);
        }
        double[] matrix = new double[9];
        double[] offset = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                matrix[3 * row + column] = m[row * columns + column] * node.in.white() / node.out.white();
            }
            offset[row] = columns > rows ? m[row * columns + columns - 1] / node.out.white() : 0;
        }
        return AffineTransform.of(Matrix3.of(matrix), new ChannelValues(offset[0], offset[1], offset[2]));
    }

    private static void requireNoAlpha(ClfNode node, double[] m, int columns) throws FileProblemException {
        double one = node.out.white() / node.in.white();
        for (int i = 0; i < 4; i++) {
            boolean diagonal = i == 3;
            double inColumn = m[i * columns + 3];
            double inRow = m[3 * columns + i];
            double expected = diagonal ? one : 0;
            if (Math.abs(inColumn - expected) > 1e-6 * one || Math.abs(inRow - expected) > 1e-6 * one) {
                throw node.unsupported("the matrix changes alpha, which is not done here");
            }
        }
        if (columns == 5 && m[3 * columns + 4] != 0) {
            throw node.unsupported("the matrix changes alpha, which is not done here");
        }
    }

    /** A one-dimensional table; integers are codes of the output depth. */
    static ColorTransform lut1D(ClfNode node) throws FileProblemException {
        return table(node, node.out);
    }

    /** A one-dimensional table that is read backwards, from CTF; integers are codes of the input depth. */
    static ColorTransform inverseLut1D(ClfNode node) throws FileProblemException {
        Optional<ColorTransform> inverse = table(node, node.in).inverse();
        return inverse.orElseThrow(() -> node.invalid("the table rises and falls, so it cannot be inverted"));
    }

    private static Lut1D table(ClfNode node, BitDepth ofValues) throws FileProblemException {
        String interpolation = node.attribute("interpolation", "linear");
        if (!interpolation.equals("linear") && !interpolation.equals("default")) {
            throw node.unsupported("the interpolation " + XmlCursor.quoted(interpolation) + " is not linear");
        }
        boolean halfDomain = node.flag("halfDomain");
        boolean rawHalfs = node.flag("rawHalfs");
        ClfNode.Array array = array(
                node,
                ClfNode.ArrayShape.of(
                        d -> {
                            if (d.length != 2 || d[1] != 1 && d[1] != 3) {
                                return "a 1D LUT has \"N 1\" or \"N 3\"";
                            }
                            if (halfDomain && d[0] != Lut1D.HALF_ENTRIES) {
                                return "a table over halfs has " + Lut1D.HALF_ENTRIES + " entries";
                            }
                            return d[0] < 2 ? "a 1D LUT has 2 entries or more" : null;
                        },
                        d -> (long) d[0] * d[1]));
        int length = array.dimensions()[0];
        int columns = array.dimensions()[1];
        SizeLimits.requireMemory(node.xml.file(), node.place, 2L * Float.BYTES * length * columns);
        float[][] tables = new float[columns][length];
        for (int i = 0; i < length * columns; i++) {
            double value = array.values()[i];
            if (rawHalfs) {
                value = half(node, value, i);
            }
            tables[i % columns][i / columns] = (float) (value / ofValues.white());
        }
        return Lut1D.of(halfDomain, tables);
    }

    private static float half(ClfNode node, double code, int index) throws FileProblemException {
        if (!(code >= 0 && code <= 65535 && code == Math.rint(code))) {
            throw node.invalid("number " + (index + 1) + " of the array is not the bits of a half: " + code);
        }
        return HalfFloat.toFloat((short) (int) code);
    }

    /** A three-dimensional table, blue fastest; integers are codes of the output depth. */
    static ColorTransform lut3D(ClfNode node, Lut3D.Interpolation otherwise) throws FileProblemException {
        String name = node.attribute("interpolation", otherwise.text());
        Lut3D.Interpolation interpolation = Arrays.stream(Lut3D.Interpolation.values())
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> node.unsupported(
                        "the interpolation " + XmlCursor.quoted(name) + " is neither trilinear nor tetrahedral"));
        ClfNode.Array array = array(
                node,
                ClfNode.ArrayShape.of(
                        d -> {
                            if (d.length != 4 || d[0] != d[1] || d[0] != d[2] || d[3] != 3) {
                                return "a 3D LUT has \"N N N 3\"";
                            }
                            return d[0] < 2 || d[0] > LARGEST_EDGE
                                    ? "a 3D LUT has 2 to " + LARGEST_EDGE + " entries along an edge"
                                    : null;
                        },
                        d -> 3L * d[0] * d[0] * d[0]));
        SizeLimits.requireMemory(node.xml.file(), node.place, 2L * Float.BYTES * array.values().length);
        float[] values = new float[array.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (array.values()[i] / node.out.white());
        }
        return Lut3D.of(array.dimensions()[0], values, interpolation);
    }
}
