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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * Reads {@code .cube} files in both forms: that of Iridas and Adobe (Cube LUT Specification 1.0), a one- or
 * three-dimensional table with a domain for each component, and that of DaVinci Resolve, with an input range and
 * possibly a one-dimensional table before a three-dimensional one.
 */
final class CubeReader {
    private final TextLines lines;
    private final Map<String, double[]> intervals = new HashMap<>();
    private final List<String> comments = new ArrayList<>();
    private String title = "";
    private int size1D;
    private int size3D;

    private CubeReader(TextLines lines) {
        this.lines = lines;
    }

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes, LutFiles.Options options) throws FileProblemException {
        return new CubeReader(new TextLines(file, bytes)).read(options.interpolation());
    }

    private LookFile read(Lut3D.Interpolation interpolation) throws FileProblemException {
        header();
        List<ColorTransform> transforms = new ArrayList<>();
        try {
            if (size1D > 0) {
                domain("LUT_1D_INPUT_RANGE").ifPresent(transforms::add);
                transforms.add(TableRows.lut1D(lines, size1D, 3));
            }
            if (size3D > 0) {
                domain("LUT_3D_INPUT_RANGE").ifPresent(transforms::add);
                transforms.add(TableRows.lut3D(lines, size3D, interpolation));
            }
        } catch (IllegalArgumentException e) {
            throw lines.invalid(e.getMessage());
        }
        if (lines.next()) {
            throw lines.invalid("more than the rows that the sizes say: " + XmlCursor.quoted(lines.line()));
        }
        return LookFile.named(new TransformChain(transforms), title, comments);
    }

    /** Reads up to the first row of numbers. */
    private void header() throws FileProblemException {
        while (lines.nextWithComments()) {
            if (lines.line().startsWith("#")) {
                comments.add(lines.line().substring(1).strip());
                continue;
            }
            char first = lines.line().charAt(0);
            if (!Character.isLetter(first)) {
                lines.stepBack();
                break;
            }
            keyword(lines.word(0).toUpperCase(Locale.ROOT));
        }
        if (size1D == 0 && size3D == 0) {
            throw lines.invalid("neither LUT_1D_SIZE nor LUT_3D_SIZE is given");
        }
        boolean domain = intervals.containsKey("DOMAIN_MIN") || intervals.containsKey("DOMAIN_MAX");
        boolean range = intervals.containsKey("LUT_1D_INPUT_RANGE") || intervals.containsKey("LUT_3D_INPUT_RANGE");
        if (domain && (range || size1D > 0 && size3D > 0)) {
            throw lines.invalid("a DOMAIN does not go with an INPUT_RANGE or with two tables");
        }
    }

    private void keyword(String keyword) throws FileProblemException {
        switch (keyword) {
            case "TITLE" ->
                title = lines.line().substring(keyword.length()).strip().replaceAll("^\"|\"$", "");
            case "LUT_1D_SIZE" -> size1D = size(size1D);
            case "LUT_3D_SIZE" -> size3D = size(size3D);
            case "DOMAIN_MIN", "DOMAIN_MAX" -> put(keyword, lines.numbers(1, 3));
            case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE" -> put(keyword, lines.numbers(1, 2));
            default -> throw lines.unsupported("the keyword " + XmlCursor.quoted(lines.word(0)) + " is not known");
        }
    }

    private int size(int before) throws FileProblemException {
        if (before != 0) {
            throw lines.invalid("a second " + lines.word(0));
        }
        int size = lines.size();
        if (size < 2) {
            throw lines.invalid("a table has 2 entries or more, not " + size);
        }
        return size;
    }

    private void put(String keyword, double[] numbers) throws FileProblemException {
        if (intervals.put(keyword, numbers) != null) {
            throw lines.invalid("a second " + keyword);
        }
    }

    /** What takes the interval of a table to 0 to 1; empty if it is that. */
    private Optional<ColorTransform> domain(String rangeOfTable) {
        double[] range = intervals.get(rangeOfTable);
        double[] low = range == null ? intervals.getOrDefault("DOMAIN_MIN", new double[3]) : same(range[0]);
        double[] high = range == null ? intervals.getOrDefault("DOMAIN_MAX", same(1)) : same(range[1]);
        ColorTransform toUnit = AffineTransform.toUnit(
                new ChannelValues(low[0], low[1], low[2]), new ChannelValues(high[0], high[1], high[2]));
        return toUnit.isIdentity() ? Optional.empty() : Optional.of(toUnit);
    }

    private static double[] same(double value) {
        return new double[] {value, value, value};
    }
}
