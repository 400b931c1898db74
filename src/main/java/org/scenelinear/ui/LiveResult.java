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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.Timer;
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
    /** Milliseconds that feel immediate. */
    private static final double LONGEST_WAIT = 40;
    /** Milliseconds until a selection is gone: ImageJ tells of its deletion just before, on any thread. */
    private static final int AFTER_DELETION = 30;

    private final ImagePlus source;
    private final ImagePlus shown;
    private final Supplier<R> request;
    private final Function<R, Optional<R>> quicker;
    private final Work<R, T> work;
    private final Consumer<T> show;
    private final LatestOnly<R> queue;
    private final Follower follower = new Follower();
    private final AtomicBoolean asked = new AtomicBoolean();

    private volatile boolean closed;
    /** How long the whole took last. For the queue's thread alone. */
    private double milliseconds;

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

    private LiveResult(
            ImagePlus source,
            ImagePlus shown,
            Supplier<R> request,
            Function<R, Optional<R>> quicker,
            Work<R, T> work,
            Consumer<T> show) {
        this.source = source;
        this.shown = shown;
        this.request = request;
        this.quicker = quicker;
        this.work = work;
        this.show = show;
        this.queue = new LatestOnly<>("live " + shown.getTitle(), this::make);
    }

    /**
     * Begins to follow an image.
     *
     * @param source the image
     * @param shown what shows the result; it is there already
     * @param request says what to make, on the event thread
     * @param quicker a request for something like another that takes less time, to be shown for a moment where the
     *     whole takes long; empty if there is none
     * @param work makes it, on another thread
     * @param show shows it, on the event thread
     */
    public static <R, T> void follow(
            ImagePlus source,
            ImagePlus shown,
            Supplier<R> request,
            Function<R, Optional<R>> quicker,
            Work<R, T> work,
            Consumer<T> show) {
        LiveResult<R, T> live = new LiveResult<>(source, shown, request, quicker, work, show);
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

    /** On the queue's thread: if the whole takes long, something quick first, and the whole if nothing newer comes. */
    private void make(R wanted, BooleanSupplier outdated) {
        try {
            Optional<R> quick = milliseconds > LONGEST_WAIT ? quicker.apply(wanted) : Optional.empty();
            if (quick.isPresent()) {
                showLater(work.make(quick.get(), run(() -> closed)));
            }
            long begin = System.nanoTime();
            T whole = work.make(wanted, run(quick.isPresent() ? outdated : () -> closed));
            milliseconds = (System.nanoTime() - begin) / 1e6;
            showLater(whole);
        } catch (CancellationException e) {
            // Something newer is asked for, or one of the windows is gone.
        } catch (Exception | OutOfMemoryError e) {
            IJ.showStatus(shown.getTitle() + ": " + e.getMessage());
        }
    }

    private void showLater(T made) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                show.accept(made);
            }
        });
    }

    private static Run run(BooleanSupplier canceled) {
        return Run.on(ForkJoinPool.commonPool(), Math.max(1, Prefs.getThreads()), Progress.NONE, canceled);
    }

    private void close() {
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
                closed = true;
                EventQueue.invokeLater(LiveResult.this::close); // ImageJ would skip the next listener of its list
            }
        }

        @Override
        public void roiModified(ImagePlus image, int what) {
            if (image == source && what == RoiListener.DELETED) {
                Timer later = new Timer(AFTER_DELETION, event -> ask());
                later.setRepeats(false);
                later.start();
            } else if (image == source) {
                ask();
            }
        }
    }
}
