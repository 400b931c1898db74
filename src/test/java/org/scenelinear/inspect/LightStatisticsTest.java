/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class LightStatisticsTest {
    private static final int WIDTH = 301;
    private static final int HEIGHT = 233;

    /** Ordinary light with some trouble in one part, so that both ways of counting are taken. */
    private static float[][] light() {
        Random random = new Random(10);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        float[] trouble = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            -0.3f,
            0f,
            -0f,
            1e-5f,
            65504f,
            1e9f,
            1e-40f,
            -1e-6f
        };
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.18 * Math.exp(2 * random.nextGaussian()));
                if (i > 40_000 && random.nextInt(50) == 0) {
                    plane[i] = trouble[random.nextInt(trouble.length)];
                }
            }
        }
        return rgb;
    }

    private static long count(float[] plane, DoublePredicate test) {
        long count = 0;
        for (float value : plane) {
            count += test.test(value) ? 1 : 0;
        }
        return count;
    }

    @Test
    void countsExtremesAndMeansAreThoseOfAPlainEvaluationInDouble() {
        float[][] rgb = light();
        LightStatistics found =
                LightStatistics.of(rgb, WIDTH, ColorSpaces.ACESCG, Area.whole(WIDTH, HEIGHT), Run.inThisThread());
        assertEquals(WIDTH * HEIGHT, found.pixels());
        for (int c = 0; c < 3; c++) {
            PlaneTally tally = found.channels().get(c).tally();
            float[] plane = rgb[c];
            assertEquals(count(plane, Double::isNaN), tally.count(PixelClass.NAN));
            assertEquals(count(plane, v -> v == Double.POSITIVE_INFINITY), tally.count(PixelClass.POSITIVE_INFINITY));
            assertEquals(count(plane, v -> v == Double.NEGATIVE_INFINITY), tally.count(PixelClass.NEGATIVE_INFINITY));
            assertEquals(count(plane, v -> v < 0 && v > Double.NEGATIVE_INFINITY), tally.count(PixelClass.NEGATIVE));
            assertEquals(count(plane, v -> v == 0), tally.count(PixelClass.ZERO));
            assertEquals(count(plane, v -> v > 0 && v < 1.0 / 16384), tally.count(PixelClass.DENORMAL));
            assertEquals(count(plane, v -> v == 65504), tally.count(PixelClass.HALF_MAXIMUM));
            assertEquals(count(plane, v -> v > 1), tally.aboveOne());
            assertTrue(Arrays.stream(PixelClass.values()).allMatch(kind -> tally.count(kind) > 0));
            assertMeans(plane, found.channels().get(c));
        }
    }

    private static void assertMeans(float[] plane, LightStatistics.Channel found) {
        double sum = 0;
        double size = 0;
        double logs = 0;
        int positive = 0;
        List<Double> finite = new ArrayList<>();
        for (double value : toDouble(plane)) {
            if (Double.isFinite(value)) {
                sum += value;
                size += Math.abs(value);
                finite.add(value);
                if (value > 0) {
                    logs += Math.log(value);
                    positive++;
                }
            }
        }
        finite.sort(null);
        assertEquals(sum, found.tally().sum(), 1e-13 * size);
        assertEquals(sum / finite.size(), found.tally().mean(), 1e-13 * size / finite.size());
        double geometric = Math.exp(logs / positive);
        assertEquals(geometric, found.tally().geometricMean(), 1e-11 * geometric);
        assertEquals(finite.get(0), found.tally().least());
        assertEquals(finite.get(finite.size() - 1), found.tally().largest());
        for (double percent : LightStatistics.PERCENTS) {
            double rank = percent / 100 * (finite.size() - 1);
            double below = finite.get((int) Math.floor(rank));
            double above = finite.get((int) Math.ceil(rank));
            double expected = below + (rank - Math.floor(rank)) * (above - below);
            assertEquals(expected, found.percentile(percent), 1e-12 * Math.abs(expected), percent + " %");
        }
    }

    private static double[] toDouble(float[] plane) {
        double[] values = new double[plane.length];
        for (int i = 0; i < plane.length; i++) {
            values[i] = plane[i];
        }
        return values;
    }

    @Test
    void luminanceIsThatOfTheSpaceInDouble() {
        float[][] rgb = light();
        double[] weights = {0.2722287168, 0.6740817658, 0.0536895174}; // Academy specification S-2014-004
        double sum = 0;
        double size = 0;
        for (int i = 0; i < rgb[0].length; i++) {
            double y = weights[0] * rgb[0][i] + weights[1] * rgb[1][i] + weights[2] * rgb[2][i];
            if (Double.isFinite(y)) {
                sum += y;
                size += Math.abs(y);
            }
        }
        PlaneTally found = LightStatistics.tallies(rgb, ColorSpaces.ACESCG, Run.inThisThread())
                .get(3);
        assertEquals(sum, found.sum(), 3e-7 * size);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        float[][] rgb = light();
        Area area = Area.whole(WIDTH, HEIGHT);
        LightStatistics one = LightStatistics.of(rgb, WIDTH, ColorSpaces.ACESCG, area, Run.inThisThread());
        Run many = Run.on(ForkJoinPool.commonPool(), 5, Progress.NONE, () -> false);
        LightStatistics five = LightStatistics.of(rgb, WIDTH, ColorSpaces.ACESCG, area, many);
        assertEquals(one.outside(), five.outside());
        for (int c = 0; c < 4; c++) {
            assertEquals(
                    one.channels().get(c).percentiles(), five.channels().get(c).percentiles());
            assertEquals(one.channels().get(c).noise(), five.channels().get(c).noise());
            assertEquals(
                    one.channels().get(c).tally().sum(),
                    five.channels().get(c).tally().sum());
            assertEquals(
                    one.channels().get(c).tally().geometricMean(),
                    five.channels().get(c).tally().geometricMean());
        }
    }

    @Test
    void onlyPixelsOfTheRegionCount() {
        float[] plane = new float[6 * 5];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = i + 1;
        }
        boolean[] inside = {true, false, true, false, true, true};
        Area area = new Area(2, 1, 3, 2, inside);
        assertArrayEquals(new float[] {9, 11, 16, 17}, area.samples(plane, 6));
        assertEquals(4, area.count());
        assertTrue(area.contains(2, 1));
        assertTrue(!area.contains(3, 1) && !area.contains(5, 1) && !area.contains(2, 3) && !area.contains(1, 1));
        LightStatistics found = LightStatistics.of(
                new float[][] {plane, plane, plane}, 6, ColorSpaces.ACESCG, area, Run.inThisThread());
        assertEquals(4, found.pixels());
        assertEquals(53, found.channels().get(1).tally().sum());
        assertEquals(13.5, found.channels().get(1).percentile(50.0));
    }

    @Test
    void noiseIsFoundOnASlopeWithAnEdgeAndDefects() {
        Random random = new Random(4);
        float[] plane = new float[400 * 300];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (float) (0.002 * (i % 400) + (i % 400 > 200 ? 3 : 0) + 0.01 * random.nextGaussian());
        }
        for (int i = 0; i < 200; i++) {
            plane[random.nextInt(plane.length)] = i % 2 == 0 ? Float.NaN : 1000;
        }
        assertEquals(0.01, NoiseEstimate.sigma(plane, 400, Area.whole(400, 300), Run.inThisThread()), 0.0004);
    }

    @Test
    void aRegionOfNothingFiniteHasNoFigures() {
        float[] plane = {Float.NaN, Float.NaN};
        LightStatistics found = LightStatistics.of(
                new float[][] {plane, plane, plane}, 2, ColorSpaces.ACESCG, Area.whole(2, 1), Run.inThisThread());
        assertTrue(Double.isNaN(found.luminance().tally().mean()));
        assertTrue(Double.isNaN(found.luminance().percentile(50.0)));
        assertTrue(found.meanChromaticity().isEmpty());
    }

    @Test
    void meanColorsAndGamutsAreThoseOfColourScience() throws Exception {
        int verdicts = 0;
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                LightStatisticsTest.class.getResourceAsStream("/inspect/measure-colors.csv"),
                StandardCharsets.UTF_8))) {
            rows.readLine();
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                double[] v = Arrays.stream(row.split(","))
                        .mapToDouble(word -> word.equals("nan") ? Double.NaN : Double.parseDouble(word))
                        .toArray();
                LightStatistics found = single(v, 1);
                assertEquals(v[3], found.meanChromaticity().orElseThrow().x(), 1e-6 * 4, row);
                assertEquals(v[4], found.meanChromaticity().orElseThrow().y(), 1e-6 * 4, row);
                assertEquals(v[5], LightStatistics.stops(found.luminance().percentile(50.0)), 2e-5, row);
                List<Double> inward = List.copyOf(single(v, 0.998).outside().values());
                List<Double> outward = List.copyOf(single(v, 1.002).outside().values());
                for (int k = 0; k < 4; k++) {
                    // The primaries of the gamuts themselves are among the colors: what rounding decides is left out.
                    if (inward.get(k).equals(outward.get(k))) {
                        assertEquals(1 - v[6 + k], inward.get(k), row + ": gamut " + k);
                        verdicts++;
                    }
                }
            }
        }
        assertTrue(verdicts > 350, verdicts + " colors off the borders");
    }

    /** Statistics of one color, its difference from its gray taken so many times. */
    private static LightStatistics single(double[] color, double saturation) {
        double gray = (color[0] + color[1] + color[2]) / 3;
        float[][] rgb = new float[3][1];
        for (int c = 0; c < 3; c++) {
            rgb[c][0] = (float) (gray + saturation * (color[c] - gray));
        }
        return LightStatistics.of(rgb, 1, ColorSpaces.ACES2065_1, Area.whole(1, 1), Run.inThisThread());
    }
}
