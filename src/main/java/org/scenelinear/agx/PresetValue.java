/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.TomlText;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * Checks one value of a preset.
 *
 * @param file where it stands
 * @param field what it may be
 * @param place where in the file, for messages
 */
record PresetValue(Path file, PresetField field, String place) {
    /**
     * The value as {@link Preset} holds it.
     *
     * @param toml as the parser found it
     * @throws FileProblemException if it is not allowed there, or names a file that does not exist
     */
    Object read(Object toml) throws FileProblemException {
        return switch (field.kind()) {
            case NUMBER -> number(toml);
            case WORD -> {
                if (!field.words().contains(toml)) {
                    throw refused(toml);
                }
                yield toml;
            }
            case WHOLE_NUMBER -> {
                if (!(toml instanceof Long whole) || whole < 0) {
                    throw refused(toml);
                }
                yield toml;
            }
            case POINTS -> points(toml);
            case FILE -> path(toml);
        };
    }

    private Double number(Object toml) throws InvalidFileException {
        boolean numeric = toml instanceof Long || toml instanceof Double;
        double value = numeric ? ((Number) toml).doubleValue() : Double.NaN;
        if (!(value >= field.least() && value <= field.most())) {
            throw refused(toml);
        }
        return value + 0.0; // no negative zero
    }

    private Path path(Object toml) throws FileProblemException {
        if (!(toml instanceof String text)) {
            throw refused(toml);
        }
        Path path = TomlText.sibling(file, text, place);
        if (!Files.isRegularFile(path)) {
            throw new FileAccessException(file.toString(), place, path + " does not exist");
        }
        return path;
    }

    private List<List<Double>> points(Object toml) throws InvalidFileException {
        if (!(toml instanceof TomlArray array)) {
            throw refused(toml);
        }
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof TomlArray pair) || pair.size() != 2) {
                throw wrong("point " + (i + 1) + " must be two numbers [x, y]");
            }
            points.add(List.of(coordinate(pair.get(0), i), coordinate(pair.get(1), i)));
        }
        if (points.size() < 2) {
            throw wrong("a curve needs at least 2 points, not " + points.size());
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).get(0) <= points.get(i - 1).get(0)) {
                throw wrong("x must grow from point to point; that of point " + (i + 1) + ", "
                        + points.get(i).get(0) + ", does not");
            }
        }
        if (points.get(0).get(0) != 0 || points.get(points.size() - 1).get(0) != 1) {
            throw wrong("the first point must have x = 0 and the last x = 1");
        }
        return List.copyOf(points);
    }

    private Double coordinate(Object toml, int index) throws InvalidFileException {
        boolean numeric = toml instanceof Long || toml instanceof Double;
        double value = numeric ? ((Number) toml).doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= 1)) {
            throw wrong("point " + (index + 1) + " must be two numbers from 0 to 1, and one is " + text(toml));
        }
        return value + 0.0;
    }

    private InvalidFileException refused(Object toml) {
        return wrong(text(toml) + " is not allowed; give " + field.allowed());
    }

    private InvalidFileException wrong(String what) {
        return new InvalidFileException(file.toString(), place, what);
    }

    private static String text(Object toml) {
        if (toml instanceof TomlTable) {
            return "a table";
        }
        if (toml instanceof TomlArray) {
            return "a list";
        }
        return toml instanceof String text ? '"' + text + '"' : String.valueOf(toml);
    }
}
