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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformRunner;

/**
 * Does a job once for each line it reads and answers with the CPU seconds it took: those of the working thread, which
 * is one, and those of the whole process, in which the compiler works beside it. So a script can let a peer and this
 * program take turns, under the same conditions.
 *
 * <pre>
 * SideBySide read FILE.exr              decodes all channels of the first part, samples as the file has them
 * SideBySide floats FILE.exr            the same into float planes, as ImageJ needs them
 * SideBySide aces DISPLAY VIEW RAW      renders planes r, g, b of little-endian floats, ACES2065-1
 * </pre>
 */
public final class SideBySide {
    private SideBySide() {}

    /** Something to measure. */
    @FunctionalInterface
    private interface Job {
        void once() throws IOException;
    }

    /**
     * Runs the program.
     *
     * @param arguments the job and what it needs
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Job job = switch (arguments[0]) {
            case "read" -> reading(Path.of(arguments[1]), SideBySide::asStored);
            case "floats" -> reading(Path.of(arguments[1]), (type, length) -> Plane.of(new float[length]));
            case "aces" -> rendering(arguments[1], arguments[2], Path.of(arguments[3]));
            default -> throw new IllegalArgumentException("no such job: " + arguments[0]);
        };
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            long threadStart = threads.getCurrentThreadCpuTime();
            long processStart = process.getProcessCpuTime();
            job.once();
            long threadEnd = threads.getCurrentThreadCpuTime();
            long processEnd = process.getProcessCpuTime();
            out.println((threadEnd - threadStart) / 1e9 + " " + (processEnd - processStart) / 1e9);
        }
    }

    private static Job reading(Path path, BiFunction<PixelType, Integer, Plane> newPlane) {
        return () -> {
            try (ExrFile file = ExrFile.open(path)) {
                Map<String, Plane> planes = new HashMap<>();
                for (Channel channel : file.headers().get(0).channels()) {
                    planes.put(channel.name(), newPlane.apply(channel.type(), file.planeLength(0, channel)));
                }
                file.read(0, planes, Run.inThisThread());
            }
        };
    }

    /** What the peer makes too: halfs stay 16 bits. */
    private static Plane asStored(PixelType type, int length) {
        return switch (type) {
            case HALF -> Plane.of(new short[length]);
            case FLOAT -> Plane.of(new float[length]);
            case UINT -> Plane.of(new int[length]);
        };
    }

    private static Job rendering(String display, String view, Path raw) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() / 12;
        float[][] source = new float[3][length];
        for (float[] plane : source) {
            bytes.asFloatBuffer().get(plane);
            bytes.position(bytes.position() + 4 * length);
        }
        float[][] target = new float[3][length];
        return () -> {
            Kernel kernel = OutputTransforms.find(display, view).orElseThrow().compile();
            TransformRunner.apply(kernel, source, target, length, Run.inThisThread());
        };
    }
}
