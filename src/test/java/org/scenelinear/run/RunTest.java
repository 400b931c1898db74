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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    /** Long enough for any machine: it is only reached by a deadlock. */
    private static final Duration FOREVER = Duration.ofSeconds(60);

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stopThePool() {
        pool.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 50})
    void everyPieceRunsOnce(int workers) {
        for (int count : new int[] {0, 1, 2, 3, 1000}) {
            AtomicIntegerArray times = new AtomicIntegerArray(count);
            on(workers).forEach("counting", count, Object::new, (state, index) -> times.incrementAndGet(index));
            for (int i = 0; i < count; i++) {
                assertEquals(1, times.get(i));
            }
        }
    }

    @Test
    void noMoreThanTheAllowedThreadsAreAtWorkAndEachHasAStateOfItsOwn() {
        Set<Thread> threads = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        AtomicInteger states = new AtomicInteger();
        CountDownLatch bothAtWork = new CountDownLatch(2);
        on(2).forEach("meeting", 200, () -> new Owner(states.incrementAndGet()), (owner, index) -> {
            threads.add(Thread.currentThread());
            owner.enter();
            bothAtWork.countDown();
            assertDoesNotThrow(() -> bothAtWork.await(60, TimeUnit.SECONDS));
        });
        assertEquals(2, threads.size());
        assertEquals(2, states.get());
    }

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        float[] alone = sines(Run.inThisThread());
        for (int workers : new int[] {1, 2, 3, 8}) {
            assertArrayEquals(alone, sines(on(workers)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aFailureStopsTheRestAndIsThrown(int workers) {
        IOException failure = new IOException("piece 10");
        AtomicInteger started = new AtomicInteger();
        Exception thrown = assertThrows(
                IOException.class,
                () -> on(workers).forEach("failing", 1_000_000, Object::new, (state, index) -> {
                    started.incrementAndGet();
                    if (index == 10) {
                        throw failure;
                    }
                    Thread.onSpinWait();
                }));
        assertSame(failure, thrown);
        assertTrue(started.get() < 1_000_000, "all pieces ran");
    }

    @Test
    void aFailureInAHelperIsThrownInTheCallingThread() {
        Thread caller = Thread.currentThread();
        CountDownLatch helped = new CountDownLatch(1);
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> on(2).forEach("failing", 2, Object::new, (state, index) -> {
                    if (Thread.currentThread() == caller) {
                        assertDoesNotThrow(() -> helped.await());
                    } else {
                        helped.countDown();
                        throw new IllegalStateException("in the helper");
                    }
                }));
        assertEquals("in the helper", thrown.getMessage());
    }

    @Test
    void nobodyIsAtWorkAnyMoreWhenTheFailureIsThrown() {
        AtomicInteger atWork = new AtomicInteger();
        for (int round = 0; round < 50; round++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> on(4).forEach("failing", 100, Object::new, (state, index) -> {
                        atWork.incrementAndGet();
                        Thread.yield();
                        atWork.decrementAndGet();
                        if (index == 5) {
                            throw new IllegalStateException("stop");
                        }
                    }));
            assertEquals(0, atWork.get());
        }
    }

    @Test
    void cancelingEndsTheWorkWithACancellationException() {
        AtomicBoolean cancel = new AtomicBoolean();
        AtomicInteger ran = new AtomicInteger();
        Run run = Run.on(pool, 3, Progress.NONE, cancel::get);
        assertThrows(
                CancellationException.class,
                () -> run.forEach("long work", 1_000_000, Object::new, (state, index) -> {
                    if (ran.incrementAndGet() == 20) {
                        cancel.set(true);
                    }
                }));
        assertTrue(ran.get() < 1_000_000, "all pieces ran");
        assertThrows(CancellationException.class, run::checkCanceled);
        assertThrows(CancellationException.class, () -> run.quiet().checkCanceled());
        assertDoesNotThrow(() -> Run.inThisThread().checkCanceled());
    }

    @Test
    void aBusyExecutorLeavesTheWorkToTheCallingThread() {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> assertDoesNotThrow(() -> release.await()));
        }
        Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());
        AtomicInteger ran = new AtomicInteger();
        assertTimeoutPreemptively(
                FOREVER,
                () -> on(4).forEach("alone", 100, Object::new, (state, index) -> {
                    threads.add(Thread.currentThread());
                    ran.incrementAndGet();
                }));
        release.countDown();
        assertEquals(1, threads.size());
        assertEquals(100, ran.get());
    }

    @Test
    void anExecutorThatIsShutDownLeavesTheWorkToTheCallingThread() {
        pool.shutdown();
        AtomicInteger ran = new AtomicInteger();
        assertTimeoutPreemptively(
                FOREVER, () -> on(4).forEach("alone", 100, Object::new, (state, index) -> ran.incrementAndGet()));
        assertEquals(100, ran.get());
    }

    @Test
    void workMayStartOtherWorkOnTheSameExecutor() {
        AtomicInteger ran = new AtomicInteger();
        Run run = on(4);
        assertTimeoutPreemptively(
                FOREVER,
                () -> run.forEach(
                        "outer",
                        20,
                        Object::new,
                        (outer, i) -> run.quiet()
                                .forEach(
                                        "middle",
                                        10,
                                        Object::new,
                                        (middle, j) -> run.forEach(
                                                "inner", 5, Object::new, (inner, k) -> ran.incrementAndGet()))));
        assertEquals(20 * 10 * 5, ran.get());
    }

    @Test
    void progressReachesTheEndAndQuietWorkSaysNothing() {
        List<Double> heard = new CopyOnWriteArrayList<>();
        Run run = Run.on(
                pool,
                3,
                (what, fraction) -> {
                    assertEquals("painting", what);
                    heard.add(fraction);
                },
                () -> false);
        run.forEach("painting", 10, Object::new, (state, index) -> {});
        assertEquals(10, heard.size());
        assertEquals(1.0, Collections.max(heard));
        assertTrue(Collections.min(heard) > 0);
        run.quiet().forEach("hidden", 10, Object::new, (state, index) -> {});
        assertEquals(10, heard.size());
        run.update("painting", 0.5);
        assertEquals(0.5, heard.get(10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStateIsClosedOnceWhetherTheWorkFailsOrNot(boolean fails) {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        Runnable work = () -> on(3).forEach(
                        "closing",
                        100,
                        () -> {
                            made.incrementAndGet();
                            open.incrementAndGet();
                            return (AutoCloseable) open::decrementAndGet;
                        },
                        (state, index) -> {
                            if (fails && index == 50) {
                                throw new IllegalStateException("stop");
                            }
                        });
        if (fails) {
            assertThrows(IllegalStateException.class, work::run);
        } else {
            work.run();
        }
        assertEquals(0, open.get());
        assertTrue(made.get() >= 1 && made.get() <= 3);
    }

    @Test
    void aStateThatCannotBeClosedIsAFailure() {
        IOException cause = new IOException("stuck");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> on(1).forEach(
                                "closing",
                                1,
                                () -> (AutoCloseable) () -> {
                                    throw cause;
                                },
                                (state, index) -> {}));
        assertSame(cause, thrown.getCause());
    }

    @Test
    void atLeastOneWorkerIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> on(0));
        assertEquals(1, Run.inThisThread().workers());
        assertEquals(5, on(5).workers());
    }

    @Test
    void scratchArraysOfATileAreKeptAndDistinct() {
        Tile tile = new Tile();
        float[] second = tile.scratch(1);
        int[] third = tile.intScratch(2);
        assertEquals(Tile.CAPACITY, second.length);
        assertEquals(Tile.CAPACITY, third.length);
        float[] ninth = tile.scratch(8);
        assertSame(second, tile.scratch(1));
        assertSame(ninth, tile.scratch(8));
        assertSame(third, tile.intScratch(2));
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(arrays, tile.r, tile.g, tile.b);
        for (int i = 0; i < 9; i++) {
            arrays.add(tile.scratch(i));
        }
        assertEquals(12, arrays.size());
    }

    private Run on(int workers) {
        return Run.on(pool, workers, Progress.NONE, () -> false);
    }

    private static float[] sines(Run run) {
        float[] result = new float[100 * 37];
        run.forEach("computing", 100, () -> new float[37], (scratch, index) -> {
            for (int i = 0; i < 37; i++) {
                scratch[i] = (float) Math.sin(index * 37 + i);
            }
            System.arraycopy(scratch, 0, result, index * 37, 37);
        });
        return result;
    }

    /** A state that only the first thread to use it may use. */
    private record Owner(int number, AtomicInteger owner) {
        Owner(int number) {
            this(number, new AtomicInteger());
        }

        void enter() {
            int me = System.identityHashCode(Thread.currentThread());
            assertTrue(owner.compareAndSet(0, me) || owner.get() == me, "the state of another worker");
        }
    }
}
