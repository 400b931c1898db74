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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    @Test
    void requestsThatAreOvertakenAreDropped() throws InterruptedException {
        List<Integer> done = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(1);
        AtomicBoolean firstWasOutdated = new AtomicBoolean();
        try (LatestOnly<Integer> queue = new LatestOnly<>("test", (request, outdated) -> {
            done.add(request);
            if (request == 1) {
                begun.countDown();
                await(goOn);
                firstWasOutdated.set(outdated.getAsBoolean());
            } else {
                assertFalse(outdated.getAsBoolean());
                last.countDown();
            }
        })) {
            queue.submit(1);
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            for (int i = 2; i <= 100; i++) {
                queue.submit(i); // does not wait, though the first is still at work
            }
            goOn.countDown();
            assertTrue(last.await(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of(1, 100), done);
        assertTrue(firstWasOutdated.get());
    }

    @Test
    void workLearnsThatAllHasEnded() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        LatestOnly<String> queue = new LatestOnly<>("test", (request, outdated) -> {
            begun.countDown();
            while (!outdated.getAsBoolean()) {
                Thread.onSpinWait();
            }
            ended.countDown();
        });
        queue.submit("long work");
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        queue.close();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
