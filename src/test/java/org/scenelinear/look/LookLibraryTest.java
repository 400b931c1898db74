/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;

class LookLibraryTest {
    private static final Path FIGURES = Path.of("src/test/resources/look/library");
    private static final Path MADE = Path.of("target/looks");
    private static final Run RUN = Run.inThisThread();

    static List<String> names() {
        return LookLibrary.names();
    }

    private static LookFile look(String name) {
        return LookLibrary.find(name).orElseThrow();
    }

    private static float[][] through(String name, float[][] colors) {
        return ProbeColors.through(look(name).chain(), colors, RUN);
    }

    private static String resource(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".clf";
    }

    @Test
    void theFilesAreWhatTheRecipesSay() throws IOException {
        List<String> stale = new ArrayList<>();
        Files.createDirectories(MADE);
        for (LookRecipe recipe : LookRecipe.all()) {
            Path made = MADE.resolve(resource(recipe.name()));
            LutFiles.write(recipe.file(), made);
            try (InputStream in = LookLibrary.class.getResourceAsStream(resource(recipe.name()))) {
                String kept = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (!kept.equals(Files.readString(made))) {
                    stale.add(made.toString());
                }
            }
        }
        assertEquals(List.of(), stale, "files to copy to the resources of the room look");
        assertEquals(
                LookLibrary.names(),
                LookRecipe.all().stream().map(LookRecipe::name).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLookCutsNothingAndCanBeUndone(String name) {
        LookReport report = LookReport.of(look(name).chain(), RUN);
        for (String property : List.of(
                "cuts highlights",
                "cuts shadows",
                "other plateaus",
                "grays below 0",
                "cuts negative components",
                "NaN or infinite",
                "warnings",
                "interpolation")) {
            assertEquals("none", report.value(property).orElseThrow(), property);
        }
        assertEquals("analytic", report.value("kind").orElseThrow());
        assertEquals("yes", report.value("gray ramp rises").orElseThrow());
        String outside = report.value("outside of ACES2065-1").orElseThrow(); // the red of ACEScg is so by itself
        assertTrue(Double.parseDouble(outside.replace(" %", "")) < 0.5, outside);
        String error = report.value("largest error when undone").orElseThrow();
        assertTrue(Double.parseDouble(error.replace(" %", "")) < 0.01, error);
    }

    /** A trim that shifts the white makes one component of it brighter by less than a tenth. */
    @ParameterizedTest
    @MethodSource("names")
    void theBrightestGrayOfHalfFloatsStaysOne(String name) {
        float brightest = name.startsWith("Theater") ? 65504 / 1.1f : 65504;
        float[][] out = through(name, new float[][] {{brightest}, {brightest}, {brightest}});
        for (float[] plane : out) {
            assertTrue(plane[0] > 100 && plane[0] <= 65504, name + ": " + plane[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void openColorIoGivesTheSameValues(String name) throws IOException {
        List<double[]> rows = Files.readAllLines(FIGURES.resolve(resource(name).replace(".clf", ".csv"))).stream()
                .map(LookLibraryTest::numbers)
                .toList();
        assertTrue(rows.size() > 60, name);
        float[][] colors = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                colors[c][i] = (float) rows.get(i)[c];
            }
        }
        float[][] out = through(name, colors);
        for (int i = 0; i < rows.size(); i++) {
            double largest = 0;
            for (int c = 0; c < 3; c++) {
                largest = Math.max(largest, Math.abs(rows.get(i)[3 + c]));
            }
            for (int c = 0; c < 3; c++) {
                assertEquals(rows.get(i)[3 + c], out[c][i], 1e-6 + 2e-5 * largest, name + " " + i + " " + c);
            }
        }
    }

    private static double[] numbers(String line) {
        String[] words = line.split(",");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    /** How far a color is from gray: the part of the largest component that the smallest lacks. */
    private static double saturation(float[][] colors, int i) {
        double most = Math.max(colors[0][i], Math.max(colors[1][i], colors[2][i]));
        double least = Math.min(colors[0][i], Math.min(colors[1][i], colors[2][i]));
        return 1 - least / most;
    }

    private static float[][] threePaints() {
        return new float[][] {{0.3f, 0.15f, 0.15f}, {0.15f, 0.25f, 0.16f}, {0.1f, 0.1f, 0.3f}};
    }

    private static double contrast(float[][] out) {
        return Math.log(out[1][1] / out[1][0]) / Math.log(4);
    }

    private static float[][] twoGrays() {
        return new float[][] {{0.09f, 0.36f}, {0.09f, 0.36f}, {0.09f, 0.36f}};
    }

    @Test
    void bleachBypassHasLessColorAndMoreContrast() {
        float[][] paints = threePaints();
        float[][] out = through("Bleach Bypass", paints);
        for (int i = 0; i < 3; i++) {
            assertTrue(saturation(out, i) < 0.8 * saturation(paints, i), "paint " + i);
        }
        assertTrue(contrast(through("Bleach Bypass", twoGrays())) > 1.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Day for Night", "Day for Dusk"})
    void nightAndDuskAreDarkerAndBluer(String name) {
        float[][] out = through(name, twoGrays());
        assertTrue(out[1][0] < 0.5 * 0.09 && out[1][1] < 0.5 * 0.36, "darker");
        assertTrue(out[2][0] > 1.05 * out[0][0], "shadows are blue");
    }

    @Test
    void nightIsDarkerAndLessColorfulThanDusk() {
        float[][] night = through("Day for Night", threePaints());
        float[][] dusk = through("Day for Dusk", threePaints());
        assertTrue(night[1][0] < 0.6 * dusk[1][0]);
        assertTrue(saturation(night, 0) < saturation(dusk, 0));
    }

    @Test
    void duskKeepsItsLightsWarmerThanItsShadows() {
        float[][] out = through("Day for Dusk", new float[][] {{0.02f, 40}, {0.02f, 40}, {0.02f, 40}});
        assertTrue(out[0][1] / out[2][1] > 1.2 * out[0][0] / out[2][0]);
    }

    /** With two dyes hardly more than one line of hues is left: blue and green come out nearly alike. */
    @Test
    void twoStripsTellGreenFromBlueHardly() {
        float[][] paints = {{0.08f, 0.08f}, {0.25f, 0.08f}, {0.08f, 0.25f}};
        float[][] out = through("Two-Strip Dye", paints);
        double before = paints[1][0] / paints[2][0];
        double after = out[1][0] / out[2][0];
        assertTrue(after < 0.5 * before, before + " becomes " + after);
        assertTrue(out[0][0] < out[1][0] && out[0][1] < out[2][1], "and both are no orange");
    }

    @Test
    void threeStripsAreMoreColorful() {
        float[][] paints = threePaints();
        float[][] out = through("Three-Strip Dye", paints);
        for (int i = 0; i < 3; i++) {
            assertTrue(saturation(out, i) > 1.02 * saturation(paints, i), "paint " + i);
        }
    }

    @Test
    void aPrintHasMoreContrastCoolShadowsAndWarmLights() {
        assertTrue(contrast(through("Print Film", twoGrays())) > 1.1);
        float[][] out = through("Print Film", new float[][] {{0.01f, 1}, {0.01f, 1}, {0.01f, 1}});
        assertTrue(out[0][0] < out[2][0], "shadows");
        assertTrue(out[0][1] > out[2][1], "lights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Theater", "Home", "Mobile"})
    void aWarmTrimIsWarmerThanGrayAndACoolOneCooler(String where) {
        float[][] gray = {{0.18f}, {0.18f}, {0.18f}};
        float[][] warm = through(where + " Warm", gray);
        float[][] cool = through(where + " Cool", gray);
        assertTrue(warm[0][0] > 1.02 * warm[2][0]);
        assertTrue(cool[2][0] > 1.02 * cool[0][0]);
    }

    @Test
    void aLookIsFoundByItsNameInAnySpellingByItsIdAndWhereNoFileIs(@TempDir Path folder) throws IOException {
        LookFile look = look("bleach_bypass");
        assertEquals("Bleach Bypass", look.name());
        assertEquals(
                "urn:ampas:aces:transformId:v2.0:Look.SceneLinear.BleachBypass.a2.v1",
                look.transformId().orElseThrow());
        assertEquals(look, LookLibrary.find(look.id()).orElseThrow());
        assertEquals(look, LookLibrary.read(folder.resolve("Bleach Bypass"), LutFiles.Options.DEFAULT));
        assertTrue(AmfTransforms.find(look.id()).isPresent());
        assertFalse(AmfTransforms.find(look.id() + "0").isPresent());
    }

    @Test
    void aNameThatIsNoFileAndNoLookIsRefusedByName() {
        FileProblemException problem = assertThrows(
                FileProblemException.class, () -> LookLibrary.read(Path.of("no such look"), LutFiles.Options.DEFAULT));
        assertTrue(problem.getMessage().contains("no such look"), problem.getMessage());
    }
}
