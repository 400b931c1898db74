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
import java.nio.ByteOrder;

/**
 * Bits that are read from the last one of a stream to the first, as Zstandard keeps them (RFC 8878, section 4.1). The
 * highest bit that is set in the last byte marks the end and is none of them.
 *
 * <p>The next bits are the highest of one long, its lowest bit that is set is a mark of ours: as many zeros below it as
 * bits are consumed. So the long and the place it was loaded from are all there is to know; loops that must be fast
 * keep both in variables of their own. At most 63 bits can be consumed between two loadings, and 56 are surely there
 * after one.
 *
 * <p>Nothing stops at the first byte of a stream: what lies before it in memory is read as if it belonged to it, as
 * long as there is something, and in the end {@link #isAtStart} tells whether all was right. In a frame at least
 * {@link #MARGIN} bytes lie before any stream.
 */
final class BackwardBits {
    /** The magic number, two bytes of the frame's header, and the block's header. */
    static final int MARGIN = 9;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    byte[] packed;

    /** Where {@link #bits} was loaded from. */
    int position;

    /** The next bits, from the highest one on. */
    long bits;

    private int first;

    /**
     * Starts to read.
     *
     * @param packed holds the stream and at least {@link #MARGIN} bytes before it
     * @param from where it begins
     * @param to where it ends
     * @throws CorruptChunkException if it has no mark at its end
     */
    void start(byte[] packed, int from, int to) throws CorruptChunkException {
        if (to <= from || packed[to - 1] == 0) {
            throw new CorruptChunkException("a bit stream of the Zstandard frame has no end mark");
        }
        this.packed = packed;
        this.first = from;
        this.position = to - Long.BYTES;
        int unused = Integer.numberOfLeadingZeros(packed[to - 1] & 0xFF) - 24;
        this.bits = load(packed, position) << unused + 1;
    }

    /** The eight bytes at a place, as bits of which none is consumed. */
    static long load(byte[] packed, int position) {
        return (long) LONGS.get(packed, position) | 1;
    }

    /** Consumes up to 9 bits. */
    int read(int count) throws CorruptChunkException {
        refill();
        int value = (int) (bits >>> 1 >>> ~count);
        bits <<= count;
        return value;
    }

    /** Loads anew, so that 56 bits are there. */
    void refill() throws CorruptChunkException {
        int consumed = Long.numberOfTrailingZeros(bits);
        position -= consumed >>> 3;
        if (position < first - Long.BYTES) {
            throw cutOff();
        }
        bits = load(packed, position) << (consumed & 7);
    }

    /** How many bits are left; negative if more than all were consumed. */
    int left() {
        return 8 * (position - first) + 64 - Long.numberOfTrailingZeros(bits);
    }

    /** Whether all bits are consumed and no more. */
    boolean isAtStart() {
        return left() == 0;
    }

    static CorruptChunkException cutOff() {
        return new CorruptChunkException("a bit stream of the Zstandard frame is too short");
    }
}
