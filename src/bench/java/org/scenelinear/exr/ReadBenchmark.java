/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.run.Run;

/** Reads a 1920x1080 half RGB file from memory into float planes that are already there, in one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadBenchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** How the file is packed. */
    @Param({"NONE", "RLE", "ZIPS", "ZIP", "DWAA", "DWAB"})
    public Compression compression;

    private byte[] file;
    private final Map<String, Plane> planes = new HashMap<>();

    /** Makes the file: light that varies slowly, an edge here and there, and a little noise. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        Random random = new Random(1);
        Header.Builder header = Header.builder().dataWindow(new Box2i(0, 0, WIDTH - 1, HEIGHT - 1));
        for (String name : new String[] {"R", "G", "B"}) {
            float[] samples = new float[WIDTH * HEIGHT];
            for (int i = 0; i < samples.length; i++) {
                int x = i % WIDTH;
                int y = i / WIDTH;
                double light = Math.exp(2 * Math.sin(x / 211.0 + name.charAt(0)) * Math.cos(y / 173.0));
                double edge = (x / 240 + y / 180) % 2 == 0 ? 1 : 0.4;
                samples[i] = (float) (light * edge * (1 + 0.01 * random.nextGaussian()));
            }
            planes.put(name, Plane.of(samples));
            header.channel(new Channel(name, PixelType.HALF));
        }
        Path path = Files.createTempFile("benchmark", ".exr");
        try {
            ExrWriter.write(path, header.compression(compression).build(), planes, Run.inThisThread());
            file = Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }

    /** One frame. */
    @Benchmark
    public Map<String, Plane> read() throws IOException {
        try (ExrFile open = ExrFile.open("frame", file)) {
            open.read(0, planes, Run.inThisThread());
        }
        return planes;
    }
}
