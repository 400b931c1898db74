/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import ij.IJ;
import ij.Prefs;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/**
 * Runs work as ImageJ's users expect: on as many threads as Edit &gt; Options &gt; Memory &amp; Threads says, with the
 * progress bar and status line, canceled by Esc.
 *
 * <pre>{@code
 * FloatImage result = ImageJRun.call(() -> false, run -> step.apply(image, run));
 * }</pre>
 */
public final class ImageJRun {
    private static final long MILLISECONDS_BETWEEN_UPDATES = 100;

    private ImageJRun() {}

    /** Work that returns a result. */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {
        /** Does the work. */
        R in(Run run) throws X;
    }

    /**
     * Does work in the calling thread and helpers.
     *
     * @param canceled a further way of being canceled beside the Esc key
     * @param work the work
     * @return its result
     * @throws X what the work throws
     * @throws java.util.concurrent.CancellationException if Esc was pressed or {@code canceled} became true
     */
    public static <R, X extends Exception> R call(BooleanSupplier canceled, Work<R, X> work) throws X {
        IJ.resetEscape();
        Run run = Run.on(
                ForkJoinPool.commonPool(),
                Math.max(1, Prefs.getThreads()),
                new StatusBar(),
                () -> IJ.escapePressed() || canceled.getAsBoolean());
        try {
            return work.in(run);
        } finally {
            IJ.showProgress(1);
        }
    }

    /** The status line and progress bar, and the log for what people should know of a result. */
    private static final class StatusBar implements Progress {
        private final AtomicLong last = new AtomicLong(System.currentTimeMillis());

        /** Passes on only so many updates as a person can see; the bar costs more than many a piece of work. */
        @Override
        public void update(String what, double fraction) {
            long before = last.get();
            long now = System.currentTimeMillis();
            if (now - before >= MILLISECONDS_BETWEEN_UPDATES && last.compareAndSet(before, now)) {
                IJ.showStatus(what);
                IJ.showProgress(fraction);
            }
        }

        @Override
        public void warn(String sentence) {
            IJ.log(sentence);
        }
    }
}
