/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.run.Run;

class LuminanceChromaTest {
    /** The figures are float64: what is left are the roundings of some twenty float operations. */
    private static final double FLOAT_ERROR = 2e-6;
    /** The library rounds to half, 1/2048, after every one of its steps. */
    private static final double HALF_ERROR = 4.0 / 2048;

    private static final LuminanceWeights REC709 =
            LuminanceWeights.of(new ChromaticitiesValue(0.64f, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3127f, 0.329f));

    private static JsonObject figures(String name) {
        return JsonParser.parseString(
                        new String(Fixtures.bytes("yc-reference/" + name + ".json"), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static float[] plane(JsonObject figures, String key) {
        List<Float> values = new ArrayList<>();
        for (JsonElement value : figures.getAsJsonArray(key)) {
            values.add(value.getAsFloat());
        }
        float[] plane = new float[values.size()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = values.get(i);
        }
        return plane;
    }

    private static LuminanceChroma conversion(JsonObject figures, int xStep, int yStep) {
        float[] c = plane(figures, "chromaticities");
        return new LuminanceChroma(
                LuminanceWeights.of(new ChromaticitiesValue(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7])),
                new Subsampling(
                        figures.get("width").getAsInt(), figures.get("height").getAsInt(), xStep, yStep));
    }

    /** Distances count in units of the greatest size that a pixel's colors have: they are sums of each other. */
    private static void assertClose(float[][] expected, float[][] actual, double error, String what) {
        for (int i = 0; i < expected[0].length; i++) {
            double size = 0;
            for (float[] plane : expected) {
                size = Math.max(size, Math.abs(plane[i]));
            }
            for (int channel = 0; channel < expected.length; channel++) {
                double distance = Math.abs((double) expected[channel][i] - actual[channel][i]);
                int index = i;
                assertTrue(
                        distance <= error * size + 1e-7,
                        () -> what + " sample " + index + ": " + distance + " off from size of the pixel");
            }
        }
    }

    private static float[][] toRgb(LuminanceChroma conversion, float[] y, float[] ry, float[] by) {
        float[][] rgb = new float[3][y.length];
        conversion.toRgb(y, ry, by, rgb[0], rgb[1], rgb[2]);
        return rgb;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "even",
                "offset",
                "rec2020",
                "noise",
                "sampling-4x1",
                "sampling-1x3",
                "sampling-2x1",
                "sampling-1x1",
                "sampling-3x2"
            })
    void readingGivesTheColorsOfTheReference(String name) {
        JsonObject figures = figures(name);
        LuminanceChroma conversion = conversion(
                figures,
                figures.get("xSampling").getAsInt(),
                figures.get("ySampling").getAsInt());
        float[][] rgb = toRgb(conversion, plane(figures, "Y"), plane(figures, "RY"), plane(figures, "BY"));
        float[][] expected = {plane(figures, "R"), plane(figures, "G"), plane(figures, "B")};
        assertClose(expected, rgb, FLOAT_ERROR, name);
        if (figures.has("libraryR")) {
            float[][] library = {plane(figures, "libraryR"), plane(figures, "libraryG"), plane(figures, "libraryB")};
            assertClose(library, rgb, HALF_ERROR, name + " against the library");
        }
    }

    @Test
    void writingGivesTheLuminanceAndChromaOfTheReference() {
        JsonObject figures = figures("encode");
        LuminanceChroma conversion = conversion(figures, 2, 2);
        float[] y = new float[conversion.chroma().pixels()];
        float[][] chroma = new float[2][conversion.chroma().samples()];
        conversion.fromRgb(plane(figures, "R"), plane(figures, "G"), plane(figures, "B"), y, chroma[0], chroma[1]);
        assertClose(new float[][] {plane(figures, "Y")}, new float[][] {y}, FLOAT_ERROR, "Y");
        float[][] expected = {plane(figures, "RY"), plane(figures, "BY")};
        assertClose(expected, chroma, 8 * FLOAT_ERROR, "chroma"); // the taps add values far above their sum
        assertClose(new float[][] {plane(figures, "libraryY")}, new float[][] {y}, HALF_ERROR, "Y of the library");
        float[][] library = {plane(figures, "libraryRY"), plane(figures, "libraryBY")};
        for (int channel = 0; channel < 2; channel++) {
            assertArrayEquals(library[channel], chroma[channel], 0.008f); // half a unit of the greatest chroma, 13
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"even", "rec2020", "sampling-4x1"})
    void weightsAreTheLuminanceOfThePrimaries(String name) {
        JsonObject figures = figures(name);
        LuminanceWeights weights = conversion(figures, 1, 1).weights();
        float[] expected = plane(figures, "weights");
        assertEquals(expected[0], weights.red(), 1e-6);
        assertEquals(expected[1], weights.green(), 1e-6);
        assertEquals(expected[2], weights.blue(), 1e-6);
    }

    @Test
    void aFileIsReadAsItsFiguresSay() throws Exception {
        JsonObject figures = figures("offset");
        try (ExrFile file = ExrFile.open("offset.exr", Fixtures.bytes("yc/none-offset.exr"))) {
            Header header = file.headers().get(0);
            Subsampling chroma = Subsampling.of(header, header.channel("RY").orElseThrow());
            float[] y = new float[chroma.pixels()];
            float[] alpha = new float[chroma.pixels()];
            float[] ry = new float[chroma.samples()];
            float[] by = new float[chroma.samples()];
            file.read(
                    0,
                    Map.of("Y", Plane.of(y), "RY", Plane.of(ry), "BY", Plane.of(by), "A", Plane.of(alpha)),
                    Run.inThisThread());
            float[][] rgb = toRgb(new LuminanceChroma(LuminanceWeights.of(header), chroma), y, ry, by);
            float[][] expected = {plane(figures, "R"), plane(figures, "G"), plane(figures, "B")};
            assertClose(expected, rgb, FLOAT_ERROR, "file");
        }
    }

    @Test
    void greenMayTakeThePlaceOfLuminance() {
        JsonObject figures = figures("even");
        LuminanceChroma conversion = conversion(figures, 2, 2);
        float[] ry = plane(figures, "RY");
        float[] by = plane(figures, "BY");
        float[][] apart = toRgb(conversion, plane(figures, "Y"), ry, by);
        float[] green = plane(figures, "Y");
        float[] red = new float[green.length];
        float[] blue = new float[green.length];
        conversion.toRgb(green, ry, by, red, green, blue);
        assertArrayEquals(apart, new float[][] {red, green, blue});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void grayStaysGrayToTheBit(int step) {
        Subsampling chroma = new Subsampling(24, 12, step, step);
        float[] y = random(chroma.pixels(), -1, 3);
        y[5] = Float.POSITIVE_INFINITY;
        y[50] = Float.MIN_VALUE;
        y[51] = Float.MAX_VALUE;
        float[][] rgb =
                toRgb(new LuminanceChroma(REC709, chroma), y, new float[chroma.samples()], new float[chroma.samples()]);
        assertArrayEquals(new float[][] {y, y, y}, rgb);
    }

    @Test
    void grayIsWrittenWithoutChroma() {
        Subsampling chroma = new Subsampling(24, 12, 2, 2);
        float[] gray = random(chroma.pixels(), 0, 100);
        float[] y = new float[chroma.pixels()];
        float[] ry = random(chroma.samples(), 1, 2);
        float[] by = random(chroma.samples(), 1, 2);
        new LuminanceChroma(REC709, chroma).fromRgb(gray, gray, gray, y, ry, by);
        assertArrayEquals(gray, y);
        assertArrayEquals(new float[chroma.samples()], ry);
        assertArrayEquals(new float[chroma.samples()], by);
    }

    @Test
    void aPictureOfOneHueComesBack() {
        Subsampling chroma = new Subsampling(40, 30, 2, 2);
        float[] light = random(chroma.pixels(), 0.1f, 4);
        float[][] rgb = new float[3][light.length];
        float[] hue = {0.9f, 0.5f, 0.3f};
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < light.length; i++) {
                rgb[channel][i] = hue[channel] * light[i];
            }
        }
        LuminanceChroma conversion = new LuminanceChroma(REC709, chroma);
        float[] y = new float[chroma.pixels()];
        float[] ry = new float[chroma.samples()];
        float[] by = new float[chroma.samples()];
        conversion.fromRgb(rgb[0], rgb[1], rgb[2], y, ry, by);
        assertClose(rgb, toRgb(conversion, y, ry, by), 2e-5, "there and back"); // filters gain 2e-6 a pass
    }

    @Test
    void colorsThatChromaCannotCarryAreWrittenAsBlack() {
        Subsampling chroma = new Subsampling(28, 2, 2, 2);
        float[][] rgb = new float[3][chroma.pixels()];
        for (float[] plane : rgb) {
            Arrays.fill(plane, Float.NaN);
        }
        Arrays.fill(rgb[1], Float.NEGATIVE_INFINITY);
        Arrays.fill(rgb[2], -1);
        float[] y = random(chroma.pixels(), 1, 2);
        float[] ry = random(chroma.samples(), 1, 2);
        float[] by = random(chroma.samples(), 1, 2);
        new LuminanceChroma(REC709, chroma).fromRgb(rgb[0], rgb[1], rgb[2], y, ry, by);
        assertArrayEquals(new float[chroma.pixels()], y);
        assertArrayEquals(new float[chroma.samples()], ry);
        assertArrayEquals(new float[chroma.samples()], by);
    }

    @Test
    void notANumberStaysWhereItIs() {
        Subsampling chroma = new Subsampling(8, 6, 2, 2);
        float[] y = random(chroma.pixels(), 0.5f, 1);
        y[19] = Float.NaN;
        float[] ry = random(chroma.samples(), -0.1f, 0.1f);
        float[][] rgb = toRgb(new LuminanceChroma(REC709, chroma), y, ry, ry);
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                assertEquals(i == 19, Float.isNaN(plane[i]), "pixel " + i);
            }
        }
    }

    @Test
    void chromaIsWrittenForEverySecondPixelOnly() {
        LuminanceChroma conversion = new LuminanceChroma(REC709, new Subsampling(4, 4, 4, 1));
        float[] plane = new float[16];
        assertThrows(
                IllegalArgumentException.class,
                () -> conversion.fromRgb(plane, plane, plane, plane, new float[4], new float[4]));
    }

    @Test
    void planesThatAreTooSmallAreRefused() {
        LuminanceChroma conversion = new LuminanceChroma(REC709, new Subsampling(4, 4, 2, 2));
        float[] full = new float[16];
        float[] few = new float[3];
        float[] four = new float[4];
        assertThrows(
                IllegalArgumentException.class,
                () -> conversion.toRgb(full, few, four, full.clone(), full, full.clone()));
        assertThrows(
                IllegalArgumentException.class,
                () -> conversion.toRgb(full, four, four, full.clone(), few, full.clone()));
        assertThrows(
                IllegalArgumentException.class, () -> conversion.fromRgb(full, full, full, full.clone(), four, few));
    }

    @Test
    void primariesWithoutLuminanceAreRefused() {
        float zero = 0;
        for (ChromaticitiesValue bad : List.of(
                new ChromaticitiesValue(0.1f, 0.1f, 0.2f, 0.2f, 0.3f, 0.3f, 0.3127f, 0.329f),
                new ChromaticitiesValue(0.64f, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3f, zero),
                new ChromaticitiesValue(0.64f, 0.33f, 0.3f, zero, 0.15f, 0.06f, 0.3127f, 0.329f),
                new ChromaticitiesValue(Float.NaN, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3127f, 0.329f),
                new ChromaticitiesValue(0.64f, 0.33f, 0.3f, 0.6f, 0.15f, Float.POSITIVE_INFINITY, 0.3127f, 0.329f))) {
            assertThrows(IllegalArgumentException.class, () -> LuminanceWeights.of(bad), bad.toString());
        }
    }

    @Test
    void luminanceOfXyzIsItsY() {
        LuminanceWeights weights = LuminanceWeights.of(new ChromaticitiesValue(1, 0, 0, 1, 0, 0, 1 / 3f, 1 / 3f));
        assertEquals(new LuminanceWeights(0, 1, 0).green(), weights.green(), 1e-7);
        assertEquals(0, weights.red());
        assertEquals(0, weights.blue());
    }

    private static float[] random(int length, float least, float most) {
        Random random = new Random(7);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = least + (most - least) * random.nextFloat();
        }
        return values;
    }
}
