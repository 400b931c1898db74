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

import java.util.Arrays;

/**
 * Run-length coding of bytes, as in RLE chunks and in the alpha of DWA chunks: a count below zero is followed by that
 * many bytes as they are, another count by one byte that stands once more often than the count says.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_rle.c}.
 */
final class ByteRuns {
    /** Two equal bytes are not worth a run of their own: count and value take as many. */
    private static final int SHORTEST_RUN = 3;

    private static final int LARGEST_COUNT = 127;

    private ByteRuns() {}

    /**
     * Unpacks runs.
     *
     * @throws CorruptChunkException if they do not make exactly {@code toLength} bytes
     */
    static void decode(byte[] from, int fromLength, byte[] to, int toLength) throws CorruptChunkException {
        int at = 0;
        int done = 0;
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
            int run = runAt(from, at, fromLength);
            if (run >= SHORTEST_RUN) {
                if (done + 2 > limit) {
                    return Codec.NOT_SMALLER;
                }
                to[done++] = (byte) (run - 1);
                to[done++] = from[at];
                at += run;
                continue;
            }
            int start = at;
            while (at < fromLength && at - start < LARGEST_COUNT && runAt(from, at, fromLength) < SHORTEST_RUN) {
                at++;
            }
            if (done + 1 + at - start > limit) {
                return Codec.NOT_SMALLER;
            }
            to[done++] = (byte) (start - at);
            System.arraycopy(from, start, to, done, at - start);
            done += at - start;
        }
        return done;
    }

    private static int runAt(byte[] from, int at, int end) {
        int stop = Math.min(end, at + LARGEST_COUNT + 1);
        int next = at + 1;
        while (next < stop && from[next] == from[at]) {
            next++;
        }
        return next - at;
    }
}
