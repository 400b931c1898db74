/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.math;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * What the functions of spans work in: arrays and a way to see floats as their bits. One belongs to one thread at a
 * time; what it holds between calls has no meaning.
 */
public final class SpanScratch {
    final float[] floats;
    final float[] moreFloats;
    final int[] bits;
    final int[] moreBits;

    private final FloatBuffer asFloats;
    private final IntBuffer asInts;

    /**
     * Scratch for spans of up to a given length.
     *
     * @param capacity the most values in one call
     */
    public SpanScratch(int capacity) {
        floats = new float[capacity];
        moreFloats = new float[capacity];
        bits = new int[capacity];
        moreBits = new int[capacity];
        ByteBuffer shared = ByteBuffer.allocate(capacity * Float.BYTES).order(ByteOrder.nativeOrder());
        asFloats = shared.asFloatBuffer();
        asInts = shared.asIntBuffer();
    }

    /** The bits of floats. Two copies of memory take half the time of a loop over {@code floatToRawIntBits}. */
    void toBits(float[] from, int[] to, int length) {
        asFloats.put(0, from, 0, length);
        asInts.get(0, to, 0, length);
    }

    /** The floats of bits. */
    void toFloats(int[] from, float[] to, int length) {
        asInts.put(0, from, 0, length);
        asFloats.get(0, to, 0, length);
    }
}
