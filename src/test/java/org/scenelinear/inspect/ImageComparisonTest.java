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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.inspect.ImageComparison.Measure;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class ImageComparisonTest {
    private static final Path FOLDER = Path.of("src/test/resources/inspect");
    private static final int WIDTH = 24;
    private static final int HEIGHT = 20;
    private static final Area ALL = Area.whole(WIDTH, HEIGHT);

    private final float[][] first = new float[3][WIDTH * HEIGHT];
    private final float[][] second = new float[3][WIDTH * HEIGHT];

    @BeforeEach
    void read() throws IOException {
        List<String> rows = Files.readAllLines(FOLDER.resolve("compare.csv"));
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            String[] cells = rows.get(i + 1).split(",");
            for (int c = 0; c < 3; c++) {
                first[c][i] = Float.parseFloat(cells[c]);
                second[c][i] = Float.parseFloat(cells[3 + c]);
            }
        }
    }

    private static ImageComparison compare(float[][] a, float[][] b, Run run) {
        return ImageComparison.of(ColorSpaces.ACES2065_1, a, b, WIDTH, LightCalibration.ASSUMED, run);
    }

    private static ImageComparison compare(float[][] a, float[][] b) {
        return compare(a, b, Run.inThisThread());
    }

    private static Map<String, Double> expected() throws IOException {
        Map<String, Double> figures = new HashMap<>();
        for (String row : Files.readAllLines(FOLDER.resolve("compare-figures.csv"))) {
            if (!row.startsWith("figure")) {
                int comma = row.lastIndexOf(',');
                figures.put(row.substring(0, comma), Double.valueOf(row.substring(comma + 1)));
            }
        }
        return figures;
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void measuresAreThoseOfColourScience(Measure measure) throws IOException {
        ImageComparison.Summary summary = compare(first, second).summary(measure, ALL, Run.inThisThread());
        assertClose(measure.label() + " mean", summary.mean());
        assertClose(measure.label() + " 99 %", summary.percentile99());
        assertClose(measure.label() + " maximum", summary.largest());
    }

    @Test
    void qualityIsThatOfNumpyAndScipy() throws IOException {
        ImageComparison.Quality quality = compare(first, second).quality(ALL, 4, Run.inThisThread());
        assertClose("PSNR", quality.psnr());
        assertClose("PU21-PSNR", quality.pu21());
        assertClose("SSIM", quality.ssim());
        assertEquals(WIDTH * HEIGHT, quality.pixels());
        assertEquals(0, quality.invalid());
    }

    private static void assertClose(String figure, double actual) throws IOException {
        double wanted = expected().get(figure);
        assertEquals(wanted, actual, 2e-6 * Math.abs(wanted), figure);
    }

    @Test
    void equalPicturesDifferInNothing() {
        ImageComparison comparison = compare(first, first);
        for (Measure measure : Measure.values()) {
            assertEquals(0, comparison.summary(measure, ALL, Run.inThisThread()).largest(), measure.label());
        }
        ImageComparison.Quality quality = comparison.quality(ALL, 1, Run.inThisThread());
        assertEquals(Double.POSITIVE_INFINITY, quality.psnr());
        assertEquals(Double.POSITIVE_INFINITY, quality.pu21());
        assertEquals(1, quality.ssim(), 1e-12);
    }

    @Test
    void oneStopMoreIsOneStop() {
        float[][] doubled = new float[3][first[0].length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < first[c].length; i++) {
                doubled[c][i] = 2 * first[c][i];
            }
        }
        for (float stops : compare(first, doubled).map(Measure.STOPS)) {
            assertEquals(1, stops, 1e-6);
        }
        for (float stops : compare(doubled, first).map(Measure.STOPS)) {
            assertEquals(-1, stops, 1e-6);
        }
    }

    @Test
    void brokenPixelsAreLeftOutAndCounted() {
        ImageComparison sound = compare(first, second);
        boolean[] inside = new boolean[WIDTH * HEIGHT];
        Arrays.fill(inside, true);
        inside[7] = false;
        inside[100] = false;
        Area without = new Area(0, 0, WIDTH, HEIGHT, inside);
        double mean = sound.summary(Measure.DE_ITP, without, Run.inThisThread()).mean();
        first[1][7] = Float.NaN;
        second[2][100] = Float.NEGATIVE_INFINITY;
        ImageComparison broken = compare(first, second);
        assertEquals(2, broken.quality(ALL, 1, Run.inThisThread()).invalid());
        assertEquals(
                mean, broken.summary(Measure.DE_ITP, ALL, Run.inThisThread()).mean());
        assertTrue(Float.isNaN(broken.map(Measure.DE_2000)[7]));
    }

    @Test
    void blackHasNoStopsAndNegativeLightNeither() {
        for (int c = 0; c < 3; c++) {
            first[c][0] = 0;
            second[c][1] = -1;
        }
        float[] stops = compare(first, second).map(Measure.STOPS);
        assertTrue(Float.isNaN(stops[0]));
        assertTrue(Float.isNaN(stops[1]));
    }

    @Test
    void anAreaIsWhatItsPixelsAre() {
        Area area = new Area(5, 4, 13, 12, null);
        float[][] a = new float[3][13 * 12];
        float[][] b = new float[3][13 * 12];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < a[c].length; i++) {
                int from = (4 + i / 13) * WIDTH + 5 + i % 13;
                a[c][i] = first[c][from];
                b[c][i] = second[c][from];
            }
        }
        ImageComparison cut =
                ImageComparison.of(ColorSpaces.ACES2065_1, a, b, 13, LightCalibration.ASSUMED, Run.inThisThread());
        ImageComparison whole = compare(first, second);
        assertEquals(
                cut.quality(Area.whole(13, 12), 1, Run.inThisThread()), whole.quality(area, 1, Run.inThisThread()));
        assertEquals(
                cut.summary(Measure.DE_2000, Area.whole(13, 12), Run.inThisThread()),
                whole.summary(Measure.DE_2000, area, Run.inThisThread()));
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        Run many = Run.on(ForkJoinPool.commonPool(), 4, Progress.NONE, () -> false);
        assertEquals(
                compare(first, second).quality(ALL, 1, Run.inThisThread()),
                compare(first, second, many).quality(ALL, 1, many));
    }

    @Test
    void aPictureSmallerThanTheWindowHasNoSimilarity() {
        Area small = new Area(0, 0, 10, 20, null);
        assertTrue(Double.isNaN(
                compare(first, second).quality(small, 1, Run.inThisThread()).ssim()));
    }
}
