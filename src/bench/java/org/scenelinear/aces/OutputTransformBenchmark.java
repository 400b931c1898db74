/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformRunner;

/** Renders 1920x1080 pixels for an sRGB display, SDR 100 nit, in one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OutputTransformBenchmark {
    private static final int PIXELS = 1920 * 1080;

    private final float[][] source = new float[3][PIXELS];
    private final float[][] target = new float[3][PIXELS];
    private Kernel kernel;

    /** Makes colors over twelve stops, some of them outside every display. */
    @Setup(Level.Trial)
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < PIXELS; i++) {
            float exposure = (float) Math.exp(8 * random.nextDouble() - 5);
            for (float[] plane : source) {
                plane[i] = exposure * (1.1f * random.nextFloat() - 0.1f);
            }
        }
        kernel = OutputTransforms.find("sRGB - Display", "ACES 2.0 - SDR 100 nits (Rec.709)")
                .orElseThrow()
                .compile();
    }

    /** One frame. */
    @Benchmark
    public float[][] render() {
        TransformRunner.apply(kernel, source, target, PIXELS, Run.inThisThread());
        return target;
    }
}
