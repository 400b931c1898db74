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

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.Kernel;

/**
 * Fails when a kernel is no longer vector code: runs each in a JVM as it is and in one whose compiler may not use
 * vectors, and wants the first to be twice as fast at least. Without arguments it guards all kernels it knows; with the
 * name of one it measures that one in this JVM.
 */
public final class VectorGuard {
    /** How much faster vector code has to be. One loop of many that lost it shows as less than this. */
    private static final double LEAST_RATIO = 2;

    /** How many tiles take turns, so that the branch predictor cannot learn one by heart. */
    private static final int TILES = 200;

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
        for (String name : List.of("ACES-SDR", "ACES-HDR")) {
            transforms.put(name + "-inverse", transforms.get(name).inverse().orElseThrow());
        }
        transforms.put(
                "to-ACEScg",
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG, Adaptation.BRADFORD));
        transforms.put(
                "to-ACEScct",
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD));
        transforms.put(
                "to-sRGB", ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.SRGB, Adaptation.BRADFORD));
        transforms.put("compress", GamutCompress.REFERENCE);
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
            double vectors = measure(name, "-XX:+UseSuperWord");
            double ratio = vectors / measure(name, "-XX:-UseSuperWord");
            boolean fast = ratio >= LEAST_RATIO;
            allFast &= fast;
            System.out.printf(
                    "%-16s %6.1f Mpix/s, %.1f times as fast as without vectors%s%n",
                    name, vectors, ratio, fast ? "" : ": too slow, a loop is no longer vector code");
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
        float[][] scene = new float[3][TILES * Tile.CAPACITY];
        for (float[] plane : scene) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.5 * random.nextGaussian()));
            }
        }
        Tile tile = new Tile();
        tile.length = Tile.CAPACITY;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // The compiler, which works beside this thread, takes 3 to 4 of these seconds. It may have to wait for a core.
        while (process.getProcessCpuTime() < 10_000_000_000L) {
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < TILES; i++) {
                System.arraycopy(scene[0], i * Tile.CAPACITY, tile.r, 0, tile.length);
                System.arraycopy(scene[1], i * Tile.CAPACITY, tile.g, 0, tile.length);
                System.arraycopy(scene[2], i * Tile.CAPACITY, tile.b, 0, tile.length);
                kernel.apply(tile);
            }
            long nanos = threads.getCurrentThreadCpuTime() - start;
            best = Math.max(best, TILES * (double) tile.length * 1000 / nanos);
        }
        return best;
    }
}
