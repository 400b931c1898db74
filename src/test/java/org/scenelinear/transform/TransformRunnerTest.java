/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

class TransformRunnerTest {
    @Test
    void everyPixelIsVisitedOnce() {
        int length = 100_001;
        AtomicInteger pixels = new AtomicInteger();
        float[][] planes = new float[3][length];
        Kernel kernel = tile -> {
            assertTrue(tile.length >= 1 && tile.length <= Tile.CAPACITY);
            pixels.addAndGet(tile.length);
            for (int i = 0; i < tile.length; i++) {
                tile.r[i] += 1;
                tile.g[i] += 2;
                tile.b[i] += 3;
            }
        };
        TransformRunner.apply(kernel, planes, planes, length, Run.inThisThread());
        assertEquals(length, pixels.get());
        for (int i = 0; i < length; i++) {
            assertEquals(1, planes[0][i]);
            assertEquals(2, planes[1][i]);
            assertEquals(3, planes[2][i]);
        }
    }

    @Test
    void noPixelsAreNoWork() {
        float[][] planes = new float[3][0];
        AtomicInteger calls = new AtomicInteger();
        TransformRunner.apply(tile -> calls.incrementAndGet(), planes, planes, 0, Run.inThisThread());
        assertEquals(0, calls.get());
    }

    @Test
    void planesThatAreTooShortOrMissingAreRefused() {
        Kernel kernel = tile -> {};
        Run run = Run.inThisThread();
        float[][] good = new float[3][10];
        float[][] shorter = {new float[10], new float[9], new float[10]};
        assertThrows(IllegalArgumentException.class, () -> TransformRunner.apply(kernel, shorter, good, 10, run));
        assertThrows(IllegalArgumentException.class, () -> TransformRunner.apply(kernel, good, shorter, 10, run));
        assertThrows(
                IllegalArgumentException.class, () -> TransformRunner.apply(kernel, new float[2][10], good, 10, run));
    }

    @Test
    void itCanBeCanceled() {
        Run run = Run.on(Runnable::run, 1, Progress.NONE, () -> true);
        float[][] planes = new float[3][10];
        assertThrows(CancellationException.class, () -> TransformRunner.apply(tile -> {}, planes, planes, 10, run));
    }
}
