/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * Fails when a kernel is no longer vector code: runs each in a JVM as it is and in one whose compiler may not use
 * vectors, three times in turn, and wants the first to be twice as fast at least. Without arguments it guards all
 * kernels it knows; with the name of one it measures that one in this JVM.
 */
public final class VectorGuard {
    /** How much faster vector code has to be. One loop of many that lost it shows as less than this. */
    private static final double LEAST_RATIO = 2;

    private static final int PAIRS = 3;

    private VectorGuard() {}

    /** What is guarded. */
    private static Map<String, ColorTransform> transforms() {
        Map<String, ColorTransform> transforms = new LinkedHashMap<>();
        transforms.put(
                "ACES-SDR",
                OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow());
        transforms.put(
                "ACES-HDR",
                OutputTransforms.find("Rec.2100-PQ", "HDR 1000 nits (P3 D65)").orElseThrow());
        transforms.put(
                "to-ACEScg",
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG, Adaptation.BRADFORD));
        transforms.put(
                "to-ACEScct",
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD));
        transforms.put(
                "to-sRGB", ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.SRGB, Adaptation.BRADFORD));
        return transforms;
    }

    /**
     * Runs the program.
     *
     * @param arguments none, or the name of a kernel
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            System.out.println(
                    pixelsPerMicrosecond(transforms().get(arguments[0]).compile()));
            return;
        }
        boolean allFast = true;
        for (String name : transforms().keySet()) {
            double[] ratios = new double[PAIRS];
            double fastest = 0;
            for (int i = 0; i < PAIRS; i++) {
                double vectors = measure(name, "-XX:+UseSuperWord");
                double scalars = measure(name, "-XX:-UseSuperWord");
                ratios[i] = vectors / scalars;
                fastest = Math.max(fastest, vectors);
            }
            Arrays.sort(ratios);
            double ratio = ratios[PAIRS / 2];
            boolean fast = ratio >= LEAST_RATIO;
            allFast &= fast;
            System.out.printf(
                    "%-10s %6.1f Mpix/s, %.1f times as fast as without vectors%s%n",
                    name, fastest, ratio, fast ? "" : ": too slow, a loop is no longer vector code");
        }
        if (!allFast) {
            System.exit(1);
        }
    }

    private static double measure(String name, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        VectorGuard.class.getName(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IOException("measuring " + name + " failed");
        }
        return Double.parseDouble(answer);
    }

    /** The speed when warm: the best of many short stretches of the thread's CPU time. */
    private static double pixelsPerMicrosecond(Kernel kernel) {
        Random random = new Random(1);
        float[][] scene = new float[3][Tile.CAPACITY];
        for (float[] plane : scene) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.5 * random.nextGaussian()));
            }
        }
        Tile tile = new Tile();
        tile.length = Tile.CAPACITY;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        long end = System.nanoTime() + 8_000_000_000L; // about 3 s go by until all of it is compiled
        while (System.nanoTime() < end) {
            int tiles = 50;
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < tiles; i++) {
                System.arraycopy(scene[0], 0, tile.r, 0, tile.length);
                System.arraycopy(scene[1], 0, tile.g, 0, tile.length);
                System.arraycopy(scene[2], 0, tile.b, 0, tile.length);
                kernel.apply(tile);
            }
            long nanos = threads.getCurrentThreadCpuTime() - start;
            best = Math.max(best, tiles * (double) tile.length * 1000 / nanos);
        }
        return best;
    }
}
