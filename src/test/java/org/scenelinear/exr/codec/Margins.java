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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Lets something write into the middle of an array and checks that what lies around stays untouched. */
final class Margins {
    /** Bytes before and behind the room there is. */
    static final int WIDTH = 40;

    private static final byte UNTOUCHED = 0x5A;

    private Margins() {}

    /** What writes. */
    @FunctionalInterface
    interface Writer<E extends Exception> {
        /** Writes from an index on, up to another at most; answers how many bytes, or a number below 0 if it fails. */
        int write(byte[] out, int from, int to) throws E;
    }

    /** What is written where there is room for some bytes; null if it fails. */
    static <E extends Exception> byte[] write(int room, Writer<E> writer) throws E {
        byte[] out = new byte[room + 2 * WIDTH];
        Arrays.fill(out, UNTOUCHED);
        int length;
        try {
            length = writer.write(out, WIDTH, WIDTH + room);
        } finally {
            for (int i = 0; i < WIDTH; i++) {
                assertEquals(UNTOUCHED, out[i]);
                assertEquals(UNTOUCHED, out[WIDTH + room + i]);
            }
        }
        assertTrue(length <= room);
        return length < 0 ? null : Arrays.copyOfRange(out, WIDTH, WIDTH + length);
    }
}
