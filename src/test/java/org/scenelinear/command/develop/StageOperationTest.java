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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.TransformRunner;

/** The stages as macro lines, against the images and colors of agx-photo 0.2.0. */
class StageOperationTest {
    private static final ColorSpace REC2020 = ColorSpaces.LINEAR_REC2020;

    @ParameterizedTest
    @CsvSource({
        "White Balance, temperature=30 tint=-45, white_balance, both",
        "White Balance, temperature=-100, white_balance, temperature-100",
        "Basic Tone, contrast=25 highlights=-40 shadows=30 whites=15 blacks=-20, tone_all, a",
        "Basic Tone, contrast=-35 highlights=60 shadows=-55 whites=-70 blacks=45, tone_all, b",
        "Tone Curves, 'rgb=[0,0 0.5,0.6 1,1]', tone_curve, rgb_s3",
        "Tone Curves, 'luma=[0,0.1 0.4,0.9 0.7,0.3 1,0.8]', tone_curve, luma_hump",
        "HSL, red=[0 -100 0], hsl, red_sat",
        "HSL, purple=[0 -80 0], hsl, purple_sat",
        "Photo LUT, file=src/test/resources/agx/luts/domain5.cube, lut, domain5",
        "Color Grading, shadows=[215 35 0], color_grading, shadows_tint"
    })
    void colorsInCompatibleModeAreThoseOfTheReference(String label, String options, String group, String name)
            throws Exception {
        List<float[]> rows = rows(group, name);
        float[][] in = column(rows, 0);
        float[][] expected = column(rows, 6);
        float[][] found = apply(label, options + " mode=compatible", image(in, rows.size(), 1, REC2020))
                .rgb()
                .orElseThrow();
        assertClose(expected, found, group.equals("tone_curve") || group.equals("hsl") ? 5e-5 : 1e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "Detail, texture=-20 clarity=25 amount=70 radius=0.8 threshold=3 masking=30, odd33, 33, detail_all_three, true",
        "Dehaze, amount=50, haze48, 48, dehaze_haze48_pos50, false",
        "Noise Reduction, luminance=35 color=35 detail=20, hdr48, 48, noise_reduction_both_hdr, false",
        "Vignette, amount=-100 shape=circular, odd33, 33, vignette_odd33_neg100_circular, true",
        "Grain, amount=50 seed=42, sdr48, 48, grain_silver50, true",
        "Grain, type=harsh amount=35 seed=123456789, odd33, 33, grain_harsh_odd, true"
    })
    void imagesInCompatibleModeAreThoseOfTheReference(
            String label, String options, String input, int width, String golden, boolean gamma) throws Exception {
        float[][] in = planes(input);
        FloatImage source = image(in, width, in[0].length / width, REC2020);
        float[][] found =
                apply(label, options + " mode=compatible", source).rgb().orElseThrow();
        float[][] expected = planes(golden);
        if (gamma) {
            for (float[] plane : expected) {
                decode(plane);
            }
        }
        assertClose(expected, found, label.equals("Dehaze") ? 1e-4 : 2e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACES2065-1", "ACEScct", "sRGB", "Display P3", "Rec.2100-PQ"})
    void theSameSceneInAnotherSpaceIsTheSameSceneAfterwards(String name) throws Exception {
        ColorSpace space = ColorSpaces.byName(name).orElseThrow();
        float[][] in = planes("sdr48");
        float[][] converted = converted(in, REC2020, space);
        String options = "contrast=20 shadows=30";
        float[][] expected =
                apply("Basic Tone", options, image(in, 48, 32, REC2020)).rgb().orElseThrow();
        FloatImage result = apply("Basic Tone", options, image(converted, 48, 32, space));
        assertEquals(space, result.color().space().orElseThrow());
        assertClose(expected, converted(result.rgb().orElseThrow(), space, REC2020), 2e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"White Balance", "Basic Tone", "Detail", "Dehaze", "Noise Reduction", "Grain"})
    void defaultsLeaveEverySampleAsItIsAndTheHistorySaysTheSpace(String label) throws Exception {
        float[][] in = planes("hdr48");
        FloatImage result = apply(label, "", image(in, 48, 32, ColorSpaces.ACESCG));
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(in[c], result.rgb().orElseThrow()[c]);
        }
        String line = result.history().get(0);
        assertTrue(line.endsWith("mode=hdr from=ACEScg"), line);
    }

    @Test
    void theLineOfTheHistoryDoesTheSameAgain() throws Exception {
        float[][] in = planes("sdr48");
        FloatImage source = image(in, 48, 32, ColorSpaces.ACESCG);
        FloatImage first = apply("Grain", "amount=40", source);
        String line = first.history().get(0);
        String options = line.substring("Grain... ".length());
        FloatImage again = apply("Grain", options, source);
        assertArrayEquals(first.rgb().orElseThrow()[1], again.rgb().orElseThrow()[1]);
        assertEquals(line, again.history().get(0));
        FloatImage other = apply("Grain", options.replaceAll("seed=\\d+", "seed=18446744073709551615"), source);
        assertNotEquals(first.rgb().orElseThrow()[1][40], other.rgb().orElseThrow()[1][40]);
    }

    @Test
    void alphaStaysAndTheSourceKeepsItsSamples() throws Exception {
        float[][] in = planes("sdr48");
        float[] before = in[0].clone();
        FloatImage source = image(in, 48, 32, REC2020);
        List<ImageChannel> channels = new ArrayList<>(source.channels());
        float[] alpha = new float[in[0].length];
        channels.add(new ImageChannel("A", SampleType.HALF, alpha));
        FloatImage result = apply("Dehaze", "amount=60", source.withChannels(channels));
        assertArrayEquals(before, in[0]);
        assertArrayEquals(alpha, result.channel("A").orElseThrow().samples());
        assertNotEquals(before[100], result.channel("R").orElseThrow().samples()[100]);
    }

    @Test
    void aPickedGrayBecomesNeutralInItsOwnSpaceAndTheHistoryHasTheNumbers() throws Exception {
        float[][] cast = {{0.3f, 0.6f}, {0.25f, 0.5f}, {0.2f, 0.4f}};
        FloatImage source = image(cast, 2, 1, ColorSpaces.ACESCG);
        FloatImage result = apply("White Balance", "gray=[0.3 0.25 0.2]", source);
        float[][] neutral = converted(result.rgb().orElseThrow(), ColorSpaces.ACESCG, REC2020);
        for (int i = 0; i < 2; i++) {
            assertEquals(neutral[1][i], neutral[0][i], 1e-6);
            assertEquals(neutral[1][i], neutral[2][i], 1e-6);
        }
        String line = result.history().get(0);
        assertTrue(line.matches("White Balance\\.\\.\\. temperature=-\\d.* tint=-?\\d.* mode=hdr from=ACEScg"), line);
        assertClose(
                result.rgb().orElseThrow(),
                apply("White Balance", line.substring("White Balance... ".length()), source)
                        .rgb()
                        .orElseThrow(),
                1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "gray=[1 -1 1], not all above 0",
        "gray=[9 1 1], temperature",
        "gray=[1 1 1] tint=3, either",
        "gray=selection, open image",
        "gray=[1 1], three numbers",
        "temperature=101, -100 to 100",
        "mode=sdr, hdr"
    })
    void whatCannotBeDoneIsRefusedWithTheReason(String options, String reason) {
        float[][] gray = {{0.5f}, {0.5f}, {0.5f}};
        StepException problem =
                assertThrows(StepException.class, () -> apply("White Balance", options, image(gray, 1, 1, REC2020)));
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    private static FloatImage apply(String label, String options, FloatImage source) throws StepException {
        return Recipes.parse(label, options).apply(source, Run.inThisThread());
    }

    static FloatImage image(float[][] rgb, int width, int height, ColorSpace space) {
        Window window = new Window(0, 0, width - 1, height - 1);
        return new FloatImage(
                "test",
                window,
                window,
                1,
                List.of(
                        new ImageChannel("R", SampleType.FLOAT, rgb[0]),
                        new ImageChannel("G", SampleType.FLOAT, rgb[1]),
                        new ImageChannel("B", SampleType.FLOAT, rgb[2])),
                ColorState.of(space, "made by the test"),
                List.of());
    }

    private static float[][] converted(float[][] rgb, ColorSpace from, ColorSpace to) {
        float[][] result = new float[3][rgb[0].length];
        TransformRunner.apply(
                ColorSpaceConversion.between(from, to, Adaptation.BRADFORD).compile(),
                rgb,
                result,
                rgb[0].length,
                Run.inThisThread());
        return result;
    }

    static void assertClose(float[][] expected, float[][] found, double tolerance) {
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            assertEquals(expected[c].length, found[c].length);
            for (int i = 0; i < expected[c].length; i++) {
                double error = Math.abs(found[c][i] - expected[c][i]) / Math.max(1, Math.abs(expected[c][i]));
                worst = error <= worst ? worst : error;
            }
        }
        assertTrue(worst <= tolerance, "differs by " + worst);
    }

    private static void decode(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            double size = Math.abs((double) plane[i]);
            double linear = size <= 0.04045 ? size / 12.92 : Math.pow((size + 0.055) / 1.055, 2.4);
            plane[i] = (float) Math.copySign(linear, plane[i]);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(StageOperationTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    static float[][] planes(String name) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(resource("/agx/planes/" + name + ".bin.gz")).order(ByteOrder.LITTLE_ENDIAN);
        float[][] rgb = new float[3][bytes.remaining() / 12];
        for (int i = 0; i < rgb[0].length; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = bytes.getFloat();
            }
        }
        return rgb;
    }

    /** The numbers of a case: what goes in, the stage's own values, what comes out, three each. */
    static List<float[]> rows(String group, String name) throws IOException {
        List<float[]> rows = new ArrayList<>();
        for (String line : new String(resource("/agx/pixel/" + group + ".csv.gz"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(name)) {
                float[] numbers = new float[9];
                for (int i = 0; i < 9; i++) {
                    numbers[i] = Float.parseFloat(cells[i + 2]);
                }
                rows.add(numbers);
            }
        }
        assertEquals(133, rows.size());
        return rows;
    }

    static float[][] column(List<float[]> rows, int first) {
        float[][] rgb = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = rows.get(i)[first + c];
            }
        }
        return rgb;
    }
}
