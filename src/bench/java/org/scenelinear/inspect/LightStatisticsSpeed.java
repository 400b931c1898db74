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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * Prints how many bytes a second of one core's time the pass over a 4K frame takes in: of ordinary light, and of light
 * with a black pixel in every hundred. Beside it what reading alone takes, by a loop that does nothing but add up, and
 * by copying into the core's cache; and all of {@link LightStatistics} with percentiles, noise and gamuts. On the
 * machine it was written on, which others used too: 2.3, 0.7, 19, 22 and 0.2 GB/s. A third of the pass is the sums:
 * each sample of the four channels is turned into double, one at a time.
 */
public final class LightStatisticsSpeed {
    private static final int WIDTH = 4096;
    private static final int HEIGHT = 2160;
    private static final int PIXELS = WIDTH * HEIGHT;
    private static final int ROUNDS = 25;
    private static final int LANES = 8;

    private LightStatisticsSpeed() {}

    /** Measures all in turn and prints the best of each. */
    public static void main(String[] arguments) {
        float[][] light = light(new Random(1), Integer.MAX_VALUE);
        float[][] withBlacks = light(new Random(1), 100);
        float[] cache = new float[Tile.CAPACITY];
        List<String> names = List.of("statistics", "with blacks", "adding up", "copying", "all figures");
        List<Runnable> work = List.of(
                () -> LightStatistics.tallies(light, ColorSpaces.ACESCG, Run.inThisThread()),
                () -> LightStatistics.tallies(withBlacks, ColorSpaces.ACESCG, Run.inThisThread()),
                () -> check(addUp(light[0]) + addUp(light[1]) + addUp(light[2])),
                () -> copy(light, cache),
                () -> LightStatistics.of(
                        light, WIDTH, ColorSpaces.ACESCG, Area.whole(WIDTH, HEIGHT), Run.inThisThread()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] best = new long[work.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                long begin = threads.getCurrentThreadCpuTime();
                work.get(i).run();
                best[i] = Math.min(best[i], threads.getCurrentThreadCpuTime() - begin);
            }
        }
        for (int i = 0; i < best.length; i++) {
            System.out.printf("%-12s %6.2f GB/s%n", names.get(i), 3.0 * Float.BYTES * PIXELS / best[i]);
        }
    }

    private static float[][] light(Random random, int blacks) {
        float[][] rgb = new float[3][PIXELS];
        for (float[] plane : rgb) {
            for (int i = 0; i < PIXELS; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.2 * random.nextGaussian()));
                if (i % blacks == blacks - 1) {
                    plane[i] = 0;
                }
            }
        }
        return rgb;
    }

    private static void copy(float[][] rgb, float[] cache) {
        for (float[] plane : rgb) {
            for (int i = 0; i + Tile.CAPACITY <= PIXELS; i += Tile.CAPACITY) {
                System.arraycopy(plane, i, cache, 0, Tile.CAPACITY);
            }
        }
    }

    /** In float and in lanes that do not wait for each other: as fast as reading goes without vector code. */
    private static float addUp(float[] plane) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = 0; i + LANES <= plane.length; i += LANES) {
            a += plane[i];
            b += plane[i + 1];
            c += plane[i + 2];
            d += plane[i + 3];
            e += plane[i + 4];
            f += plane[i + 5];
            g += plane[i + 6];
            h += plane[i + 7];
        }
        return a + b + c + d + e + f + g + h;
    }

    /** So that the compiler cannot leave the loop out. */
    private static void check(float sum) {
        if (Float.isNaN(sum)) {
            throw new IllegalStateException("the frame has no NaN");
        }
    }
}
