/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A table of reference figures: a header line, then values between commas. */
public final class ReferenceTable {
    private ReferenceTable() {}

    /** The rows without the header; fails if there are none. */
    public static List<String[]> rows(String resource) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream("/color/" + resource)) {
            List<String[]> rows = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            if (rows.isEmpty()) {
                throw new IllegalStateException("no figures in " + resource);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files of a folder, sorted; fails if there are none. */
    public static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(
                Path.of(ReferenceTable.class.getResource("/color/" + folder).toURI()))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            if (names.isEmpty()) {
                throw new IllegalStateException("no files in " + folder);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number as C and Python print it. */
    public static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The numbers of a row from a column on. */
    public static double[] numbers(String[] row, int first, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(row[first + i]);
        }
        return numbers;
    }
}
