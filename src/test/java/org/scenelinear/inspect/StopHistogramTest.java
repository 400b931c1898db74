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

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.inspect.StopHistogram.Apart;
import org.scenelinear.inspect.StopHistogram.Channel;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class StopHistogramTest {
    private static final int WIDTH = 331;
    private static final int HEIGHT = 97;

    private static StopHistogram gray(float... values) {
        return StopHistogram.of(
                new float[][] {values, values, values},
                values.length,
                ColorSpaces.ACESCG,
                Area.whole(values.length, 1),
                Run.inThisThread());
    }

    /** Every pattern of bits, so denormals, NaN, infinities and negatives too. */
    private static float[][] anything() {
        Random random = new Random(7);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = i % 3 == 0
                        ? Float.intBitsToFloat(random.nextInt())
                        : (float) (0.18 * Math.pow(2, 50 * random.nextDouble() - 25));
            }
        }
        return rgb;
    }

    /** The slot by a logarithm in double: a bin, or BINS and the number of the kind. */
    private static int plain(double value, boolean component) {
        if (Double.isNaN(value)) {
            return StopHistogram.BINS + Apart.NAN.ordinal();
        }
        if (Double.isInfinite(value)) {
            return StopHistogram.BINS + (value > 0 ? Apart.POSITIVE_INFINITY : Apart.NEGATIVE_INFINITY).ordinal();
        }
        if (value <= 0) {
            return StopHistogram.BINS + (value < 0 ? Apart.NEGATIVE : Apart.ZERO).ordinal();
        }
        if (component && value == 65504) {
            return StopHistogram.BINS + Apart.AT_HALF_MAXIMUM.ordinal();
        }
        double bin = Math.floor((Math.log(value / 0.18) / Math.log(2) + 20) * 8);
        if (bin < 0) {
            return StopHistogram.BINS + Apart.BELOW_RANGE.ordinal();
        }
        return bin < StopHistogram.BINS ? (int) bin : StopHistogram.BINS + Apart.ABOVE_RANGE.ordinal();
    }

    private static long[][] all(StopHistogram histogram) {
        long[][] all = new long[4][StopHistogram.BINS + Apart.values().length];
        for (Channel channel : Channel.values()) {
            for (int bin = 0; bin < StopHistogram.BINS; bin++) {
                all[channel.ordinal()][bin] = histogram.count(channel, bin);
            }
            for (Apart kind : Apart.values()) {
                all[channel.ordinal()][StopHistogram.BINS + kind.ordinal()] = histogram.count(channel, kind);
            }
        }
        return all;
    }

    private static void assertSame(long[][] expected, long[][] found) {
        for (int channel = 0; channel < 4; channel++) {
            for (int slot = 0; slot < expected[channel].length; slot++) {
                assertEquals(expected[channel][slot], found[channel][slot], "channel " + channel + ", slot " + slot);
            }
        }
    }

    @Test
    void everySampleLiesInTheBinThatAPlainLogarithmSaysWhereverTheAreaLies() {
        float[][] rgb = anything();
        boolean[] inside = new boolean[200 * 50];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i * 31 % 7 < 3;
        }
        double[] toXyz = ColorSpaces.ACESCG.chromaticities().toXyz().toArray();
        for (Area area : new Area[] {Area.whole(WIDTH, HEIGHT), new Area(40, 20, 200, 50, inside)}) {
            long[][] expected = new long[4][StopHistogram.BINS + Apart.values().length];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                if (area.contains(i % WIDTH, i / WIDTH)) {
                    for (int c = 0; c < 3; c++) {
                        expected[c][plain(rgb[c][i], true)]++;
                    }
                    double luminance = toXyz[3] * rgb[0][i] + toXyz[4] * rgb[1][i] + toXyz[5] * rgb[2][i];
                    expected[3][plain(luminance, false)]++;
                }
            }
            assertTrue(expected[0][StopHistogram.BINS + Apart.NAN.ordinal()] > 0, "the picture has NaN");
            assertSame(expected, all(StopHistogram.of(rgb, WIDTH, ColorSpaces.ACESCG, area, Run.inThisThread())));
        }
    }

    @Test
    void theNumberOfThreadsChangesNoCount() {
        float[][] rgb = anything();
        Area area = Area.whole(WIDTH, HEIGHT);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Run four = Run.on(threads, 4, Progress.NONE, () -> false);
            assertSame(
                    all(StopHistogram.of(rgb, WIDTH, ColorSpaces.ACESCG, area, Run.inThisThread())),
                    all(StopHistogram.of(rgb, WIDTH, ColorSpaces.ACESCG, area, four)));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatHasNoStopsIsCountedApart() {
        StopHistogram found = gray(
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                0f,
                -0f,
                -1f,
                65504f,
                Float.MIN_VALUE,
                Float.MAX_VALUE);
        assertEquals(1, found.count(Channel.R, Apart.NAN));
        assertEquals(2, found.count(Channel.G, Apart.POSITIVE_INFINITY));
        assertEquals(1, found.count(Channel.B, Apart.NEGATIVE_INFINITY));
        assertEquals(2, found.count(Channel.R, Apart.ZERO));
        assertEquals(1, found.count(Channel.R, Apart.NEGATIVE));
        assertEquals(1, found.count(Channel.R, Apart.AT_HALF_MAXIMUM));
        assertEquals(0, found.count(Channel.LUMINANCE, Apart.AT_HALF_MAXIMUM));
        assertEquals(1, found.count(Channel.R, Apart.BELOW_RANGE));
        assertEquals(1, found.count(Channel.R, Apart.ABOVE_RANGE));
    }

    @Test
    void aStopMoreLightIsEightBinsFartherAndHistogramsAddUp() {
        StopHistogram once = gray(0.19f, 0.38f, 0.095f);
        int gray = -StopHistogram.DARKEST_STOP * StopHistogram.BINS_PER_STOP;
        for (int bin : new int[] {gray - 8, gray, gray + 8}) {
            assertEquals(1, once.count(Channel.G, bin));
            assertEquals(2, once.plus(once).count(Channel.G, bin));
        }
        assertEquals(0, StopHistogram.stops(gray));
    }
}
