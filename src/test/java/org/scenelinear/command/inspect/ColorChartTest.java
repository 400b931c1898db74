/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.ColorChart;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

class ColorChartTest {
    private static final int WIDTH = 330;
    private static final int HEIGHT = 260;
    /** From the unit square of the chart to pixels, seen from the side. */
    private static final Matrix3 PERSPECTIVE = Matrix3.of(230, -18, 40, 22, 170, 30, -0.12, 0.15, 1);
    /** What is wrong with the camera that took the made chart: from its R, G, B to the right ones. */
    private static final Matrix3 MENDING = Matrix3.of(1.9, -0.5, -0.1, -0.3, 1.6, -0.2, 0.05, -0.4, 2.1);

    private static double[] seen(double u, double v) {
        double[] p = PERSPECTIVE.times(new double[] {u, v, 1});
        return new double[] {p[0] / p[2], p[1] / p[2]};
    }

    private static String corners() {
        StringBuilder text = new StringBuilder("corners=[");
        for (double[] uv : new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
            double[] point = seen(uv[0], uv[1]);
            text.append(point[0]).append(',').append(point[1]).append(' ');
        }
        return text.toString().strip() + "]";
    }

    /** A picture of the chart by that camera. */
    private static FloatImage photograph(double noise, double dust) {
        Random random = new Random(3);
        Matrix3 camera = MENDING.inverse();
        Matrix3 back = PERSPECTIVE.inverse();
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double[] p = back.times(new double[] {i % WIDTH + 0.5, i / WIDTH + 0.5, 1});
            double column = p[0] / p[2] * 65;
            double row = p[1] / p[2] * 43;
            boolean inside = column >= 0 && column < 65 && row >= 0 && row < 43 && column % 11 < 10 && row % 11 < 10;
            double[] color = {0.02, 0.02, 0.02};
            if (inside) {
                int patch = (int) (row / 11) * 6 + (int) (column / 11);
                color = camera.times(ColorChart.PATCHES.get(patch).rgb(ColorSpaces.ACESCG));
            }
            boolean dusty = random.nextDouble() < dust;
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = (float) (dusty ? 20 : color[c] * (1 + noise * random.nextGaussian()));
            }
        }
        return image(rgb);
    }

    private static FloatImage image(float[][] rgb) {
        Window window = Window.ofSize(WIDTH, HEIGHT);
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, rgb[c]));
        }
        return new FloatImage(
                "chart", window, window, 1, channels, ColorState.of(ColorSpaces.ACESCG, "made"), List.of());
    }

    private static ColorChartCommand.Reading read(FloatImage image, String options) throws StepException {
        var arguments = ColorChartCommand.SIGNATURE.parse(options);
        return ColorChartCommand.read(
                image, ColorChartCommand.placement(new ImagePlus(), arguments), arguments, Run.inThisThread());
    }

    private static Matrix3 matrix(ResultsTable table) {
        double[] m = new double[9];
        for (int i = 0; i < 9; i++) {
            m[i] = table.getValue("From " + "RGB".charAt(i % 3), i / 3);
        }
        return Matrix3.of(m);
    }

    @Test
    void thePatchesAreThoseOfColourScience() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ColorChartTest.class.getResourceAsStream("/inspect/chart.csv"), StandardCharsets.UTF_8))) {
            lines = reader.lines().skip(1).toList();
        }
        assertEquals(24, lines.size());
        for (int i = 0; i < 24; i++) {
            String[] words = lines.get(i).split(",");
            ColorChart.Patch patch = ColorChart.PATCHES.get(i);
            assertEquals(words[0], patch.name());
            assertEquals(Double.parseDouble(words[1]), patch.lab().lightness(), 1e-4, words[0]);
            assertEquals(Double.parseDouble(words[2]), patch.lab().a(), 1e-4, words[0]);
            assertEquals(Double.parseDouble(words[3]), patch.lab().b(), 1e-4, words[0]);
            double[] rgb = patch.rgb(ColorSpaces.ACESCG);
            for (int c = 0; c < 3; c++) {
                assertEquals(Double.parseDouble(words[4 + c]), rgb[c], 5e-5, words[0]);
            }
        }
    }

    @Test
    void theMatrixOfAMadeChartSeenInPerspectiveComesBack() throws StepException {
        ColorChartCommand.Reading reading = read(photograph(0, 0), corners());
        Matrix3 found = matrix(reading.matrix());
        assertTrue(found.isCloseTo(MENDING, 1e-5), found.toString());
        for (int patch = 0; patch < 24; patch++) {
            assertEquals(0, reading.patches().getValue("dE 2000 after matrix", patch), 1e-3);
            assertEquals(0, reading.patches().getValue("Residual", patch), 1e-5);
            assertTrue(reading.patches().getValue("dE 2000", patch) > 0.1);
        }
    }

    @Test
    void noiseAndDustChangeTheMatrixLittle() throws StepException {
        ColorChartCommand.Reading reading = read(photograph(0.03, 0.05), corners());
        Matrix3 found = matrix(reading.matrix());
        assertTrue(found.isCloseTo(MENDING, 0.05), found.toString());
        for (int patch = 0; patch < 24; patch++) {
            assertEquals(0, reading.patches().getValue("dE 2000 after matrix", patch), 1.5);
        }
    }

    @Test
    void anExposureErrorIsToldInStopsAndLeavesColorsAlone() throws StepException {
        float[][] rgb = photograph(0, 0).rgb().orElseThrow();
        float[][] bright = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double[] right = MENDING.times(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]});
            for (int c = 0; c < 3; c++) {
                bright[c][i] = (float) (2 * Math.sqrt(2) * right[c]);
            }
        }
        ColorChartCommand.Reading reading = read(image(bright), corners());
        assertEquals(1.5, reading.matrix().getValue("Exposure of grays (stops)", 0), 1e-5);
        for (int patch = 0; patch < 24; patch++) {
            assertEquals(1.5, reading.patches().getValue("Exposure error (stops)", patch), 1e-4);
            assertEquals(0, reading.patches().getValue("dE 2000", patch), 1e-3);
        }
    }

    @Test
    void theSavedMatrixMendsThePictureAsALook(@TempDir Path folder) throws Exception {
        FloatImage image = photograph(0, 0);
        Path file = folder.resolve("chart.clf");
        ColorChartCommand.save(read(image, corners()), file);
        FloatImage mended =
                Recipes.parse("Apply Look...", "file=[" + file + "]").apply(image, Run.inThisThread());
        ColorChartCommand.Reading again = read(mended, corners());
        for (int patch = 0; patch < 24; patch++) {
            assertEquals(0, again.patches().getValue("dE 2000", patch), 0.02);
            assertEquals(0, again.patches().getValue("Exposure error (stops)", patch), 1e-3);
        }
        Path wrong = folder.resolve("chart.txt");
        assertThrows(StepException.class, () -> ColorChartCommand.save(read(image, corners()), wrong));
        assertTrue(Files.notExists(wrong));
    }

    @Test
    void aPolygonSelectionSaysWhereTheChartIsAndOutlinesAreLaidOnce() throws StepException {
        ImagePlus image = ImagePlusConversion.toImagePlus(photograph(0, 0));
        float[] x = new float[4];
        float[] y = new float[4];
        double[][] uv = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int i = 0; i < 4; i++) {
            x[i] = (float) seen(uv[i][0], uv[i][1])[0];
            y[i] = (float) seen(uv[i][0], uv[i][1])[1];
        }
        image.setRoi(new PolygonRoi(x, y, Roi.POLYGON));
        var arguments = ColorChartCommand.SIGNATURE.parse("");
        var placement = ColorChartCommand.placement(image, arguments);
        FloatImage frame = ImagePlusConversion.toFloatImage(image, 1, 1);
        Matrix3 found = matrix(ColorChartCommand.read(frame, placement, arguments, Run.inThisThread())
                .matrix());
        assertTrue(found.isCloseTo(MENDING, 1e-5), found.toString());
        ColorChartCommand.mark(placement, image);
        ColorChartCommand.mark(placement, image);
        assertEquals(24, image.getOverlay().size());
        double[] center = seen(5 / 65.0, 5 / 43.0);
        assertTrue(image.getOverlay().get(0).contains((int) center[0], (int) center[1]));
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlace() throws StepException {
        FloatImage good = photograph(0, 0);
        assertProblem(good, "corners=[0,0 0,100 100,100 100,0]", "clockwise");
        assertProblem(good, "corners=[0,0 100,0 50,10 0,100]", "convex");
        assertProblem(good, "corners=[200,10 500,10 500,200 200,200]", "reaches out of the image");
        assertProblem(good, "corners=[1,2 3]", "four points");
        assertProblem(good, "", "needs the chart's corners");
        assertProblem(image(new float[3][WIDTH * HEIGHT]), corners(), "too few different colors");
        float[][] broken = photograph(0, 0).rgb().orElseThrow();
        double[] center = seen(38 / 65.0, 16 / 43.0);
        broken[1][(int) center[1] * WIDTH + (int) center[0]] = Float.NaN;
        assertProblem(image(broken), corners(), "patch purple has the value NaN at x " + (int) center[0]);
    }

    private static void assertProblem(FloatImage image, String options, String named) {
        String message =
                assertThrows(StepException.class, () -> read(image, options)).getMessage();
        assertTrue(message.contains(named), message);
    }
}
