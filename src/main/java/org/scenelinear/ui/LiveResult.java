/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Roi;
import ij.gui.RoiListener;
import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/**
 * Keeps what is shown of an image up to date: when its pixels, its selection or its slice and time change, it is made
 * anew on a thread of its own, for the newest change only, and shown on the event thread. It ends when one of the two
 * windows is closed.
 *
 * @param <R> what is asked for, such as a frame and a selection
 * @param <T> what is made of it
 */
public final class LiveResult<R, T> {
    private final ImagePlus source;
    private final ImagePlus shown;
    private final Supplier<R> request;
    private final Work<R, T> work;
    private final Consumer<T> show;
    private final LatestOnly<R> queue;
    private final Follower follower = new Follower();
    private final AtomicBoolean asked = new AtomicBoolean();

    private volatile boolean closed;

    /** Makes what is shown. */
    @FunctionalInterface
    public interface Work<R, T> {
        /**
         * Makes it.
         *
         * @throws Exception if it cannot be made; the message goes to the status line and what is shown stays
         */
        T make(R request, Run run) throws Exception;
    }

    private LiveResult(ImagePlus source, ImagePlus shown, Supplier<R> request, Work<R, T> work, Consumer<T> show) {
        this.source = source;
        this.shown = shown;
        this.request = request;
        this.work = work;
        this.show = show;
        this.queue = new LatestOnly<>("live " + shown.getTitle(), (wanted, outdated) -> make(wanted));
    }

    /**
     * Begins to follow an image.
     *
     * @param source the image
     * @param shown what shows the result; it is there already
     * @param request says what to make, on the event thread
     * @param work makes it, on another
     * @param show shows it, on the event thread
     */
    public static <R, T> void follow(
            ImagePlus source, ImagePlus shown, Supplier<R> request, Work<R, T> work, Consumer<T> show) {
        LiveResult<R, T> live = new LiveResult<>(source, shown, request, work, show);
        ImagePlus.addImageListener(live.follower);
        Roi.addRoiListener(live.follower);
    }

    private void ask() {
        if (!asked.getAndSet(true)) {
            EventQueue.invokeLater(() -> {
                asked.set(false);
                if (!closed) {
                    queue.submit(request.get());
                }
            });
        }
    }

    private void make(R wanted) {
        BooleanSupplier canceled = () -> closed;
        try {
            Run run = Run.on(ForkJoinPool.commonPool(), Math.max(1, Prefs.getThreads()), Progress.NONE, canceled);
            T made = work.make(wanted, run);
            EventQueue.invokeLater(() -> {
                if (!closed) {
                    show.accept(made);
                }
            });
        } catch (CancellationException e) {
            // One of the windows is gone.
        } catch (Exception | OutOfMemoryError e) {
            IJ.showStatus(shown.getTitle() + ": " + e.getMessage());
        }
    }

    private void close() {
        closed = true;
        ImagePlus.removeImageListener(follower);
        Roi.removeRoiListener(follower);
        queue.close();
    }

    /** Hears of the source's changes and of the end of either. */
    private final class Follower implements ImageListener, RoiListener {
        @Override
        public void imageOpened(ImagePlus image) {
            // Another image's matter.
        }

        @Override
        public void imageUpdated(ImagePlus image) {
            if (image == source) {
                ask();
            }
        }

        @Override
        public void imageClosed(ImagePlus image) {
            if (image == source || image == shown) {
                close();
            }
        }

        @Override
        public void roiModified(ImagePlus image, int what) {
            if (image == source) {
                ask();
            }
        }
    }
}
