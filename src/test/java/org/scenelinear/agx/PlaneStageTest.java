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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** The stages that look at neighbors, against what agx-photo 0.2.0 does. */
class PlaneStageTest {
    /** One golden image: where it comes from and what made it. */
    record Case(String name, String stage, String image, int width, int height, JsonObject parameters) {
        @Override
        public String toString() {
            return name;
        }

        PlaneStage make() {
            return stageOf(stage, parameters);
        }

        float[][] input() throws IOException {
            float[][] rgb = planes(image);
            if (make().space() == WorkingSpace.GAMMA) {
                for (float[] plane : rgb) {
                    for (int i = 0; i < plane.length; i++) {
                        plane[i] = encoded(plane[i]);
                    }
                }
            }
            return rgb;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compatibleModeDoesWhatTheReferenceDoes(Case golden) throws IOException {
        float[][] rgb = golden.input();
        golden.make().apply(rgb, golden.width(), golden.height(), Mode.COMPATIBLE, Run.inThisThread());
        float[][] expected = planes(golden.name());
        double tolerance = golden.stage().equals("dehaze") ? 1e-4 : 1e-5;
        boolean steps = golden.stage().equals("detail"); // a threshold may fall to either side
        int allowed = steps ? expected[0].length * 3 / 1000 : 0;
        int outliers = 0;
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                double error = Math.abs(rgb[c][i] - expected[c][i]) / Math.max(1, Math.abs(expected[c][i]));
                worst = Math.max(worst, error);
                outliers += error <= tolerance ? 0 : 1;
            }
        }
        assertTrue(outliers <= allowed, outliers + " samples differ, the worst by " + worst);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumberOfWorkersChangesNothing(Case golden) throws IOException {
        float[][] alone = golden.input();
        golden.make().apply(alone, golden.width(), golden.height(), Mode.HDR, Run.inThisThread());
        float[][] shared = golden.input();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Run run = Run.on(threads, 3, Progress.NONE, () -> false);
            golden.make().apply(shared, golden.width(), golden.height(), Mode.HDR, run);
        } finally {
            threads.shutdown();
        }
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(alone[c], shared[c]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCanceledStageEndsAndSaysSo(Case golden) throws IOException {
        float[][] rgb = golden.input();
        Run canceled = Run.on(Runnable::run, 1, Progress.NONE, () -> true);
        assertFalse(golden.make().isNeutral());
        assertThrows(
                CancellationException.class,
                () -> golden.make().apply(rgb, golden.width(), golden.height(), Mode.COMPATIBLE, canceled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dehaze_haze130_pos60", "dehaze_haze130_neg40"})
    void dehazeDoesTheSameInBothModesWithinZeroToOne(String name) throws IOException {
        Case golden = named(name);
        float[][] rgb = golden.input();
        golden.make().apply(rgb, golden.width(), golden.height(), Mode.HDR, Run.inThisThread());
        float[][] expected = planes(name);
        float[][] input = golden.input();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < input[c].length; i++) {
                assertTrue(input[c][i] >= 0 && input[c][i] <= 1, "the input is not within 0 to 1");
            }
            assertArrayEquals(expected[c], rgb[c], 1e-4f);
        }
    }

    @Test
    void dehazeInHdrModeLeavesTheDistanceOfHighlightsFromOne() throws IOException {
        Case golden = named("dehaze_hdrhaze130_pos45");
        float[][] rgb = golden.input();
        float[][] limited = golden.input();
        float[][] input = golden.input();
        for (float[] plane : limited) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(0, Math.min(plane[i], 1));
            }
        }
        golden.make().apply(rgb, golden.width(), golden.height(), Mode.HDR, Run.inThisThread());
        golden.make().apply(limited, golden.width(), golden.height(), Mode.COMPATIBLE, Run.inThisThread());
        int highlights = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < rgb[c].length; i++) {
                float beyond = input[c][i] - Math.max(0, Math.min(input[c][i], 1));
                highlights += beyond > 0 ? 1 : 0;
                assertEquals(limited[c][i] + beyond, rgb[c][i], 1e-4 * Math.max(1, beyond));
            }
        }
        assertTrue(highlights > 100, "the input has only " + highlights + " samples above 1");
    }

    @Test
    void noiseReductionInHdrModeClampedIsTheCompatibleOne() throws IOException {
        Case golden = named("noise_reduction_both_hdr");
        float[][] rgb = golden.input();
        golden.make().apply(rgb, golden.width(), golden.height(), Mode.HDR, Run.inThisThread());
        float[][] expected = planes(golden.name());
        int beyond = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < rgb[c].length; i++) {
                beyond += rgb[c][i] > 1.5 ? 1 : 0;
                assertEquals(expected[c][i], Math.max(0, Math.min(rgb[c][i], 1)), 1e-5);
            }
        }
        assertTrue(beyond > 10, "only " + beyond + " samples above 1.5 are left");
    }

    @Test
    void grainsNumbersAreThoseOfTheReferenceForEverySeed() throws IOException {
        KeyStream words = null;
        float[] normals = new float[40];
        int rows = 0;
        for (String row : rngRows()) {
            String[] cells = row.split(",", -1);
            int i = Integer.parseInt(cells[1]);
            if (i == 0) {
                long seed = Long.parseUnsignedLong(cells[0]);
                words = new KeyStream(seed);
                new NormalNoise(seed).fill(normals);
            }
            int word = words.word();
            assertEquals(Integer.parseUnsignedInt(cells[2]), word, row);
            assertEquals(Float.parseFloat(cells[3]), (word >>> 8) * 0x1p-24f, 1e-7, row);
            assertEquals(Float.parseFloat(cells[4]), normals[i], 2e-6, row);
            rows++;
        }
        assertEquals(440, rows);
    }

    @Test
    void grainLeavesHighlightsToTheLastBit() {
        float[][] rgb = new float[3][64 * 20];
        for (int i = 0; i < rgb[0].length; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = i % 2 == 0 ? 1.01f + 0.7f * i : 0.5f;
            }
        }
        float[] before = rgb[1].clone();
        new Grain(Grain.Type.HARSH, 100, 0, 7).apply(rgb, 64, 20, Mode.HDR, Run.inThisThread());
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            if (i % 2 == 0) {
                assertEquals(before[i], rgb[1][i], "sample " + i);
            } else {
                changed += rgb[1][i] != before[i] ? 1 : 0;
            }
        }
        assertTrue(changed > 600, "grain changed " + changed + " of 640 samples of gray");
    }

    @Test
    void grainLeavesAPixelWithAnInfiniteComponentAsItIs() {
        float infinite = Float.POSITIVE_INFINITY;
        float[][] rgb = {{infinite, -infinite, 0.3f, 0}, {0.25f, 0.25f, infinite, 0}, {-0.5f, 0.75f, 0.1f, -infinite}};
        float[][] before = {rgb[0].clone(), rgb[1].clone(), rgb[2].clone()};
        new Grain(Grain.Type.HARSH, 100, 0, 7).apply(rgb, 4, 1, Mode.HDR, Run.inThisThread());
        assertArrayEquals(before, rgb);
    }

    private static List<String> rngRows() throws IOException {
        try (InputStream in =
                new GZIPInputStream(PlaneStageTest.class.getResourceAsStream("/agx/planes/grain_rng.csv.gz"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    private static Case named(String name) throws IOException {
        return cases().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = PlaneStageTest.class.getResourceAsStream("/agx/planes/cases.json")) {
            for (JsonElement element : JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonArray()) {
                JsonObject row = element.getAsJsonObject();
                cases.add(new Case(
                        row.get("case").getAsString(),
                        row.get("stage").getAsString(),
                        row.get("image").getAsString(),
                        row.get("width").getAsInt(),
                        row.get("height").getAsInt(),
                        row.getAsJsonObject("params")));
            }
        }
        return cases;
    }

    private static PlaneStage stageOf(String stage, JsonObject parameters) {
        return switch (stage) {
            case "detail" ->
                new Detail(
                        number(parameters, "texture"),
                        number(parameters, "clarity"),
                        new Sharpening(
                                number(parameters.getAsJsonObject("sharpening"), "amount"),
                                number(parameters.getAsJsonObject("sharpening"), "radius"),
                                number(parameters.getAsJsonObject("sharpening"), "threshold"),
                                number(parameters.getAsJsonObject("sharpening"), "masking")));
            case "denoise" ->
                new NoiseReduction(
                        number(parameters, "luminance"), number(parameters, "color"), number(parameters, "detail"));
            case "dehaze" -> new Dehaze(number(parameters, "amount"));
            case "vignette" ->
                new Vignette(
                        number(parameters, "amount"),
                        Vignette.Shape.valueOf(
                                parameters.get("shape").getAsString().toUpperCase(Locale.ROOT)));
            case "grain" ->
                new Grain(
                        Grain.Type.valueOf(
                                parameters.get("grain_type").getAsString().toUpperCase(Locale.ROOT)),
                        number(parameters, "amount"),
                        number(parameters, "size"),
                        parameters.get("seed").getAsLong());
            default -> throw new IllegalArgumentException("no stage " + stage);
        };
    }

    private static double number(JsonObject parameters, String key) {
        return parameters.get(key).getAsDouble();
    }

    private static float[][] planes(String name) throws IOException {
        return image("/agx/planes/" + name + ".bin.gz");
    }

    /** Red, green and blue of a golden image. */
    static float[][] image(String resource) throws IOException {
        try (InputStream in = new GZIPInputStream(PlaneStageTest.class.getResourceAsStream(resource))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[][] rgb = new float[3][bytes.remaining() / 12];
            for (int i = 0; i < rgb[0].length; i++) {
                for (int c = 0; c < 3; c++) {
                    rgb[c][i] = bytes.getFloat();
                }
            }
            return rgb;
        }
    }

    /** The curve of sRGB (IEC 61966-2-1), mirrored for negative values. */
    private static float encoded(float linear) {
        double size = Math.abs((double) linear);
        double code = size <= 0.0031308 ? 12.92 * size : 1.055 * Math.pow(size, 1 / 2.4) - 0.055;
        return (float) Math.copySign(code, linear);
    }
}
