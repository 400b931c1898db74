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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorTransform;

/** The stages that look at each pixel by itself, against what agx-photo 0.2.0 does. */
class PixelStageTest {
    /** Cases beyond the documented ranges: the reference computes them, ours says what is wrong. */
    private static final Set<String> REFUSED = Set.of(
            "exposure+8",
            "temperature+200",
            "temperature+260",
            "contrast+150",
            "highlights+150",
            "shadows+150",
            "whites+150",
            "blacks+150");

    @ParameterizedTest
    @ValueSource(strings = {"exposure", "white_balance"})
    void whiteBalanceAndExposureDoWhatTheReferenceDoes(String group) throws IOException {
        checkGroup(group, 1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contrast", "highlights", "shadows", "whites", "blacks", "tone_all"})
    void basicToneDoesWhatTheReferenceDoes(String group) throws IOException {
        checkGroup(group, 1e-5);
    }

    @Test
    void toneCurvesDoWhatTheReferenceDoes() throws IOException {
        checkGroup("tone_curve", 5e-5);
    }

    @Test
    void bandsOfHuesDoWhatTheReferenceDoes() throws IOException {
        checkGroup("hsl", 5e-5);
    }

    @Test
    void colorGradingDoesWhatTheReferenceDoes() throws IOException {
        checkGroup("color_grading", 1e-5);
    }

    @Test
    void tablesDoWhatTheReferenceDoes() throws IOException {
        checkGroup("lut", 1e-5);
    }

    @Test
    void hdrModeKeepsNegativeLightThroughWhiteBalanceAndExposure() {
        Tile tile = new Tile();
        tile.length = 1;
        tile.r[0] = -0.25f;
        tile.g[0] = -0.25f;
        tile.b[0] = 40;
        new WhiteBalanceExposure(0, 0, 2).transform(Mode.HDR).compile().apply(tile);
        assertEquals(-1f, tile.r[0]);
        assertEquals(-1f, tile.g[0]);
        assertEquals(160f, tile.b[0]);
    }

    @Test
    void whiteBalanceInHdrModeIsUndoneByItsInverse() {
        ColorTransform forward = new WhiteBalanceExposure(35, -60, 1.5).transform(Mode.HDR);
        Tile tile = ramp();
        forward.compile().apply(tile);
        forward.inverse().orElseThrow().compile().apply(tile);
        Tile expected = ramp();
        for (int i = 0; i < tile.length; i++) {
            assertEquals(expected.r[i], tile.r[i], 1e-6 * Math.max(1, Math.abs(expected.r[i])));
            assertEquals(expected.b[i], tile.b[i], 1e-6 * Math.max(1, Math.abs(expected.b[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, -37, 0, 64, 100})
    void basicToneNeverTurnsARampOfGreyAround(double amount) {
        List<BasicTone> tones = List.of(
                new BasicTone(amount, 0, 0, 0, 0),
                new BasicTone(0, amount, 0, 0, 0),
                new BasicTone(0, 0, amount, 0, 0),
                new BasicTone(0, 0, 0, amount, 0),
                new BasicTone(0, 0, 0, 0, amount),
                new BasicTone(amount, -amount, amount, -amount, amount));
        for (BasicTone tone : tones) {
            Tile tile = ramp();
            tone.transform(Mode.HDR).compile().apply(tile);
            for (int i = 1; i < tile.length; i++) {
                assertTrue(tile.g[i] >= tile.g[i - 1] - 1e-6f, tone + " falls at " + i);
            }
        }
    }

    @Test
    void aParameterOutsideItsRangeIsNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> new BasicTone(0, 0, 101, 0, 0))
                .getMessage();
        assertTrue(message.startsWith("shadows is 101.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new WhiteBalanceExposure(Double.NaN, 0, 0));
    }

    private static Tile ramp() {
        Tile tile = new Tile();
        tile.length = 1001;
        for (int i = 0; i < tile.length; i++) {
            float value = -1 + 0.01f * i;
            tile.r[i] = value;
            tile.g[i] = value;
            tile.b[i] = value;
        }
        return tile;
    }

    private static void checkGroup(String group, double tolerance) throws IOException {
        JsonArray cases;
        try (BufferedReader reader = open("cases.json.gz")) {
            cases = JsonParser.parseReader(reader).getAsJsonArray();
        }
        List<String[]> rows;
        try (BufferedReader reader = open(group + ".csv.gz")) {
            rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
        }
        int seen = 0;
        for (JsonElement element : cases) {
            JsonObject one = element.getAsJsonObject();
            if (one.get("group").getAsString().equals(group)) {
                String name = one.get("case").getAsString();
                List<String[]> own =
                        rows.stream().filter(row -> row[0].equals(name)).toList();
                if (REFUSED.contains(name)) {
                    assertThrows(IllegalArgumentException.class, () -> stage(one), name);
                } else {
                    checkCase(stage(one), own, tolerance);
                }
                seen += own.size();
            }
        }
        assertEquals(rows.size(), seen, "rows seen of " + group);
    }

    private static PixelStage stage(JsonObject one) {
        JsonObject p = one.getAsJsonObject("params");
        return switch (one.get("group").getAsString()) {
            case "exposure", "white_balance" ->
                new WhiteBalanceExposure(number(p, "temperature"), number(p, "tint"), number(p, "exposure"));
            case "tone_curve" -> curves(p.getAsJsonObject("tone_curve"));
            case "hsl" -> bands(p.getAsJsonObject("hsl"));
            case "color_grading" -> grading(p.getAsJsonObject("color_grading"));
            case "lut" -> table(one.get("lut").getAsString());
            default ->
                new BasicTone(
                        number(p, "contrast"),
                        number(p, "highlights"),
                        number(p, "shadows"),
                        number(p, "whites"),
                        number(p, "blacks"));
        };
    }

    private static ToneCurves curves(JsonObject p) {
        return new ToneCurves(curve(p, "rgb"), curve(p, "luma"), curve(p, "red"), curve(p, "green"), curve(p, "blue"));
    }

    private static ToneCurve curve(JsonObject curves, String name) {
        List<ToneCurve.Point> points = new ArrayList<>();
        for (JsonElement point : curves.getAsJsonObject(name).getAsJsonArray("points")) {
            JsonArray numbers = point.getAsJsonArray();
            points.add(new ToneCurve.Point(
                    numbers.get(0).getAsDouble(), numbers.get(1).getAsDouble()));
        }
        return new ToneCurve(points);
    }

    private static HslBands bands(JsonObject p) {
        return new HslBands(
                band(p, "red"),
                band(p, "orange"),
                band(p, "yellow"),
                band(p, "green"),
                band(p, "aqua"),
                band(p, "blue"),
                band(p, "purple"),
                band(p, "magenta"));
    }

    private static HslBand band(JsonObject bands, String name) {
        JsonObject p = bands.getAsJsonObject(name);
        return new HslBand(number(p, "hue"), number(p, "saturation"), number(p, "luminance"));
    }

    private static ColorGrading grading(JsonObject p) {
        return new ColorGrading(
                number(p, "balance"),
                wheel(p, "shadows"),
                wheel(p, "midtones"),
                wheel(p, "highlights"),
                wheel(p, "global"));
    }

    private static GradingWheel wheel(JsonObject wheels, String name) {
        JsonObject p = wheels.getAsJsonObject(name);
        return new GradingWheel(number(p, "hue"), number(p, "saturation"), number(p, "luminance"));
    }

    private static PresetLut table(String name) {
        try {
            return PresetLut.read(Path.of("src/test/resources/agx").resolve(name));
        } catch (FileProblemException e) {
            throw new AssertionError(e);
        }
    }

    private static double number(JsonObject parameters, String name) {
        return parameters.get(name).getAsDouble();
    }

    private static void checkCase(PixelStage stage, List<String[]> rows, double tolerance) {
        Tile tile = new Tile();
        tile.length = rows.size();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            tile.r[i] = input(stage, row[2]);
            tile.g[i] = input(stage, row[3]);
            tile.b[i] = input(stage, row[4]);
        }
        stage.transform(Mode.COMPATIBLE).compile().apply(tile);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            compare(row, 5, tile.r[i], tolerance);
            compare(row, 6, tile.g[i], tolerance);
            compare(row, 7, tile.b[i], tolerance);
        }
    }

    private static void compare(String[] row, int column, float actual, double tolerance) {
        float expected = Float.parseFloat(row[column]);
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), row[0] + " " + row[1]);
    }

    /** A linear value in the space of the stage, by the definition of the curve of sRGB, mirrored. */
    private static float input(PixelStage stage, String text) {
        float value = Float.parseFloat(text);
        if (stage.space() == WorkingSpace.LINEAR) {
            return value;
        }
        double size = Math.abs((double) value);
        double encoded = size <= 0.0031308 ? 12.92 * size : 1.055 * Math.pow(size, 1 / 2.4) - 0.055;
        return (float) Math.copySign(encoded, value);
    }

    private static BufferedReader open(String name) throws IOException {
        InputStream resource = PixelStageTest.class.getResourceAsStream("/agx/pixel/" + name);
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
    }
}
