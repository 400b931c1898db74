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

import java.util.function.BooleanSupplier;

/**
 * Does the newest of many requests on a thread of its own. Requests that come while it works replace each other, so
 * that only the last of them is done; asking never waits.
 *
 * @param <T> the requests
 */
final class LatestOnly<T> implements AutoCloseable {
    private final Work<T> work;
    private final Thread thread;

    private T pending;
    private boolean closed;

    /** What is done with a request. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @param request what to do
         * @param outdated tells, at any time, whether a newer request has come or all has ended
         */
        void accept(T request, BooleanSupplier outdated);
    }

    /**
     * Starts waiting for requests.
     *
     * @param name of the thread
     * @param work what is done with a request; must not throw
     */
    LatestOnly(String name, Work<T> work) {
        this.work = work;
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for something, instead of all that was asked before and is not begun. */
    synchronized void submit(T request) {
        pending = request;
        notifyAll();
    }

    /** Ends after the work at hand, which is told that it is outdated. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized boolean isOutdated() {
        return closed || pending != null;
    }

    private void loop() {
        for (T request; (request = next()) != null; ) {
            work.accept(request, this::isOutdated);
        }
    }

    /** Waits for a request; null at the end. */
    private synchronized T next() {
        while (pending == null && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        T request = closed ? null : pending;
        pending = null;
        return request;
    }
}
