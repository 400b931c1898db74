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
import java.util.Random;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * Prints how many bytes a second of one core's time the pass over a 4K frame takes in, and a pass that does nothing but
 * copy the frame into the core's cache. On the machine it was written on: 1.3 GB/s against 18.7 GB/s, with the sums of
 * logarithms included.
 */
public final class LightStatisticsSpeed {
    private static final int PIXELS = 4096 * 2160;
    private static final int ROUNDS = 25;

    private LightStatisticsSpeed() {}

    /** Measures both in turn and prints the best of each. */
    public static void main(String[] arguments) {
        Random random = new Random(1);
        float[][] rgb = new float[3][PIXELS];
        for (float[] plane : rgb) {
            for (int i = 0; i < PIXELS; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.2 * random.nextGaussian()));
            }
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        float[] cache = new float[Tile.CAPACITY];
        long measuring = Long.MAX_VALUE;
        long reading = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            LightStatistics.tallies(rgb, ColorSpaces.ACESCG, Run.inThisThread());
            long middle = threads.getCurrentThreadCpuTime();
            for (float[] plane : rgb) {
                for (int i = 0; i + Tile.CAPACITY <= PIXELS; i += Tile.CAPACITY) {
                    System.arraycopy(plane, i, cache, 0, Tile.CAPACITY);
                }
            }
            long end = threads.getCurrentThreadCpuTime();
            measuring = Math.min(measuring, middle - begin);
            reading = Math.min(reading, end - middle);
        }
        double bytes = 3.0 * Float.BYTES * PIXELS;
        System.out.printf("measuring %.2f GB/s, reading alone %.2f GB/s%n", bytes / measuring, bytes / reading);
    }
}
