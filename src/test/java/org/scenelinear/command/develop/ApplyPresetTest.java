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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** Presets as macro lines, against agx-photo 0.2.0 and against the stages one by one. */
class ApplyPresetTest {
    @TempDir
    Path folder;

    @Test
    void aPresetOfSeveralStagesGivesTheImageOfTheReference() throws Exception {
        Path preset = preset("linear.toml", """
                [tone]
                exposure = 0.4
                [white_balance]
                temperature = 12.0
                [dehaze]
                amount = 40.0
                [noise_reduction]
                luminance = 30.0
                color = 30.0
                """);
        FloatImage result = apply("file=" + preset + " mode=compatible", rec2020("haze130", 130));
        StageOperationTest.assertClose(
                StageOperationTest.planes("pipeline_linear_stages_only"),
                result.rgb().orElseThrow(),
                1e-4);
    }

    @Test
    void allStagesThatAreBuiltTogetherGiveTheImageOfTheReference() throws Exception {
        Path preset = preset("together.toml", """
                [white_balance]
                temperature = 14
                tint = -6
                [tone]
                exposure = 0.35
                contrast = 18
                highlights = -30
                shadows = 22
                whites = 8
                blacks = -12
                [dehaze]
                amount = 30
                [noise_reduction]
                luminance = 20
                color = 35
                detail = 25
                [detail]
                clarity = 20
                texture = 15
                [grain]
                type = "harsh"
                amount = 25
                size = 40
                seed = 77
                """);
        FloatImage result = apply("file=" + preset + " mode=compatible", rec2020("haze130", 130));
        StageOperationTest.assertClose(
                StageOperationTest.planes("pipeline_without_curves"),
                result.rgb().orElseThrow(),
                1e-4);
    }

    @Test
    void whiteBalanceAndExposureOfColorsAreThoseOfTheReference() throws Exception {
        Path preset = preset("both.toml", """
                tone.exposure = 0.75
                white_balance = {temperature = -62.5, tint = 20}
                """);
        List<float[]> rows = StageOperationTest.rows("white_balance", "both_exposure");
        FloatImage source = StageOperationTest.image(
                StageOperationTest.column(rows, 0), rows.size(), 1, ColorSpaces.LINEAR_REC2020);
        StageOperationTest.assertClose(
                StageOperationTest.column(rows, 6),
                apply("file=" + preset + " mode=compatible", source).rgb().orElseThrow(),
                1e-5);
    }

    @Test
    void allStagesAtOnceAreTheStagesOneByOneInTheOrderOfThePipeline() throws Exception {
        Path preset = preset("all.toml", """
                [grain]
                amount = 20
                seed = 7
                type = "fine"
                [detail]
                clarity = 15
                [tone]
                contrast = 20
                blacks = -10
                [noise_reduction]
                luminance = 40
                [dehaze]
                amount = 25
                [white_balance]
                tint = 10
                """);
        FloatImage source = rec2020("haze130", 130);
        FloatImage expected = source;
        for (String line : List.of(
                "White Balance... tint=10",
                "Dehaze... amount=25",
                "Noise Reduction... luminance=40",
                "Basic Tone... contrast=20 blacks=-10",
                "Detail... clarity=15",
                "Grain... type=fine amount=20 seed=7")) {
            int end = line.indexOf("... ");
            expected = Recipes.parse(line.substring(0, end), line.substring(end + 4))
                    .apply(expected, Run.inThisThread());
        }
        FloatImage result = apply("file=" + preset, source);
        StageOperationTest.assertClose(
                expected.rgb().orElseThrow(), result.rgb().orElseThrow(), 2e-5);
        assertTrue(result.history().get(0).contains("seed=7 "), result.history().get(0));
    }

    @Test
    void aLaterLayerWinsAndTheHistoryDoesTheSameAgain() throws Exception {
        Path first = preset("first.toml", "tone = {contrast = 40, shadows = 20}\ngrain.amount = 30\n");
        Path second = preset("second.toml", "tone.contrast = 0\n");
        FloatImage source = rec2020("sdr48", 48);
        FloatImage layered = apply("file=" + first + " layers=" + second, source);
        String line = layered.history().get(0);
        assertTrue(line.matches("Apply Preset\\.\\.\\. .*seed=\\d+ .*"), line);
        FloatImage again = apply(line.substring("Apply Preset... ".length()), source);
        assertArrayEquals(layered.rgb().orElseThrow()[0], again.rgb().orElseThrow()[0]);
        assertEquals(line, again.history().get(0));
        Path same = preset("same.toml", "[tone]\nshadows = 20\n[grain]\namount = 30\n");
        String seed = line.replaceAll(".*(seed=\\d+) .*", "$1");
        assertArrayEquals(
                apply("file=" + same + " " + seed, source).rgb().orElseThrow()[0],
                layered.rgb().orElseThrow()[0]);
    }

    @Test
    void theResultIsKeptInItsSpaceOrLinearOrLimitedForADisplay() throws Exception {
        Path preset = preset("brighter.toml", "tone.exposure = 1\n");
        FloatImage source = StageOperationTest.image(
                new float[][] {{0.25f, 4, -0.5f}, {0.25f, 4, -0.5f}, {0.25f, 4, -0.5f}}, 3, 1, ColorSpaces.ACESCG);
        FloatImage kept = apply("file=" + preset, source);
        assertEquals(ColorSpaces.ACESCG, kept.color().space().orElseThrow());
        assertArrayEquals(new float[] {0.5f, 8, -1}, kept.rgb().orElseThrow()[1], 1e-5f);
        FloatImage linear = apply("file=" + preset + " encoding=linear", source);
        assertEquals(ColorSpaces.LINEAR_REC2020, linear.color().space().orElseThrow());
        assertArrayEquals(new float[] {0.5f, 8, -1}, linear.rgb().orElseThrow()[1], 1e-3f, "gray stays gray");
        FloatImage display = apply("file=" + preset + " encoding=display", source);
        assertEquals(ColorSpaces.SRGB, display.color().space().orElseThrow());
        assertArrayEquals(new float[] {0.7354f, 1, 0}, display.rgb().orElseThrow()[1], 1e-3f, "IEC 61966-2-1");
    }

    @Test
    void aPresetThatChangesNothingLeavesEverySampleAsItIs() throws Exception {
        Path preset = preset("empty.toml", "[color_grading]\nbalance = 20\nshadows.hue = 30\n[tone]\nexposure = 0\n");
        FloatImage source = rec2020("hdr48", 48);
        FloatImage result = apply("file=" + preset, source);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(source.rgb().orElseThrow()[c], result.rgb().orElseThrow()[c]);
        }
    }

    @Test
    void aTableThatIsMissingIsNamedWithItsPath() throws Exception {
        Path preset = preset("more.toml", "lut.path = 'none.cube'\n");
        StepException problem = assertThrows(StepException.class, () -> apply("file=" + preset, rec2020("sdr48", 48)));
        assertEquals(
                preset + ": line 1, column 1, lut.path: " + folder.resolve("none.cube") + " does not exist",
                problem.getMessage());
    }

    @Test
    void aMistakeInTheFileIsToldWithItsPlace() throws Exception {
        Path preset = preset("wrong.toml", "[tone]\ncontrast = 101\n");
        StepException problem = assertThrows(StepException.class, () -> apply("file=" + preset, rec2020("sdr48", 48)));
        assertEquals(
                preset + ": line 2, column 1, tone.contrast: 101 is not allowed; give a number from -100 to 100",
                problem.getMessage());
    }

    @Test
    void aPreparedStepNeedsItsFilesNoMore() throws Exception {
        Path preset = preset("once.toml", """
                [tone]
                exposure = 0.4
                [vignette]
                amount = -30
                """);
        FloatImage source = rec2020("haze130", 130);
        FloatImage expected = apply("file=" + preset, source);
        Step prepared = Recipes.parse("Apply Preset", "file=" + preset).prepared();
        Files.delete(preset);
        for (int frame = 0; frame < 2; frame++) {
            float[][] planes = prepared.apply(source, Run.inThisThread()).rgb().orElseThrow();
            for (int c = 0; c < 3; c++) {
                assertArrayEquals(expected.rgb().orElseThrow()[c], planes[c]);
            }
        }
    }

    private Path preset(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static FloatImage rec2020(String name, int width) throws IOException {
        float[][] rgb = StageOperationTest.planes(name);
        return StageOperationTest.image(rgb, width, rgb[0].length / width, ColorSpaces.LINEAR_REC2020);
    }

    private static FloatImage apply(String options, FloatImage source) throws StepException {
        return Recipes.parse("Apply Preset", options).apply(source, Run.inThisThread());
    }
}
