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
 * Run-length coding of bytes: a count below zero is followed by that many bytes as they are, another count by one byte
 * that stands once more often than the count says. The coding of OpenEXR's RLE compression, without its split and
 * differences.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_rle.c}.
 */
final class DwaByteRuns {
    private static final int SHORTEST_RUN = 3;
    private static final int LARGEST_COUNT = 127;

    private DwaByteRuns() {}

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
                throw new CorruptChunkException("a byte run in a DWA chunk leaves its channel");
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
            throw new CorruptChunkException(
                    "the byte runs in a DWA chunk make " + done + " bytes where " + toLength + " belong");
        }
    }

    /**
     * Packs bytes.
     *
     * @param to takes the runs; must hold {@code fromLength} bytes and one more for every 127 of them
     * @return bytes written
     */
    static int encode(byte[] from, int fromLength, byte[] to) {
        int at = 0;
        int done = 0;
        while (at < fromLength) {
            int run = runAt(from, at, fromLength);
            if (run >= SHORTEST_RUN) {
                to[done++] = (byte) (run - 1);
                to[done++] = from[at];
                at += run;
                continue;
            }
            int start = at;
            while (at < fromLength && at - start < LARGEST_COUNT && runAt(from, at, fromLength) < SHORTEST_RUN) {
                at++;
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
