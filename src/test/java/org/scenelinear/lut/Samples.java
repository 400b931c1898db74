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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformRunner;

/** Files of the test resources {@code lut}, and colors in tables of figures. */
final class Samples {
    private static final Path FOLDER = Path.of("src/test/resources/lut");

    private Samples() {}

    /** A sample file; one that is kept packed is unpacked into a folder. */
    static Path file(String name, Path unpacked) throws IOException {
        Path plain = FOLDER.resolve(name);
        if (Files.exists(plain)) {
            return plain;
        }
        Path target = unpacked.resolve(plain.getFileName().toString());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + ".gz")))) {
            Files.copy(in, target);
        }
        return target;
    }

    /** The names of the files in a folder whose names begin with a text. */
    static List<String> names(String folder, String beginning) throws IOException {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        }
    }

    /** The lines of a table without its header, cut at commas. */
    static List<String[]> rows(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(FOLDER.resolve(name)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line; (line = reader.readLine()) != null; ) {
                rows.add(line.split(",", -1));
            }
        }
        return rows;
    }

    /** Three planes of the columns of a table from a given one on; null if the table has no such columns. */
    static float[][] planes(String table, int firstColumn) throws IOException {
        List<String[]> rows = rows(table);
        if (rows.get(0).length < firstColumn + 3) {
            return null;
        }
        float[][] planes = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                planes[c][i] = Float.parseFloat(
                        rows.get(i)[firstColumn + c].replace("inf", "Infinity").replace("nan", "NaN"));
            }
        }
        return planes;
    }

    /** What a transform makes of planes. */
    static float[][] apply(ColorTransform transform, float[][] source) {
        float[][] target = new float[3][source[0].length];
        TransformRunner.apply(transform.compile(), source, target, source[0].length, Run.inThisThread());
        return target;
    }

    /**
     * Asserts agreement to an absolute tolerance, above 1 to ten times that as a part of the largest component, in
     * which the arithmetic of floats cancels.
     */
    static void assertClose(float[][] expected, float[][] actual, double tolerance, String what) {
        for (int i = 0; i < expected[0].length; i++) {
            double largest =
                    Math.max(Math.abs(expected[0][i]), Math.max(Math.abs(expected[1][i]), Math.abs(expected[2][i])));
            double allowed = largest > 1 ? 10 * tolerance * largest : tolerance;
            for (int c = 0; c < 3; c++) {
                assertEquals(
                        expected[c][i],
                        actual[c][i],
                        allowed,
                        String.format(Locale.ROOT, "%s, color %d, component %d", what, i, c));
            }
        }
    }
}
