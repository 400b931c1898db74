/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;

class WaveformTest {
    private static final int WIDTH = 331;
    private static final int HEIGHT = 97;
    private static final double[] WEIGHTS = {0.2, 0.7, 0.1};

    /** Light of all sizes and every pattern of bits, so denormals, NaN, infinities and negatives too. */
    private static float[][] anything() {
        Random random = new Random(5);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = switch (i % 4) {
                    case 0 -> Float.intBitsToFloat(random.nextInt());
                    case 1 -> random.nextFloat();
                    case 2 -> 5 * random.nextFloat();
                    default -> (float) (0.18 * Math.pow(2, 24 * random.nextDouble() - 12));
                };
            }
        }
        rgb[0][50] = Float.POSITIVE_INFINITY;
        rgb[1][50] = Float.NEGATIVE_INFINITY;
        return rgb;
    }

    /** SMPTE ST 2084:2014, equation 5.2, written out anew. */
    private static double pq(double nits) {
        double power = Math.pow(nits / 10000, 0.1593017578125);
        return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
    }

    /** Each axis and the place that its formula says, 0 to 1. */
    private static Map<ValueAxis, DoubleUnaryOperator> axes() {
        LightCalibration calibration = new LightCalibration(203);
        Map<ValueAxis, DoubleUnaryOperator> axes = new LinkedHashMap<>();
        axes.put(ValueAxis.stops(10), v -> v > 0 ? (Math.log(v / 0.18) / Math.log(2) + 10) / 20 : -1);
        axes.put(ValueAxis.linear(4), v -> v / 4);
        axes.put(ValueAxis.nits(1000, calibration), v -> v * 203 / 1000);
        axes.put(ValueAxis.pq(calibration), v -> v < 0 ? -1 : v * 203 > 10000 ? 2 : pq(v * 203));
        axes.put(ValueAxis.codes(), v -> v);
        return axes;
    }

    /** The slot of a value by a formula: 0 below, the bins from 1, BINS + 1 above, then infinities and NaN. */
    private static int plain(DoubleUnaryOperator formula, float value) {
        if (Float.isNaN(value)) {
            return ValueAxis.BINS + 4;
        }
        if (Float.isInfinite(value)) {
            return ValueAxis.BINS + (value > 0 ? 2 : 3);
        }
        double place = formula.applyAsDouble(value);
        if (place < 0) {
            return 0;
        }
        return place > 1
                ? ValueAxis.BINS + 1
                : 1 + Math.min(ValueAxis.BINS - 1, (int) Math.floor(place * ValueAxis.BINS));
    }

    private static long[] column(Waveform waveform, int trace, int column) {
        long[] counts = new long[ValueAxis.BINS + 5];
        counts[0] = waveform.count(trace, column, ValueAxis.Apart.BELOW);
        for (int bin = 0; bin < ValueAxis.BINS; bin++) {
            counts[1 + bin] = waveform.count(trace, column, bin);
        }
        counts[ValueAxis.BINS + 1] = waveform.count(trace, column, ValueAxis.Apart.ABOVE);
        counts[ValueAxis.BINS + 2] = waveform.count(trace, column, ValueAxis.Apart.POSITIVE_INFINITY);
        counts[ValueAxis.BINS + 3] = waveform.count(trace, column, ValueAxis.Apart.NEGATIVE_INFINITY);
        counts[ValueAxis.BINS + 4] = waveform.count(trace, column, ValueAxis.Apart.NAN);
        return counts;
    }

    private static Waveform.Source colors(float[][] rgb, Area area) {
        return new Waveform.Source(rgb, WIDTH, area, Optional.empty(), Optional.empty());
    }

    @Test
    void everySampleLiesInTheBinThatItsFormulaSaysOnEveryAxis() {
        float[][] rgb = anything();
        boolean[] inside = new boolean[200 * 50];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i * 31 % 7 < 3;
        }
        for (Area area : new Area[] {Area.whole(WIDTH, HEIGHT), new Area(40, 20, 200, 50, inside)}) {
            for (Map.Entry<ValueAxis, DoubleUnaryOperator> entry : axes().entrySet()) {
                Waveform found = Waveform.of(colors(rgb, area), entry.getKey(), 100, Run.inThisThread());
                int together = (area.width() + 99) / 100;
                assertEquals(together, found.pixelsPerColumn());
                for (int trace = 0; trace < 3; trace++) {
                    long[][] expected = new long[found.columns()][ValueAxis.BINS + 5];
                    for (int i = 0; i < WIDTH * HEIGHT; i++) {
                        if (area.contains(i % WIDTH, i / WIDTH)) {
                            int column = (i % WIDTH - area.x()) / together;
                            expected[column][plain(entry.getValue(), rgb[trace][i])]++;
                        }
                    }
                    if (area.inside() == null) {
                        assertTrue(found.count(trace, ValueAxis.Apart.NAN) > 0, "the picture has NaN");
                        assertEquals(trace == 0 ? 1 : 0, found.count(trace, ValueAxis.Apart.POSITIVE_INFINITY));
                        assertEquals(trace == 1 ? 1 : 0, found.count(trace, ValueAxis.Apart.NEGATIVE_INFINITY));
                    }
                    for (int column = 0; column < found.columns(); column++) {
                        String where = entry.getKey().label() + ", trace " + trace + ", column " + column;
                        assertArrayEquals(expected[column], column(found, trace, column), where);
                    }
                }
            }
        }
    }

    @Test
    void theWeightedSumIsThatInDoubleRoundedToFloat() {
        float[][] rgb = anything();
        Area area = Area.whole(WIDTH, HEIGHT);
        Waveform.Source source = new Waveform.Source(rgb, WIDTH, area, Optional.empty(), Optional.of(WEIGHTS));
        Waveform found = Waveform.of(source, ValueAxis.linear(4), WIDTH, Run.inThisThread());
        assertEquals(1, found.traces());
        for (int column = 0; column < WIDTH; column++) {
            long[] expected = new long[ValueAxis.BINS + 5];
            for (int i = column; i < WIDTH * HEIGHT; i += WIDTH) {
                double sum = WEIGHTS[0] * rgb[0][i] + WEIGHTS[1] * rgb[1][i] + WEIGHTS[2] * rgb[2][i];
                expected[plain(v -> v / 4, (float) sum)]++;
            }
            assertArrayEquals(expected, column(found, 0, column), "column " + column);
        }
    }

    @Test
    void theNumberOfThreadsChangesNoCountAndWaveformsAddUp() {
        float[][] rgb = anything();
        Area area = Area.whole(WIDTH, HEIGHT);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Run four = Run.on(threads, 4, Progress.NONE, () -> false);
            Waveform one = Waveform.of(colors(rgb, area), ValueAxis.stops(10), WIDTH, Run.inThisThread());
            Waveform other = Waveform.of(colors(rgb, area), ValueAxis.stops(10), WIDTH, four);
            Waveform sum = one.plus(other);
            for (int column = 0; column < WIDTH; column++) {
                long[] expected = column(one, 1, column);
                assertArrayEquals(expected, column(other, 1, column), "column " + column);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] *= 2;
                }
                assertArrayEquals(expected, column(sum, 1, column), "column " + column);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aPixelThatIsNotFiniteHasNoCodeValueWhateverTheViewMakesOfIt() {
        Kernel half = tile -> {
            for (int i = 0; i < tile.length; i++) {
                tile.r[i] = tile.r[i] > 0 ? 0.5f : 0.25f;
                tile.g[i] = 0.5f;
                tile.b[i] = 0.5f;
            }
        };
        float[][] rgb = {{1, Float.NaN, 1, -2}, {1, 1, Float.NEGATIVE_INFINITY, -2}, {1, 1, 1, -2}};
        Waveform found = Waveform.of(
                new Waveform.Source(rgb, 4, Area.whole(4, 1), Optional.of(half), Optional.empty()),
                ValueAxis.codes(),
                4,
                Run.inThisThread());
        for (int trace = 0; trace < 3; trace++) {
            assertEquals(2, found.count(trace, ValueAxis.Apart.NAN));
            assertEquals(1, found.count(trace, 0, ValueAxis.BINS / 2));
        }
        assertEquals(1, found.count(0, 3, ValueAxis.BINS / 4));
    }

    @Test
    void aWideImageSharesColumnsAndNoPixelIsLost() {
        int width = 5003;
        float[] ones = new float[2 * width];
        Arrays.fill(ones, 1f);
        Waveform found = Waveform.of(
                new Waveform.Source(
                        new float[][] {ones, ones, ones},
                        width,
                        Area.whole(width, 2),
                        Optional.empty(),
                        Optional.empty()),
                ValueAxis.codes(),
                1024,
                Run.inThisThread());
        assertEquals(5, found.pixelsPerColumn());
        assertEquals(1001, found.columns());
        for (int column = 0; column < 1000; column++) {
            assertEquals(10, found.count(0, column, ValueAxis.BINS - 1), "column " + column); // the top is in the last
        }
        assertEquals(6, found.count(0, 1000, ValueAxis.BINS - 1));
    }

    @Test
    void marksStandWhereTheirNumbersAre() {
        for (Map.Entry<ValueAxis, DoubleUnaryOperator> entry : axes().entrySet()) {
            ValueAxis axis = entry.getKey();
            assertTrue(axis.marks().size() >= 5 && axis.marks().size() <= 11, axis.label());
            for (ValueAxis.Mark mark : axis.marks()) {
                double number = Double.parseDouble(mark.text().replaceAll(" .*", ""));
                double bottom = axis.value(0);
                double top = axis.value(ValueAxis.BINS);
                assertEquals((number - bottom) / (top - bottom), mark.position(), 0.006, axis.label());
            }
        }
        ValueAxis.Mark hundred = ValueAxis.pq(LightCalibration.ASSUMED).marks().get(4);
        assertEquals("0.51 (100)", hundred.text());
        assertEquals(pq(100), hundred.position(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> ValueAxis.linear(0));
    }
}
