/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * Little-endian 16-bit words in bytes, copied as pairs: two neighbors in the lower and the upper half of an int. If
 * their number is odd, the upper half of the last pair is not used.
 */
final class WordPairs {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;

    /** The bytes as ints that start at an even word, and at an odd one. */
    private final IntBuffer even;

    private final IntBuffer odd;

    /** Words in bytes, which stay as they are. */
    WordPairs(byte[] bytes) {
        this.bytes = bytes;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        even = buffer.asIntBuffer();
        odd = buffer.position(Math.min(Short.BYTES, bytes.length)).asIntBuffer();
    }

    /** Copies words, the first of which has a number, to pairs. */
    void get(int first, int count, int[] pairs) {
        intsFrom(first).get(first / 2, pairs, 0, count / 2);
        if (count % 2 != 0) {
            pairs[count / 2] = (short) SHORTS.get(bytes, 2 * (first + count - 1)) & 0xFFFF;
        }
    }

    /** Copies pairs to words. */
    void put(int first, int count, int[] pairs) {
        intsFrom(first).put(first / 2, pairs, 0, count / 2);
        if (count % 2 != 0) {
            SHORTS.set(bytes, 2 * (first + count - 1), (short) pairs[count / 2]);
        }
    }

    private IntBuffer intsFrom(int word) {
        return word % 2 == 0 ? even : odd;
    }
}
