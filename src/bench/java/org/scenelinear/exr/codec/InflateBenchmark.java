/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Unpacks the chunks of a ZIP frame, 16 lines of 1440 pixels in four halfs each, with {@link Inflate} and the JDK. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class InflateBenchmark {
    private static final int WIDTH = 1440;
    private static final int LINES = 16;
    private static final int CHANNELS = 4;
    private static final int SIZE = WIDTH * LINES * CHANNELS * 2;

    /** How many chunks take turns, so that the branch predictor cannot learn one by heart. */
    private static final int CHUNKS = 16;

    /** Standard deviation of the grain, in steps of a half. */
    @Param({"0.5", "4", "30"})
    public double grain;

    private final byte[][] packed = new byte[CHUNKS][];
    private final byte[] raw = new byte[SIZE];
    private final Inflate inflate = new Inflate();
    private final Inflater inflater = new Inflater();
    private int next;

    /** Packs the chunks. */
    @Setup(Level.Trial)
    public void pack() {
        Deflater deflater = new Deflater(ZipCodec.LEVEL);
        byte[] buffer = new byte[SIZE + 1000];
        for (int i = 0; i < CHUNKS; i++) {
            deflater.reset();
            deflater.setInput(predicted(chunk(i)));
            deflater.finish();
            packed[i] = Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
        deflater.end();
    }

    /** Frees native memory. */
    @TearDown
    public void free() {
        inflater.end();
    }

    /** Our own. */
    @Benchmark
    public byte[] own() throws CorruptChunkException {
        byte[] chunk = packed[next++ % CHUNKS];
        inflate.inflate(chunk, 0, chunk.length, raw, 0, SIZE);
        return raw;
    }

    /** zlib through the JDK. */
    @Benchmark
    public byte[] jdk() throws DataFormatException {
        inflater.reset();
        inflater.setInput(packed[next++ % CHUNKS]);
        inflater.inflate(raw);
        return raw;
    }

    /** Lines of gradients with grain, channel by channel; the last channel is an alpha of 1. */
    private byte[] chunk(int number) {
        Random random = new Random(number);
        byte[] bytes = new byte[SIZE];
        for (int i = 0; i < SIZE / 2; i++) {
            int x = i % WIDTH;
            int channel = i / WIDTH % CHANNELS;
            int line = i / WIDTH / CHANNELS + number * LINES;
            double half = 0x3400
                    + 900 * Math.sin(x * 0.004 + channel)
                    + 700 * Math.cos(line * 0.01 * (channel + 1))
                    + grain * random.nextGaussian();
            int bits = channel == CHANNELS - 1 ? 0x3C00 : (int) Math.rint(half);
            bytes[2 * i] = (byte) bits;
            bytes[2 * i + 1] = (byte) (bits >> 8);
        }
        return bytes;
    }

    /** What EXR does before it packs: low bytes first, then high ones, all as differences (ImfZip in OpenEXR). */
    private static byte[] predicted(byte[] raw) {
        byte[] split = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            split[i % 2 * (raw.length / 2) + i / 2] = raw[i];
        }
        for (int i = raw.length - 1; i > 0; i--) {
            split[i] = (byte) (split[i] - split[i - 1] + 128);
        }
        return split;
    }
}
