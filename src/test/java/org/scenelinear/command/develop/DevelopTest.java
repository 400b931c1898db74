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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.agx.Preset;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** All stages in one macro line, against the image of agx-photo 0.2.0 and against presets. */
class DevelopTest {
    @TempDir
    Path folder;

    @Test
    void allStagesInOneLineGiveTheImageOfTheReference() throws Exception {
        FloatImage result = apply(
                "white_balance.temperature=14 white_balance.tint=-6 tone.exposure=0.35 tone.contrast=18"
                        + " tone.highlights=-30 tone.shadows=22 tone.whites=8 tone.blacks=-12 dehaze.amount=30"
                        + " noise_reduction.luminance=20 noise_reduction.color=35 noise_reduction.detail=25"
                        + " detail.clarity=20 detail.texture=15 grain.type=harsh grain.amount=25 grain.size=40"
                        + " grain.seed=77 mode=compatible",
                rec2020("haze130", 130));
        StageOperationTest.assertClose(
                StageOperationTest.planes("pipeline_without_curves"),
                result.rgb().orElseThrow(),
                1e-4);
    }

    @Test
    void everyKeyDoesWhatTheSameFieldOfAPresetDoes() throws Exception {
        Path lut = Path.of("src/test/resources/agx/luts/warm9.cube").toAbsolutePath();
        List<Map.Entry<String, String>> fields = List.of(
                Map.entry("tone_curve.luma.points=[0,0 0.25,0.15 1,1]", "[[0, 0], [0.25, 0.15], [1, 1]]"),
                Map.entry("hsl.aqua.hue=-20", "-20"),
                Map.entry("color_grading.midtones.saturation=30", "30"),
                Map.entry("color_grading.global.luminance=-8", "-8"),
                Map.entry("vignette.shape=circular", "'circular'"),
                Map.entry("vignette.amount=-40", "-40"),
                Map.entry("lut.path=[" + lut + "]", "'" + lut + "'"),
                Map.entry("detail.sharpening.radius=2.5", "2.5"));
        StringBuilder options = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> field : fields) {
            options.append(field.getKey()).append(' ');
            text.append(field.getKey(), 0, field.getKey().indexOf('='))
                    .append(" = ")
                    .append(field.getValue())
                    .append('\n');
        }
        FloatImage source = rec2020("sdr48", 48);
        FloatImage byKeys = apply(options.toString(), source);
        FloatImage byPreset = Recipes.parse("Apply Preset", "file=" + preset("all.toml", text.toString()))
                .apply(source, Run.inThisThread());
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(byPreset.rgb().orElseThrow()[c], byKeys.rgb().orElseThrow()[c]);
            assertNotEquals(source.rgb().orElseThrow()[c][500], byKeys.rgb().orElseThrow()[c][500]);
        }
    }

    @Test
    void whatIsGivenWinsOverThePresetAndAZeroTakesItAway() throws Exception {
        Path preset = preset("tone.toml", "tone = {contrast = 40, shadows = 20}\n");
        FloatImage source = rec2020("sdr48", 48);
        assertArrayEquals(
                apply("tone.shadows=20", source).rgb().orElseThrow()[1],
                apply("preset=" + preset + " tone.contrast=0", source).rgb().orElseThrow()[1]);
    }

    @Test
    void aTableOfThePresetIsTakenAwayByName() throws Exception {
        Path lut = Path.of("src/test/resources/agx/luts/warm9.cube").toAbsolutePath();
        Path preset = preset("table.toml", "lut.path = '" + lut + "'\n");
        FloatImage source = rec2020("sdr48", 48);
        assertArrayEquals(
                source.rgb().orElseThrow()[1],
                apply("preset=" + preset + " lut.path=none", source).rgb().orElseThrow()[1]);
    }

    @Test
    void aSavedPresetKeepsWhatItExtendsAndItsTableAndMakesTheSameImage() throws Exception {
        Path lut = Files.copy(
                Path.of("src/test/resources/agx/luts/warm9.cube"),
                Files.createDirectory(folder.resolve("luts")).resolve("warm9.cube"));
        preset("base.toml", "tone.contrast = 25\n");
        Path middle = preset(
                "middle.toml", "metadata.extends = 'base.toml'\nlut.path = 'luts/warm9.cube'\ntone.shadows = 10\n");
        Path saved = Files.createDirectory(folder.resolve("mine")).resolve("saved.toml");
        FloatImage source = rec2020("sdr48", 48);
        FloatImage first = apply("preset=" + middle + " tone.shadows=-15 vignette.amount=-20 save=" + saved, source);
        String text = Files.readString(saved);
        assertTrue(text.contains("extends = \"../base.toml\""), text);
        assertTrue(text.contains("path = \"../luts/warm9.cube\""), text);
        assertFalse(text.contains("contrast"), "what is inherited is not said again: " + text);
        Preset again = Preset.read(saved);
        assertEquals(-15, again.number("tone.shadows"));
        assertEquals(25, again.number("tone.contrast"));
        assertEquals(lut.toRealPath(), again.lut().orElseThrow().toRealPath());
        assertArrayEquals(
                first.rgb().orElseThrow()[0],
                apply("preset=" + saved, source).rgb().orElseThrow()[0]);
        assertFalse(first.history().get(0).contains("save="), first.history().get(0));
    }

    @Test
    void aPresetIsNotSavedOverOneThatItExtends() throws Exception {
        Path base = preset("base.toml", "tone.contrast = 25\n");
        preset("middle.toml", "metadata.extends = 'base.toml'\n");
        Path last = preset("last.toml", "metadata.extends = 'middle.toml'\n");
        String before = Files.readString(base);
        StepException problem = assertThrows(
                StepException.class, () -> apply("preset=" + last + " save=" + base, rec2020("sdr48", 48)));
        assertTrue(problem.getMessage().contains("extends this preset"), problem.getMessage());
        assertEquals(before, Files.readString(base));
    }

    @Test
    void theLineOfTheHistoryDoesTheSameAgainAndHasTheSeed() throws Exception {
        FloatImage source = rec2020("sdr48", 48);
        FloatImage first = apply("grain.amount=40 tone.contrast=5", source);
        String line = first.history().get(0);
        assertTrue(line.matches("Develop\\.\\.\\. tone.contrast=5 grain.amount=40 grain.seed=\\d+ mode=hdr .*"), line);
        FloatImage again = apply(line.substring("Develop... ".length()), source);
        assertArrayEquals(first.rgb().orElseThrow()[2], again.rgb().orElseThrow()[2]);
        assertEquals(line, again.history().get(0));
    }

    @Test
    void allFramesGetTheSameGrainAlsoIfNobodyChoseIt() throws Exception {
        FloatImage source = rec2020("sdr48", 48);
        Path preset = preset("grain.toml", "grain.amount = 30\n");
        for (Step step : List.of(
                Recipes.parse("Develop", "preset=" + preset), Recipes.parse("Apply Preset", "file=" + preset))) {
            FloatImage first = step.apply(source, Run.inThisThread());
            FloatImage second = step.apply(source, Run.inThisThread());
            assertArrayEquals(first.rgb().orElseThrow()[0], second.rgb().orElseThrow()[0]);
            assertNotEquals(source.rgb().orElseThrow()[0][77], first.rgb().orElseThrow()[0][77]);
            assertEquals(first.history(), second.history());
        }
    }

    @Test
    void neutralValuesLeaveEverySampleAsItIs() throws Exception {
        FloatImage source = rec2020("hdr48", 48);
        FloatImage result = apply("tone.contrast=0 detail.sharpening.radius=2", source);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(source.rgb().orElseThrow()[c], result.rgb().orElseThrow()[c]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tone.contrast=101, a number from -100 to 100",
        "hsl.red=3, unknown",
        "'tone_curve.rgb.points=[0.1,0 1,1]', x rising from 0 to 1",
        "'tone_curve.rgb.points=[0,0 0.5]', points",
        "grain.type=coarse, silver",
        "grain.seed=-1, whole number",
        "roi=limit, open image",
        "preset=none.toml, does not exist"
    })
    void whatCannotBeDoneIsRefusedWithTheReason(String options, String reason) {
        StepException problem = assertThrows(StepException.class, () -> apply(options, rec2020("sdr48", 48)));
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    private Path preset(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static FloatImage rec2020(String name, int width) throws IOException {
        float[][] rgb = StageOperationTest.planes(name);
        return StageOperationTest.image(rgb, width, rgb[0].length / width, ColorSpaces.LINEAR_REC2020);
    }

    private static FloatImage apply(String options, FloatImage source) throws StepException {
        return Recipes.parse("Develop", options).apply(source, Run.inThisThread());
    }
}
