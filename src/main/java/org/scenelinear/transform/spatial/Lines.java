/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform.spatial;

import java.util.function.Supplier;
import org.scenelinear.run.Run;

/** The lines of a plane, one after the other within a band; bands run side by side. */
public final class Lines {
    /** Lines of a band. It never depends on the number of workers, so neither do results. */
    private static final int BAND = 32;

    private Lines() {}

    /** Fills in one line of a plane that is computed rather than stored. */
    @FunctionalInterface
    public interface Source {
        /**
         * Writes line {@code y} to the first samples of {@code line}. Called by several threads at once, also more than
         * once for a line.
         */
        void read(int y, float[] line);
    }

    /** Takes one finished line. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes line {@code y}, once. Called by several threads at once with different lines.
         *
         * @param line the samples; it may be changed, and is of use during the call only
         */
        void take(int y, float[] line);
    }

    /** Does something with one line. */
    @FunctionalInterface
    public interface Work<S> {
        /** Line {@code y}, with the state of the worker. */
        void run(S state, int y);
    }

    /**
     * Does the work for the lines 0 to {@code height - 1}, each once.
     *
     * @param what the work in a few words, for the listener
     * @param height how many lines
     * @param run on how many threads, who hears of it, who can cancel
     * @param state makes what one worker needs
     * @param work what is done
     */
    public static <S> void forEach(String what, int height, Run run, Supplier<S> state, Work<S> work) {
        forEachBand(what, height, BAND, run, state, (mine, begin, end) -> {
            for (int y = begin; y < end; y++) {
                work.run(mine, y);
            }
        });
    }

    /** Does something with the lines {@code begin} to {@code end - 1}. */
    @FunctionalInterface
    interface BandWork<S> {
        void run(S state, int begin, int end);
    }

    /** Does the work for bands of so many lines, the last of which may have fewer. */
    static <S> void forEachBand(String what, int height, int lines, Run run, Supplier<S> state, BandWork<S> work) {
        int bands = height / lines + (height % lines == 0 ? 0 : 1);
        run.forEach(what, bands, state, (mine, band) -> {
            int begin = band * lines;
            work.run(mine, begin, Math.min(height - begin, lines) + begin);
        });
    }

    /** A stored plane as a source. */
    public static Source of(float[] plane, int width) {
        return (y, line) -> System.arraycopy(plane, y * width, line, 0, width);
    }

    /** A sink that stores the lines. */
    public static Sink into(float[] plane, int width) {
        return (y, line) -> System.arraycopy(line, 0, plane, y * width, width);
    }
}
