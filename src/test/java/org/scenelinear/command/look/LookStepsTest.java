/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.transform.GamutCompress;

class LookStepsTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String GRADE =
            "slope=[1.2 0.9 1.05] offset=[0.02 -0.03 0.01] power=[1.1 0.95 1] saturation=0.8";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void gradesGiveTheFiguresOfOpenColorIo(int number) throws IOException, StepException {
        String parameters = parameters(number);
        float[][] inputs = planes("lut/cdl/inputs_scene_linear.csv", 1);
        for (String style : new String[] {"noclamp", "clamp"}) {
            String kind = style.equals("clamp") ? "-asc-v1.2-clamp" : "-noclamp";
            FloatImage graded = apply("ASC CDL...", parameters + " style=" + style, image(inputs));
            assertClose(
                    planes("lut/cdl/cdl" + number + kind + "-in-ACEScct-on-ACES2065-1.csv", 1),
                    graded.rgb().orElseThrow(),
                    2e-5,
                    style);
        }
    }

    /** Within AP1: outside of it the table that OpenColorIO has for ACEScc ends a little below the black of ACEScc. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void gradesInAcesCcGiveTheFiguresOfOpenColorIo(int number) throws IOException, StepException {
        float[][] inputs = planes("lut/cdl/inputs_scene_linear.csv", 1);
        float[][] expected = planes("look/figures/cdl" + number + "-noclamp-in-ACEScc-on-ACES2065-1.csv", 1);
        FloatImage graded = apply("ASC CDL...", parameters(number) + " space=ACEScc", image(inputs));
        float[][] actual = graded.rgb().orElseThrow();
        int compared = 0;
        for (int i = 0; i < inputs[0].length; i++) {
            float most = Math.max(inputs[0][i], Math.max(inputs[1][i], inputs[2][i]));
            float least = Math.min(inputs[0][i], Math.min(inputs[1][i], inputs[2][i]));
            boolean within = least > 0.001f && most < 3 * least && most < 1000;
            for (int c = 0; c < 3 && within; c++) {
                compared++;
                double allowed = 2e-5 + 1e-3 * Math.abs(expected[c][i]);
                assertEquals(expected[c][i], actual[c][i], allowed, "pixel " + i + ", component " + c);
            }
        }
        assertTrue(compared > 30, compared + " values");
    }

    @Test
    void negativeComponentsCountAsNothingInAcesCcAndStayInAcesCct() throws StepException {
        FloatImage source = image(new float[][] {{0.2f, 0.2f}, {0.2f, 0.2f}, {-0.01f, 0}});
        float[] blue =
                apply("ASC CDL...", "slope=1.1 space=ACEScc", source).rgb().orElseThrow()[2];
        assertEquals(blue[1], blue[0], 1e-6f);
        float[] kept =
                apply("ASC CDL...", "slope=1.1 space=ACEScct", source).rgb().orElseThrow()[2];
        assertTrue(kept[0] < kept[1] - 0.005f, kept[0] + " and " + kept[1]);
    }

    @ParameterizedTest
    @CsvSource({"forward, 1", "inverse, 4"})
    void theGamutCompressionGivesTheFiguresOfOpenColorIo(String direction, int column)
            throws IOException, StepException {
        FloatImage source = image(planes("aces/inputs.csv", 2));
        FloatImage result = apply("Reference Gamut Compress...", "direction=" + direction, source);
        assertClose(
                planes("look/figures/rgc13-ACES2065-1.csv", column),
                result.rgb().orElseThrow(),
                2e-5,
                direction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACEScct", "ACEScc", "none"})
    void aGradeIsTakenBack(String space) throws StepException {
        FloatImage source = image(new float[][] {{0.18f, 2, 0.01f}, {0.2f, 1.5f, 0.02f}, {0.15f, 3, 0.015f}});
        String options = GRADE + " space=" + space;
        FloatImage back = apply("ASC CDL...", options + " direction=inverse", apply("ASC CDL...", options, source));
        assertClose(source.rgb().orElseThrow(), back.rgb().orElseThrow(), 2e-5, space);
    }

    @Test
    void aGradeOfTheSameSceneInAnotherSpaceIsTheSameScene() throws StepException {
        FloatImage source = image(new float[][] {{0.18f, 2}, {0.2f, 1.5f}, {0.15f, 3}});
        FloatImage rec709 = apply("Convert Color Space...", "to=[Linear Rec.709]", source);
        FloatImage graded = apply("ASC CDL...", GRADE, rec709);
        assertEquals(rec709.color(), graded.color());
        FloatImage back = apply("Convert Color Space...", "to=ACES2065-1", graded);
        assertClose(
                apply("ASC CDL...", GRADE, source).rgb().orElseThrow(),
                back.rgb().orElseThrow(),
                2e-5,
                "rec709");
    }

    @Test
    void aLookOfAFileIsAppliedInItsSpaceAndUndone(@TempDir Path folder) throws IOException, StepException {
        Path file = folder.resolve("a grade.cc");
        Files.writeString(
                file,
                "<ColorCorrection id=\"a\"><SOPNode><Slope>1.2 0.9 1.05</Slope><Offset>0.02 -0.03 0.01</Offset>"
                        + "<Power>1.1 0.95 1</Power></SOPNode><SatNode><Saturation>0.8</Saturation></SatNode></ColorCorrection>");
        FloatImage source = image(new float[][] {{0.18f, 2}, {0.2f, 1.5f}, {0.15f, 3}});
        String options = "file=[" + file + "] space=ACEScct";
        FloatImage looked = apply("Apply Look...", options, source);
        assertClose(
                apply("ASC CDL...", GRADE, source).rgb().orElseThrow(),
                looked.rgb().orElseThrow(),
                1e-6,
                "file");
        assertEquals(
                List.of("Apply Look... file=[" + file + "] direction=forward space=ACEScct from=ACES2065-1"),
                looked.history());
        FloatImage back = apply("Apply Look...", options + " direction=inverse", looked);
        assertClose(source.rgb().orElseThrow(), back.rgb().orElseThrow(), 2e-5, "back");
    }

    @Test
    void aLookThatComesWithItIsAppliedByItsNameAndNoneIsAskedFor() throws StepException {
        FloatImage source = image(new float[][] {{0.3f, 2}, {0.2f, 1.5f}, {0.1f, 3}});
        FloatImage looked = apply("Apply Look...", "file=[day for night]", source);
        assertTrue(looked.rgb().orElseThrow()[0][0] < 0.1f, "2.75 stops darker");
        FloatImage back = apply("Apply Look...", "file=[Day for Night] direction=inverse", looked);
        assertClose(source.rgb().orElseThrow(), back.rgb().orElseThrow(), 2e-5, "back");
        String message = assertThrows(StepException.class, () -> apply("Apply Look...", "", source))
                .getMessage();
        assertTrue(message.startsWith("give file=, a file or one of Bleach Bypass, "), message);
    }

    @Test
    void whatAcesCcCutsIsCountedAndToldAndAcesCctCutsNothing() throws StepException {
        FloatImage source = image(new float[][] {{0.2f, 0.2f, -0.1f}, {0.2f, 0.2f, 0.2f}, {-0.01f, 0.1f, 0.3f}});
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void update(String what, double fraction) {}

            @Override
            public void warn(String sentence) {
                told.add(sentence);
            }
        };
        Run run = Run.on(Runnable::run, 1, progress, () -> false);
        Recipes.parse("ASC CDL...", "slope=1.1 space=ACEScct").apply(source, run);
        assertEquals(List.of(), told);
        Recipes.parse("ASC CDL...", "slope=1.1 space=ACEScc").apply(source, run);
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("test: 2 of 3 pixels have negative components in ACES2065-1"), told.get(0));
    }

    @Test
    void aMetadataFileShowsThePictureOfItsOutputTransform() throws StepException {
        FloatImage source = image(new float[][] {{0.18f, 2}, {0.2f, 1.5f}, {0.15f, 3}});
        FloatImage rec709 = apply("Convert Color Space...", "to=[Linear Rec.709]", source);
        FloatImage expected = apply(
                "ACES Output Transform...",
                "id=urn:ampas:aces:transformId:v2.0:Output.Academy.Rec709-D65_100nit_in_Rec709-D65_BT1886.a2.v1",
                source);
        String file = "file=" + RESOURCES.resolve("look/sample1_output_only.amf");
        FloatImage shown = apply("Apply AMF...", file + " result=16-bit", rec709);
        assertClose(expected.rgb().orElseThrow(), shown.rgb().orElseThrow(), 1e-5, "picture");
        assertEquals(SampleType.SHORT, shown.channel("R").orElseThrow().source());
        assertEquals(expected.color().space(), shown.color().space());
    }

    @Test
    void aMetadataFileWithAnInputTransformTakesTheValuesAsTheyAre() throws StepException {
        String file = "file=" + RESOURCES.resolve("look/sample2_full_pipeline.amf");
        FloatImage clip = image(new float[][] {{0.278f}, {0.278f}, {0.278f}}).withColor(ColorState.UNKNOWN);
        float[][] shown = apply("Apply AMF...", file, clip).rgb().orElseThrow();
        assertTrue(shown[1][0] > 0.2 && shown[1][0] < 0.5, "mid gray in PQ: " + shown[1][0]);
    }

    @Test
    void aCorrectionIsChosenByItsId() throws StepException {
        String file = "file=" + RESOURCES.resolve("look/grades.ccc");
        FloatImage source = image(new float[][] {{0.5f}, {0.5f}, {0.5f}});
        FloatImage second = apply("Apply Look...", file + " space=none correction=cc.002", source);
        assertEquals(0.4f, second.rgb().orElseThrow()[0][0], 1e-6f);
        StepException refusal = assertThrows(
                StepException.class, () -> apply("Apply Look...", file + " space=none correction=cc.9", source));
        assertTrue(refusal.getMessage().contains("cc.9"), refusal.getMessage());
    }

    @Test
    void aMissingFileAndAnImageOfUnknownSpaceAreRefused() {
        FloatImage source = image(new float[][] {{0.5f}, {0.5f}, {0.5f}});
        StepException missing =
                assertThrows(StepException.class, () -> apply("Apply Look...", "file=/nowhere/a.clf", source));
        assertTrue(missing.getMessage().contains("a.clf"), missing.getMessage());
        FloatImage unknown = source.withColor(ColorState.UNKNOWN);
        StepException refusal = assertThrows(StepException.class, () -> apply("ASC CDL...", GRADE, unknown));
        assertTrue(refusal.getMessage().contains("give from="), refusal.getMessage());
    }

    @Test
    void withoutAWorkingSpaceTheSpaceOfTheImageNeedNotBeKnown() throws StepException {
        FloatImage source = image(new float[][] {{0.5f}, {0.5f}, {0.5f}}).withColor(ColorState.UNKNOWN);
        FloatImage graded = apply("ASC CDL...", "slope=2 space=none", source);
        assertEquals(1, graded.rgb().orElseThrow()[1][0], 1e-6f);
        assertEquals(ColorState.UNKNOWN, graded.color());
    }

    @ParameterizedTest
    @CsvSource({
        "slope=[1 2], 'slope=1 2 is not allowed; give three numbers, each a number from 0 to 1000'",
        "power=0, power=0 is not allowed",
        "space=ACEScg, space=ACEScg is not allowed",
        "slope=[0 1 1] direction=inverse, cannot be undone",
    })
    void whatIsNoGradeIsRefused(String options, String expected) {
        StepException refusal = assertThrows(StepException.class, () -> Recipes.parse("ASC CDL...", options));
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "ASC CDL..., 'slope=[1.2,0.9,1.05] offset=0.0001 power=1.1 space=acescc style=CLAMP direction=inverse from=acescg'",
        "Apply Look..., file=[/a folder/look.clf] direction=inverse space=NONE",
        "Apply Look..., file=[/a folder/look.ccc] correction=[a b] space=acescct from=srgb",
        "Reference Gamut Compress..., direction=inverse from=acescg",
        "Apply AMF..., file=[/a folder/a.amf] result=16bit from=acescg",
    })
    void theTextOfAStepIsReadBackAsTheSameStep(String label, String options) throws StepException {
        Step step = Recipes.parse(label, options);
        assertEquals(step, Recipes.parse(label, step.text().substring(label.length())));
    }

    /** Own parameters against the evaluation of the transform in double. */
    @Test
    void gamutCompressionTakesParametersOfItsOwn() throws StepException {
        float[][] rgb = {{0.4f, 0.18f, -0.05f}, {-0.03f, 0.18f, 0.3f}, {0.2f, 0.18f, 0.01f}};
        FloatImage cg = apply("Assign Color Space...", "space=ACEScg", image(rgb));
        String own = "thresholds=[0.7 0.75 0.8] limits=[1.2 1.3 1.4] power=1.5";
        FloatImage compressed = apply("Reference Gamut Compress...", own, cg);
        GamutCompress exact = new GamutCompress(
                new GamutCompress.Range(0.7, 1.2),
                new GamutCompress.Range(0.75, 1.3),
                new GamutCompress.Range(0.8, 1.4),
                1.5,
                GamutCompress.Direction.COMPRESS);
        float[][] result = compressed.rgb().orElseThrow();
        for (int i = 0; i < 3; i++) {
            double[] expected = exact.evaluate(rgb[0][i], rgb[1][i], rgb[2][i]);
            for (int c = 0; c < 3; c++) {
                assertEquals(expected[c], result[c][i], 1e-5, "pixel " + i + ", component " + c);
            }
        }
        assertTrue(
                compressed.history().get(1).contains("power=1.5"),
                compressed.history().toString());
        float[][] back = apply("Reference Gamut Compress...", own + " direction=inverse", compressed)
                .rgb()
                .orElseThrow();
        assertEquals(rgb[1][0], back[1][0], 1e-4);
    }

    private static String parameters(int number) throws IOException {
        String[] n = rows("lut/cdl/parameters.csv").get(number);
        return String.format(
                "slope=[%s %s %s] offset=[%s %s %s] power=[%s %s %s] saturation=%s",
                n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]);
    }

    private static FloatImage apply(String label, String options, FloatImage source) throws StepException {
        return Recipes.parse(label, options).apply(source, Run.inThisThread());
    }

    private static FloatImage image(float[][] rgb) {
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, rgb[c]));
        }
        Window window = new Window(0, 0, rgb[0].length - 1, 0);
        return new FloatImage(
                "test", window, window, 1, channels, ColorState.of(ColorSpaces.ACES2065_1, "test"), List.of());
    }

    private static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static float[][] planes(String name, int column) throws IOException {
        List<String[]> rows = rows(name);
        float[][] planes = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                planes[c][i] = Float.parseFloat(
                        rows.get(i)[column + c].replace("inf", "Infinity").replace("nan", "NaN"));
            }
        }
        return planes;
    }

    /**
     * Absolute; in lights ten times as much of the pixel's largest component, so far are the fast powers of the
     * reference off and what their errors leave after its matrix. Where that overflows, this is to be very large.
     */
    private static void assertClose(float[][] expected, float[][] actual, double tolerance, String what) {
        for (int i = 0; i < expected[0].length; i++) {
            double largest = 0;
            for (float[] plane : expected) {
                largest = Math.max(largest, Math.abs(plane[i]));
            }
            for (int c = 0; c < 3; c++) {
                String place = what + ", pixel " + i + ", component " + c;
                if (Float.isInfinite(expected[c][i])) {
                    assertTrue(Math.copySign(1, expected[c][i]) * actual[c][i] > 1e30f, place + ": " + actual[c][i]);
                } else if (Double.isFinite(largest)) {
                    assertEquals(expected[c][i], actual[c][i], tolerance * Math.max(1, 10 * largest), place);
                }
            }
        }
    }
}
