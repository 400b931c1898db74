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

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A run of up to {@value #CAPACITY} pixels in planes of their own, all starting at index 0 (on Java 17 a loop over
 * several arrays becomes vector code only if it uses the same offset in each), with scratch arrays that a kernel may
 * overwrite. Small enough that a tile and its scratch stay in a core's cache. One tile belongs to one worker at a time.
 */
public final class Tile {
    /** The most pixels a tile holds. */
    public static final int CAPACITY = 2048;

    /** First component, usually red. */
    public final float[] r = new float[CAPACITY];
    /** Second component, usually green. */
    public final float[] g = new float[CAPACITY];
    /** Third component, usually blue. */
    public final float[] b = new float[CAPACITY];
    /** How many pixels there are, 1 to {@link #CAPACITY}. */
    public int length;

    private float[][] scratch = new float[0][];
    private int[][] intScratch = new int[0][];
    private final Map<Class<?>, Object> otherScratch = new HashMap<>();

    /**
     * A float array of {@link #CAPACITY} whose content is undefined. A kernel that calls others must not use the same
     * numbers as they do for what has to survive the call.
     *
     * @param index which one, from 0
     */
    public float[] scratch(int index) {
        if (index >= scratch.length) {
            float[][] more = new float[index + 1][];
            System.arraycopy(scratch, 0, more, 0, scratch.length);
            for (int i = scratch.length; i <= index; i++) {
                more[i] = new float[CAPACITY];
            }
            scratch = more;
        }
        return scratch[index];
    }

    /** An int array of {@link #CAPACITY}, as {@link #scratch(int)}. */
    public int[] intScratch(int index) {
        if (index >= intScratch.length) {
            int[][] more = new int[index + 1][];
            System.arraycopy(intScratch, 0, more, 0, intScratch.length);
            for (int i = intScratch.length; i <= index; i++) {
                more[i] = new int[CAPACITY];
            }
            intScratch = more;
        }
        return intScratch[index];
    }

    /**
     * Scratch of some other kind, made when first asked for; as {@link #scratch(int)}.
     *
     * @param kind its class: one of each
     * @param maker makes it
     */
    public <T> T scratch(Class<T> kind, Supplier<T> maker) {
        return kind.cast(otherScratch.computeIfAbsent(kind, key -> maker.get()));
    }
}
