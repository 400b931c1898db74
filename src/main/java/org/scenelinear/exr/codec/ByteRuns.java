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
import java.util.Arrays;

/**
 * Run-length coding of bytes, as in RLE chunks and in the alpha of DWA chunks: a count below zero is followed by that
 * many bytes as they are, another count by one byte that stands once more often than the count says.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_rle.c}.
 */
final class ByteRuns {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    /** Two equal bytes are not worth a run of their own: count and value take as many. */
    private static final int SHORTEST_RUN = 3;

    private static final int LARGEST_COUNT = 127;

    /** Bytes that a run and its count take or give at most, with what copies of eight or sixteen do beyond. */
    private static final int REACH = 1 + 128 + 16;

    private ByteRuns() {}

    /**
     * Unpacks runs.
     *
     * @throws CorruptChunkException if they do not make exactly {@code toLength} bytes
     */
    static void decode(byte[] from, int fromLength, byte[] to, int toLength) throws CorruptChunkException {
        int at = 0;
        int done = 0;
        // Far from both ends every run fits.
        while (at <= fromLength - REACH && done <= toLength - REACH) {
            int count = from[at++];
            if (count < 0) {
                copy(from, at, to, done, -count);
                at -= count;
                done -= count;
            } else {
                fill(to, done, count + 1, from[at++]);
                done += count + 1;
            }
        }
        while (at < fromLength) {
            int count = from[at++];
            int taken = count < 0 ? -count : 1;
            int given = count < 0 ? -count : count + 1;
            if (taken > fromLength - at || given > toLength - done) {
                throw new CorruptChunkException("a run of " + given + " bytes after " + done
                        + " leaves the packed data or the " + toLength + " bytes that are expected");
            }
            if (count < 0) {
                System.arraycopy(from, at, to, done, given);
            } else {
                Arrays.fill(to, done, done + given, from[at]);
            }
            at += taken;
            done += given;
        }
        if (done != toLength) {
            throw new CorruptChunkException("the runs hold " + done + " bytes where " + toLength + " are expected");
        }
    }

    /** Copies bytes, and may copy up to 15 more. */
    private static void copy(byte[] from, int at, byte[] to, int done, int count) {
        for (int i = 0; i < count; i += 16) {
            LONGS.set(to, done + i, (long) LONGS.get(from, at + i));
            LONGS.set(to, done + i + 8, (long) LONGS.get(from, at + i + 8));
        }
    }

    /** Writes a byte so many times, and may write it up to 15 times more. */
    private static void fill(byte[] to, int done, int count, byte value) {
        long eight = (value & 0xFF) * ONES;
        for (int i = 0; i < count; i += 16) {
            LONGS.set(to, done + i, eight);
            LONGS.set(to, done + i + 8, eight);
        }
    }

    /**
     * Packs bytes.
     *
     * @param to takes the runs
     * @param limit how many bytes they may take
     * @return bytes written, or {@link Codec#NOT_SMALLER} if they would be more than {@code limit}
     */
    static int encode(byte[] from, int fromLength, byte[] to, int limit) {
        int at = 0;
        int done = 0;
        while (at < fromLength) {
            int start = at;
            at = nextRun(from, start, fromLength);
            while (start < at) {
                int count = Math.min(LARGEST_COUNT, at - start);
                if (done + 1 + count > limit) {
                    return Codec.NOT_SMALLER;
                }
                to[done++] = (byte) -count;
                if (start <= fromLength - REACH && done <= limit - REACH) {
                    copy(from, start, to, done, count);
                } else {
                    System.arraycopy(from, start, to, done, count);
                }
                done += count;
                start += count;
            }
            if (at < fromLength) {
                int run = runAt(from, at, Math.min(fromLength, at + LARGEST_COUNT + 1));
                if (done + 2 > limit) {
                    return Codec.NOT_SMALLER;
                }
                to[done++] = (byte) (run - 1);
                to[done++] = from[at];
                at += run;
            }
        }
        return done;
    }

    /** The first place, from one on, at which three equal bytes start; the end if there is none. */
    private static int nextRun(byte[] from, int start, int end) {
        int at = start;
        for (; at <= end - 8 - (SHORTEST_RUN - 1); at += 8) {
            long first = (long) LONGS.get(from, at);
            long differences = first ^ (long) LONGS.get(from, at + 1) | first ^ (long) LONGS.get(from, at + 2);
            long zeros = differences - ONES & ~differences & TOP_BITS; // right up to the lowest
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at <= end - SHORTEST_RUN; at++) {
            if (from[at] == from[at + 1] && from[at] == from[at + 2]) {
                return at;
            }
        }
        return end;
    }

    /** How many bytes equal the one at a place, up to a limit. */
    private static int runAt(byte[] from, int at, int end) {
        long eight = (from[at] & 0xFF) * ONES;
        int next = at + 1;
        for (; next <= end - 8; next += 8) {
            long differences = eight ^ (long) LONGS.get(from, next);
            if (differences != 0) {
                return next + (Long.numberOfTrailingZeros(differences) >>> 3) - at;
            }
        }
        while (next < end && from[next] == from[at]) {
            next++;
        }
        return next - at;
    }
}
