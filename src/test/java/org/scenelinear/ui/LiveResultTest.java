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

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveResultTest {
    private final ImagePlus source = new ImagePlus("source", new FloatProcessor(40, 30));
    private final Shown shown = new Shown();
    private final BlockingQueue<String> results = new LinkedBlockingQueue<>();

    private String last = "";

    /** Has no window that could be closed, but tells of its end as if it had. */
    private static final class Shown extends ImagePlus {
        private static final int CLOSED = 1;

        Shown() {
            super("shown", new FloatProcessor(4, 3));
        }

        void end() {
            notifyListeners(CLOSED);
        }
    }

    private void follow(long milliseconds) {
        LiveResult.<String, String>follow(
                source,
                shown,
                () -> source.getRoi() == null
                        ? "all"
                        : "from " + source.getRoi().getBounds().x,
                request -> Optional.of("some " + request),
                (request, run) -> {
                    Thread.sleep(request.startsWith("some") ? 0 : milliseconds);
                    return request;
                },
                results::add);
    }

    /** The next result that is not the one before: ImageJ tells of a new selection more than once. */
    private String next() throws InterruptedException {
        String before = last;
        while (last != null && last.equals(before)) {
            last = results.poll(20, TimeUnit.SECONDS);
        }
        return last;
    }

    @Test
    void aNewSelectionIsShownUntilTheEnd() throws InterruptedException {
        follow(0);
        source.setRoi(new Roi(3, 2, 5, 5));
        assertEquals("from 3", next());
        source.setRoi(new Roi(7, 2, 5, 5));
        assertEquals("from 7", next());
        new ImagePlus("another", new FloatProcessor(40, 30)).setRoi(new Roi(1, 1, 2, 2));
        source.deleteRoi();
        assertEquals("all", next());
        shown.end();
        source.setRoi(new Roi(9, 2, 5, 5));
        for (String more; (more = results.poll(300, TimeUnit.MILLISECONDS)) != null; ) {
            assertEquals("all", more, "nothing new after the end");
        }
    }

    @Test
    void whereTheWholeTakesLongSomethingQuickIsShownFirst() throws InterruptedException {
        follow(80);
        source.setRoi(new Roi(3, 2, 5, 5));
        assertEquals("from 3", next()); // nobody knew yet
        source.setRoi(new Roi(7, 2, 5, 5));
        assertEquals("some from 7", next());
        assertEquals("from 7", next());
        shown.end();
    }
}
