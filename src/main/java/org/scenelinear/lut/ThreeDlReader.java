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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * Reads {@code .3dl} files of Autodesk Flame and Lustre: a line of codes, which is a one-dimensional table unless it
 * only counts evenly, and the rows of a three-dimensional table in whole codes, blue changing fastest. How many bits a
 * code has, the line {@code Mesh} says, otherwise the greatest code, as OpenColorIO guesses it.
 */
final class ThreeDlReader {
    /** A greatest code below this is none of an integer format. */
    private static final int LEAST_WHITE = 128;

    /** How far, in codes, a line may be from counting evenly. Files round in different ways. */
    private static final double EVEN = 2;

    private final TextLines lines;
    private final Lut3D.Interpolation interpolation;
    private int[] codes = new int[1024];
    private int count;
    private double[] shaper;
    private int depth;

    private ThreeDlReader(TextLines lines, Lut3D.Interpolation interpolation) {
        this.lines = lines;
        this.interpolation = interpolation;
    }

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes, LutFiles.Options options) throws FileProblemException {
        return new ThreeDlReader(new TextLines(file, bytes), options.interpolation()).read();
    }

    private LookFile read() throws FileProblemException {
        while (lines.next()) {
            if (Character.isLetter(lines.line().charAt(0)) || lines.beginsWith("3DMESH")) {
                keyword();
            } else if (lines.count() == 3) {
                row();
            } else if (shaper == null && count == 0 && lines.count() > 3) {
                shaper = wholeCodes();
            } else {
                throw lines.invalid("three codes are needed: " + XmlCursor.quoted(lines.line()));
            }
        }
        List<ColorTransform> transforms = new ArrayList<>();
        shaper().ifPresent(transforms::add);
        transforms.add(table());
        return LookFile.of(new TransformChain(transforms));
    }

    private void keyword() throws FileProblemException {
        if (lines.beginsWith("Mesh")) {
            lines.numbers(1, 2);
            depth = lines.whole(2);
            if (depth < 8 || depth > 16) {
                throw lines.invalid("the depth of " + depth + " bits is not from 8 to 16");
            }
        } else if (lines.beginsWith("gamma")) {
            if (lines.numbers(1, 1)[0] != 1) {
                throw lines.unsupported("a gamma other than 1");
            }
        } else if (!lines.line().equalsIgnoreCase("3DMESH") && !lines.line().matches("(?i)LUT[0-9]+")) {
            throw lines.invalid("neither codes nor a known keyword: " + XmlCursor.quoted(lines.line()));
        }
    }

    private double[] wholeCodes() throws FileProblemException {
        double[] row = new double[lines.count()];
        for (int i = 0; i < row.length; i++) {
            row[i] = lines.whole(i);
        }
        return row;
    }

    private void row() throws FileProblemException {
        if (count + 3 > codes.length) {
            SizeLimits.requireMemory(lines.file(), lines.place(), 2L * Integer.BYTES * codes.length);
            codes = Arrays.copyOf(codes, 2 * codes.length);
        }
        for (int i = 0; i < 3; i++) {
            codes[count++] = lines.whole(i);
        }
    }

    private Optional<ColorTransform> shaper() throws FileProblemException {
        if (shaper == null) {
            return Optional.empty();
        }
        double white = white((int) Arrays.stream(shaper).max().orElseThrow());
        float[] table = new float[shaper.length];
        boolean even = true;
        for (int i = 0; i < table.length; i++) {
            even &= Math.abs(white * i / (table.length - 1) - shaper[i]) < EVEN;
            table[i] = (float) (shaper[i] / white);
        }
        return even ? Optional.empty() : Optional.of(Lut1D.of(false, table));
    }

    private ColorTransform table() throws FileProblemException {
        int rows = count / 3;
        int size = (int) Math.round(Math.cbrt(rows));
        if (size < 2 || size * size * size != rows) {
            throw lines.invalid(rows + " rows are not those of a table with the same size along all edges");
        }
        int greatest = Arrays.stream(codes, 0, count).max().orElseThrow();
        double white = depth == 0 ? white(greatest) : (1 << depth) - 1;
        if (greatest >= 2 * (white + 1)) {
            throw lines.invalid("the code " + greatest + " is far above the white " + (int) white);
        }
        SizeLimits.requireMemory(lines.file(), lines.place(), 2L * Float.BYTES * count);
        float[] entries = new float[count];
        for (int i = 0; i < count; i++) {
            entries[i] = (float) (codes[i] / white);
        }
        return Lut3D.of(size, entries, interpolation);
    }

    /** The white of the least even depth whose range, with some room above, holds a code. */
    private double white(int greatest) throws FileProblemException {
        if (greatest < LEAST_WHITE || greatest >= 1 << 17) {
            throw lines.invalid("the greatest code " + greatest + " is none of 8 to 16 bits");
        }
        int bits = 8;
        while (greatest >= 1 << bits + 1) {
            bits += 2;
        }
        return (1 << bits) - 1;
    }
}
