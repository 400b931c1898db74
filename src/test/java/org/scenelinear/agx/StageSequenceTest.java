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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.run.Run;
import org.scenelinear.transform.TransformChain;

/** Whole presets, against what agx-photo 0.2.0 makes of them. */
class StageSequenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/agx/pipeline");

    static List<String> images() throws IOException {
        return Files.readAllLines(FOLDER.resolve("cases.csv")).stream().skip(1).toList();
    }

    @ParameterizedTest
    @MethodSource("images")
    void aPresetMakesTheImageOfTheReference(String row) throws Exception {
        String[] cells = row.split(",");
        float[][] result = developed(
                cells[0],
                PlaneStageTest.image("/agx/planes/" + cells[1] + ".bin.gz"),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]));
        float[][] expected = PlaneStageTest.image("/agx/pipeline/" + cells[0] + ".bin.gz");
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                float e = expected[c][i];
                assertEquals(e, result[c][i], 1e-4 * Math.max(1, Math.abs(e)), "sample " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"look_a", "look_b", "look_b_lut"})
    void aPresetMakesTheColorsOfTheReference(String name) throws Exception {
        List<String[]> rows;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(StageSequenceTest.class.getResourceAsStream("/agx/pixel/combined.csv.gz")),
                StandardCharsets.UTF_8))) {
            rows = reader.lines()
                    .map(line -> line.split(","))
                    .filter(row -> row[0].equals(name))
                    .toList();
        }
        assertEquals(133, rows.size());
        float[][] source = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                source[c][i] = Float.parseFloat(rows.get(i)[2 + c]);
            }
        }
        float[][] result = developed(name, source, rows.size(), 1);
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                float e = Float.parseFloat(rows.get(i)[8 + c]);
                assertEquals(e, result[c][i], 5e-5 * Math.max(1, Math.abs(e)), rows.get(i)[1]);
            }
        }
    }

    private static float[][] developed(String preset, float[][] source, int width, int height) throws Exception {
        Preset read = Preset.read(FOLDER.resolve(preset + ".toml"));
        TransformChain nothing = TransformChain.of();
        return PresetStages.of(read, read.seed().orElse(0L))
                .develop(source, nothing, nothing, width, height, Mode.COMPATIBLE, Run.inThisThread());
    }
}
