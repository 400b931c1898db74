/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;

/** Prints how much time of one core the counts of scopes of a frame of 1920 x 1080 pixels take. */
public final class ScopeSpeed {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int ROUNDS = 21;

    private ScopeSpeed() {}

    /** Measures each and prints the median. */
    public static void main(String[] arguments) {
        Random random = new Random(1);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.2 * random.nextGaussian()));
            }
        }
        Run run = Run.inThisThread();
        Area area = Area.whole(WIDTH, HEIGHT);
        Optional<Kernel> none = Optional.empty();
        String display = OutputTransforms.displays().get(0);
        Kernel view = OutputTransforms.find(
                        display, OutputTransforms.views(display).get(0))
                .orElseThrow()
                .compile();
        double[] weights = LumaWeights.BT709.weights();
        Waveform.Source luma = new Waveform.Source(rgb, WIDTH, area, none, Optional.of(weights));
        Waveform.Source parade = new Waveform.Source(rgb, WIDTH, area, none, Optional.empty());
        Waveform.Source codes = new Waveform.Source(rgb, WIDTH, area, Optional.of(view), Optional.empty());
        measure("waveform of luminance in stops", () -> Waveform.of(luma, ValueAxis.stops(10), 1024, run));
        measure("parade in stops", () -> Waveform.of(parade, ValueAxis.stops(10), 340, run));
        measure("parade of code values through a view", () -> Waveform.of(codes, ValueAxis.codes(), 340, run));
        for (ColorPlane.Diagram diagram : ColorPlane.Diagram.values()) {
            ColorPlane plane = ColorPlane.of(diagram, ColorSpaces.ACES2065_1);
            measure(diagram.standard() + " diagram", () -> PlaneCounts.of(rgb, WIDTH, area, plane, run));
        }
        ColorPlane differences = ColorPlane.differences(Optional.of(view), LumaWeights.BT709);
        measure("Cb and Cr through a view", () -> PlaneCounts.of(rgb, WIDTH, area, differences, run));
        ColorPlane ictcp = ColorPlane.ictcp(ColorSpaces.ACES2065_1, LightCalibration.ASSUMED);
        measure("Ct and Cp", () -> PlaneCounts.of(rgb, WIDTH, area, ictcp, run));
    }

    private static void measure(String what, Supplier<?> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            work.get();
            times[Math.max(round, 0)] = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%s: %.1f ms%n", what, times[ROUNDS / 2]);
    }
}
