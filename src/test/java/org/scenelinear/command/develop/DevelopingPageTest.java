/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetStages;
import org.scenelinear.agx.Stage;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.MirroredCurve;
import org.scenelinear.color.TransferCurves;

/** Holds the numbers and the order on the page about developing to the code, and those of agx-photo to its own. */
class DevelopingPageTest {
    private static final Path PAGE = Path.of("docs", "developing.md");

    /** What six digits can be wrong by; two of agx-photo's are rounded to the other side. */
    private static final double SIX_DIGITS = 1.5e-6;

    @TempDir
    Path folder;

    @Test
    void theExactMatricesAreThoseOfThePrimaries() throws IOException {
        List<String[]> rows = rows("from");
        assertEquals(3, rows.size());
        for (String[] row : rows) {
            double[] exact = matrix(row);
            double[] found = numbers(row[2]);
            for (int i = 0; i < 9; i++) {
                assertEquals(exact[i], found[i], 6e-10, row[0] + " number " + i);
            }
        }
    }

    @Test
    void theSixDigitsAreThoseOfAgxPhotoAndNearTheExactOnes() throws IOException {
        List<double[]> agx = Files.readAllLines(Path.of("src/test/resources/agx/matrices.csv")).stream()
                .map(line -> line.substring(line.indexOf(',') + 1))
                .map(DevelopingPageTest::numbers)
                .toList();
        List<String[]> rows = rows("from");
        for (int r = 0; r < rows.size(); r++) {
            double[] exact = matrix(rows.get(r));
            double[] digits = numbers(rows.get(r)[3]);
            for (int i = 0; i < 9; i++) {
                assertEquals(agx.get(r)[i], digits[i], 1e-12, rows.get(r)[0] + " number " + i);
                assertEquals(exact[i], digits[i], SIX_DIGITS, rows.get(r)[0] + " number " + i);
            }
        }
    }

    @Test
    void lightAndGammaEncodedValuesAreThoseOfTheCurve() throws IOException {
        MirroredCurve curve = new MirroredCurve(TransferCurves.SRGB);
        List<String[]> rows = rows("light");
        assertEquals(9, rows.size());
        for (String[] row : rows) {
            assertEquals(Double.parseDouble(row[1]), curve.encode(Double.parseDouble(row[0])), 5e-5, row[0]);
        }
    }

    @Test
    void theStagesStandInTheirOrderWithTheirSpaces() throws Exception {
        Path lut = Path.of("src/test/resources/agx/luts/identity17.cube").toAbsolutePath();
        Path file = Files.writeString(folder.resolve("all.toml"), """
                vignette.amount = 1
                grain.amount = 1
                detail.texture = 1
                lut.path = '%s'
                color_grading.global.luminance = 1
                hsl.red.hue = 1
                tone_curve.luma.points = [[0, 0.1], [1, 1]]
                tone = {exposure = 1, contrast = 1}
                noise_reduction.color = 1
                dehaze.amount = 1
                """.formatted(lut));
        List<String> expected = PresetStages.of(Preset.read(file), 1).stages().stream()
                .map(DevelopingPageTest::line)
                .toList();
        assertEquals(
                expected,
                rows("stage").stream().map(row -> row[0] + " in " + row[2]).toList());
    }

    private static String line(Stage stage) {
        String space = switch (stage.space()) {
            case LINEAR -> "linear Rec.2020";
            case GAMMA -> "gamma Rec.2020";
        };
        return stage.getClass().getSimpleName() + " in " + space;
    }

    private static double[] matrix(String[] row) {
        ColorSpace from = ColorSpaces.byName(row[0]).orElseThrow();
        ColorSpace to = ColorSpaces.byName(row[1]).orElseThrow();
        double[] all = new double[9];
        for (int column = 0; column < 3; column++) {
            double[] unit = new double[3];
            unit[column] = 1;
            double[] result = from.matrixTo(to, Adaptation.BRADFORD).times(unit);
            for (int line = 0; line < 3; line++) {
                all[3 * line + column] = result[line];
            }
        }
        return all;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The rows of the table whose first heading is a word, without the headings. */
    private static List<String[]> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("| " + heading + " |"))
                .collect(Collectors.joining()));
        return Stream.iterate(start + 2, i -> i < lines.size() && lines.get(i).startsWith("|"), i -> i + 1)
                .map(i -> lines.get(i).substring(1).split("\\|"))
                .map(cells -> Arrays.stream(cells).map(String::strip).toArray(String[]::new))
                .toList();
    }
}
