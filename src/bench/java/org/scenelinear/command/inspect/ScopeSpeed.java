/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import org.scenelinear.ui.scope.ScopeStyle;

/**
 * Prints how much time of one core it takes to redraw the scopes of a frame of 1920 x 1080 pixels: to count all pixels,
 * those of every fourth line (what is shown first while it is dragged), and to draw. Counting is shared by all cores.
 */
public final class ScopeSpeed {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int ROUNDS = 21;

    private ScopeSpeed() {}

    /** Measures each and prints the medians. */
    public static void main(String[] arguments) throws Exception {
        for (String options : List.of("", "channels=parade", "channels=overlay", "channels=parade scale=PQ")) {
            measure(new WaveformCommand(), options);
        }
        measure(new WaveformCommand(), "channels=parade scale=display");
        measure(new ChromaticityDiagramCommand(), "");
        measure(new ChromaticityDiagramCommand(), "diagram=uv");
        measure(new VectorscopeCommand(), "");
        measure(new VectorscopeCommand(), "axes=ICtCp");
    }

    private static FloatImage frame() {
        Random random = new Random(1);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (0.18 * Math.exp(1.2 * random.nextGaussian()));
            }
        }
        Window window = Window.ofSize(WIDTH, HEIGHT);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.FLOAT, rgb[0]),
                new ImageChannel("G", SampleType.FLOAT, rgb[1]),
                new ImageChannel("B", SampleType.FLOAT, rgb[2]));
        ColorState color = ColorState.of(ColorSpaces.ACES2065_1, "made");
        return new FloatImage("made", window, window, 1, channels, color, List.of());
    }

    private static <C> void measure(ScopeCommand<C> command, String options) throws Exception {
        ScopeCommand.Scope<C> scope = command.scope(command.signature().parse(options));
        FloatImage frame = frame();
        Area all = Area.whole(WIDTH, HEIGHT);
        Area fourth = all.everyLine(4);
        Run run = Run.inThisThread();
        ScopeStyle style = new ScopeStyle(true, 1);
        C counts = scope.count(frame, all, run);
        System.out.printf(
                "%s %s: counting %.0f ms, every fourth line %.0f ms, drawing %.0f ms%n",
                command.name(),
                options,
                median(() -> scope.count(frame, all, run)),
                median(() -> scope.count(frame, fourth, run)),
                median(() -> scope.picture(counts, style)));
    }

    private static double median(Callable<?> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            work.call();
            times[Math.max(round, 0)] = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
