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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.scenelinear.aces.InverseOutputTransform;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.aces.PixelCount;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetStages;
import org.scenelinear.agx.StageSequence;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.ExrWriter;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * Does a job once for each line it reads, on as many threads as the line says, and answers with the seconds it took:
 * CPU seconds of the calling thread, CPU seconds of the whole process, in which the compiler works beside it, and
 * seconds by the clock. So a script can let a peer and this program take turns, under the same conditions.
 *
 * <pre>
 * SideBySide read FILE.exr              decodes all channels of the first part, samples as the file has them
 * SideBySide floats FILE.exr            the same into float planes, as ImageJ needs them
 * SideBySide write FILE.exr OUT.exr COMPRESSION
 *                                       encodes the first part of a file, which is read once before
 * SideBySide aces DISPLAY VIEW RAW      renders planes r, g, b of little-endian floats, ACES2065-1
 * SideBySide convert FROM TO RAW        converts planes from one color space to another
 * SideBySide look SPACE FILE RAW        applies the look of a file in a space, to planes in ACES2065-1
 * SideBySide compress RAW               the Reference Gamut Compress, of planes in ACES2065-1
 * SideBySide inverse DISPLAY VIEW RAW   the inverse, of code values; counts what lies outside of its range
 * SideBySide develop PRESET.toml RAW WIDTH HEIGHT
 *                                       develops planes of linear Rec.2020, in the mode that is as agx-photo
 * </pre>
 */
public final class SideBySide {
    private SideBySide() {}

    /** Something to measure. */
    @FunctionalInterface
    private interface Job {
        void once(Run run) throws IOException;
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
            case "write" ->
                writing(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Compression.ofLabel(arguments[3]).orElseThrow());
            case "aces" -> {
                OutputTransform transform =
                        OutputTransforms.find(arguments[1], arguments[2]).orElseThrow();
                yield transforming(transform::compile, Path.of(arguments[3]));
            }
            case "inverse" -> {
                InverseOutputTransform inverse = new InverseOutputTransform(
                        OutputTransforms.find(arguments[1], arguments[2]).orElseThrow());
                yield transforming(() -> inverse.compile(new PixelCount()), Path.of(arguments[3]));
            }
            case "convert" -> {
                ColorTransform conversion = ColorSpaceConversion.between(
                        ColorSpaces.byName(arguments[1]).orElseThrow(),
                        ColorSpaces.byName(arguments[2]).orElseThrow(),
                        Adaptation.BRADFORD);
                yield transforming(conversion::compile, Path.of(arguments[3]));
            }
            case "look" -> {
                ColorSpace space = ColorSpaces.byName(arguments[1]).orElseThrow();
                ColorTransform look = LutFiles.read(Path.of(arguments[2])).chain();
                yield transforming(within(space, look)::compile, Path.of(arguments[3]));
            }
            case "compress" ->
                transforming(within(ColorSpaces.ACESCG, GamutCompress.REFERENCE)::compile, Path.of(arguments[1]));
            case "develop" ->
                developing(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
            default -> throw new IllegalArgumentException("no such job: " + arguments[0]);
        };
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        ExecutorService helpers = Executors.newCachedThreadPool(SideBySide::daemon);
        for (String line; (line = in.readLine()) != null; ) {
            Run run = Run.on(helpers, Integer.parseInt(line), Progress.NONE, () -> false);
            long start = System.nanoTime();
            long threadStart = threads.getCurrentThreadCpuTime();
            long processStart = process.getProcessCpuTime();
            job.once(run);
            long threadEnd = threads.getCurrentThreadCpuTime();
            long processEnd = process.getProcessCpuTime();
            long end = System.nanoTime();
            out.println((threadEnd - threadStart) / 1e9 + " " + (processEnd - processStart) / 1e9 + " "
                    + (end - start) / 1e9);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static Job reading(Path path, BiFunction<PixelType, Integer, Plane> newPlane) {
        return run -> {
            try (ExrFile file = ExrFile.open(path)) {
                read(file, newPlane, run);
            }
        };
    }

    private static Map<String, Plane> read(ExrFile file, BiFunction<PixelType, Integer, Plane> newPlane, Run run)
            throws IOException {
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : file.headers().get(0).channels()) {
            planes.put(channel.name(), newPlane.apply(channel.type(), file.planeLength(0, channel)));
        }
        file.read(0, planes, run);
        return planes;
    }

    private static Job writing(Path from, Path to, Compression compression) throws IOException {
        try (ExrFile file = ExrFile.open(from)) {
            Header header =
                    file.headers().get(0).toBuilder().compression(compression).build();
            Map<String, Plane> planes = read(file, SideBySide::asStored, Run.inThisThread());
            return run -> ExrWriter.write(to, header, planes, run);
        }
    }

    /** What the peer makes too: halfs stay 16 bits. */
    private static Plane asStored(PixelType type, int length) {
        return switch (type) {
            case HALF -> Plane.of(new short[length]);
            case FLOAT -> Plane.of(new float[length]);
            case UINT -> Plane.of(new int[length]);
        };
    }

    /** From ACES2065-1 into a space, through a look, and back. */
    private static ColorTransform within(ColorSpace space, ColorTransform look) {
        return TransformChain.of(
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, space, Adaptation.BRADFORD),
                look,
                ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD));
    }

    private static Job transforming(Supplier<Kernel> compiled, Path raw) throws IOException {
        float[][] source = planes(raw);
        int length = source[0].length;
        float[][] target = new float[3][length];
        return run -> {
            TransformRunner.apply(compiled.get(), source, target, length, run);
        };
    }

    private static Job developing(Path file, Path raw, int width, int height) throws IOException {
        Preset preset = Preset.read(file);
        StageSequence stages = PresetStages.of(preset, preset.seed().orElse(0L));
        float[][] source = planes(raw);
        ColorTransform nothing = TransformChain.of();
        return run -> stages.develop(source, nothing, nothing, width, height, Mode.COMPATIBLE, run);
    }

    private static float[][] planes(Path raw) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining() / 12;
        float[][] planes = new float[3][length];
        for (float[] plane : planes) {
            bytes.asFloatBuffer().get(plane);
            bytes.position(bytes.position() + 4 * length);
        }
        return planes;
    }
}
