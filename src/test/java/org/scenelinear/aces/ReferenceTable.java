/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of numbers with a header line, from the reference values beside the tests. */
record ReferenceTable(List<String> columns, List<double[]> rows) {
    /** Reads a table by its path under {@code aces/}; what is not a number becomes NaN. */
    static ReferenceTable read(String path) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream("/aces/" + path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> columns = List.of(reader.readLine().split(","));
            List<double[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(Arrays.stream(line.split(","))
                        .mapToDouble(ReferenceTable::number)
                        .toArray());
            }
            return new ReferenceTable(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Three columns of each row, from the named one on. */
    List<double[]> triples(String first) {
        int column = columns.indexOf(first);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + first + " in " + columns);
        }
        return rows.stream()
                .map(row -> Arrays.copyOfRange(row, column, column + 3))
                .toList();
    }

    /** One column. */
    double[] column(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + columns);
        }
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    /** The AP0 colors that the output transforms were computed for. */
    static List<double[]> inputs() {
        return read("inputs.csv").triples("r");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
