/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where and how a piece of work runs: on how many threads of whose executor, who hears of its progress, and who can
 * cancel it.
 *
 * <pre>{@code
 * Run run = Run.on(executor, 4, Progress.NONE, () -> false);
 * run.forEach("converting", tiles, Tile::new, (tile, index) -> ...);
 * }</pre>
 *
 * <p>Results never depend on the number of workers. Safe for use by several threads at once.
 */
public final class Run {
    private final Executor executor;
    private final int workers;
    private final Progress progress;
    private final BooleanSupplier canceled;

    private Run(Executor executor, int workers, Progress progress, BooleanSupplier canceled) {
        this.executor = executor;
        this.workers = workers;
        this.progress = progress;
        this.canceled = canceled;
    }

    /** Work in the calling thread alone, silent, not to be canceled. */
    public static Run inThisThread() {
        return new Run(Runnable::run, 1, Progress.NONE, () -> false);
    }

    /**
     * Work on several threads: the calling one and up to {@code workers - 1} of the executor's. If the executor is busy
     * the calling thread does the work alone, so work may start other work on the same executor.
     *
     * @param executor runs the helpers
     * @param workers the most threads at work at once, at least 1
     * @param progress hears how far it has come
     * @param canceled asked between pieces of work; once true the work ends with a {@link CancellationException}
     */
    public static Run on(Executor executor, int workers, Progress progress, BooleanSupplier canceled) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed, not " + workers);
        }
        return new Run(executor, workers, progress, canceled);
    }

    /** One numbered piece of work, with a state that belongs to the worker alone. */
    @FunctionalInterface
    public interface Piece<S, X extends Exception> {
        /** Does piece {@code index}. */
        void run(S state, int index) throws X;
    }

    /** The most threads at work at once. */
    public int workers() {
        return workers;
    }

    /** Ends the work with a {@link CancellationException} if somebody canceled it. */
    public void checkCanceled() {
        if (canceled.getAsBoolean()) {
            throw new CancellationException("canceled");
        }
    }

    /** Tells the listener how far the work is. */
    public void update(String what, double fraction) {
        progress.update(what, fraction);
    }

    /** Tells the listener what people should know of the result. */
    public void warn(String sentence) {
        progress.warn(sentence);
    }

    /** The same run with a listener that hears nothing: for work inside other work. */
    public Run quiet() {
        return new Run(executor, workers, Progress.NONE, canceled);
    }

    /**
     * Does the pieces 0 to {@code count - 1}, in any order, each once. The first failure stops the rest and is thrown
     * here, after every worker has come to rest.
     *
     * @param what the work in a few words, for the listener
     * @param count how many pieces
     * @param state makes what one worker needs; closed at the end if it is {@link AutoCloseable}
     * @param piece does one piece
     * @throws X what a piece threw
     * @throws CancellationException if canceled
     */
    public <S, X extends Exception> void forEach(String what, int count, Supplier<S> state, Piece<S, X> piece)
            throws X {
        Batch<S, X> batch = new Batch<>(what, count, state, piece);
        List<AtomicBoolean> helpers = new ArrayList<>();
        CountDownLatch finished = new CountDownLatch(Math.max(Math.min(workers, count) - 1, 0));
        for (long i = finished.getCount(); i > 0; i--) {
            AtomicBoolean mine = new AtomicBoolean();
            helpers.add(mine);
            try {
                executor.execute(() -> {
                    if (mine.compareAndSet(false, true)) {
                        try {
                            batch.work();
                        } finally {
                            finished.countDown();
                        }
                    }
                });
            } catch (RejectedExecutionException e) {
                // An executor that is full or shut down only means fewer helpers: this one never starts.
                continue;
            }
        }
        batch.work();
        for (AtomicBoolean helper : helpers) {
            if (helper.compareAndSet(false, true)) {
                finished.countDown(); // never started: there is nothing left for it to do
            }
        }
        awaitUninterruptibly(finished);
        batch.throwFailure();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The pieces of one call and what became of them. */
    private final class Batch<S, X extends Exception> {
        private final String what;
        private final int count;
        private final Supplier<S> newState;
        private final Piece<S, X> piece;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Batch(String what, int count, Supplier<S> newState, Piece<S, X> piece) {
            this.what = what;
            this.count = count;
            this.newState = newState;
            this.piece = piece;
        }

        void work() {
            S state = null;
            try {
                for (int index; failure.get() == null && (index = next.getAndIncrement()) < count; ) {
                    checkCanceled();
                    if (state == null) {
                        state = newState.get();
                    }
                    piece.run(state, index);
                    progress.update(what, (double) done.incrementAndGet() / count);
                }
            } catch (Throwable e) { // handed on to the thread that asked for the work
                failure.compareAndSet(null, e);
            } finally {
                if (state instanceof AutoCloseable closeable) {
                    try {
                        closeable.close();
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } catch (Exception e) {
                        failure.compareAndSet(null, new IllegalStateException("cannot close " + closeable, e));
                    }
                }
            }
        }

        @SuppressWarnings("unchecked") // a piece throws X or something unchecked, nothing else
        void throwFailure() throws X {
            Throwable thrown = failure.get();
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (X) thrown;
            }
        }
    }
}
