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
 * RLE: the bytes split and differenced by {@link BytePredictor}, then runs. A signed count byte comes first: a negative
 * one, -n, says that n bytes follow as they are; any other, n, that the next byte repeats n + 1 times.
 */
final class RleCodec implements Codec {
    private static final int LONGEST_RUN = 128;
    private static final int LONGEST_LITERAL = 127;
    /** Two equal bytes are not worth a run of their own: count and value take as many. */
    private static final int SHORTEST_RUN = 3;

    private byte[] prepared = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        int in = 0;
        int out = 0;
        while (in < packedLength) {
            int count = packed[in++];
            int bytes = count < 0 ? -count : count + 1;
            int taken = count < 0 ? bytes : 1;
            if (taken > packedLength - in) {
                throw new CorruptChunkException("a run of " + bytes + " bytes goes beyond the end of the chunk");
            }
            if (bytes > length - out) {
                throw new CorruptChunkException("the runs hold more than the expected " + length + " bytes");
            }
            if (count < 0) {
                System.arraycopy(packed, in, prepared, out, bytes);
            } else {
                Arrays.fill(prepared, out, out + bytes, packed[in]);
            }
            in += taken;
            out += bytes;
        }
        if (out < length) {
            throw new CorruptChunkException("the runs hold " + out + " bytes where " + length + " are expected");
        }
        BytePredictor.restore(prepared, raw, length);
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int length = reserve(block);
        BytePredictor.prepare(raw, prepared, length);
        int limit = length - 1;
        int out = 0;
        int in = 0;
        while (in < length) {
            int run = runLength(in, length);
            if (run >= SHORTEST_RUN) {
                if (out + 2 > limit) {
                    return NOT_SMALLER;
                }
                packed[out++] = (byte) (run - 1);
                packed[out++] = prepared[in];
                in += run;
            } else {
                int end = literalEnd(in, length);
                int count = end - in;
                if (out + 1 + count > limit) {
                    return NOT_SMALLER;
                }
                packed[out++] = (byte) -count;
                System.arraycopy(prepared, in, packed, out, count);
                out += count;
                in = end;
            }
        }
        return out;
    }

    private int runLength(int start, int length) {
        int end = Math.min(length, start + LONGEST_RUN);
        int i = start + 1;
        while (i < end && prepared[i] == prepared[start]) {
            i++;
        }
        return i - start;
    }

    /** Where the bytes from {@code start} on that are no run end. */
    private int literalEnd(int start, int length) {
        int end = Math.min(length, start + LONGEST_LITERAL);
        for (int i = start + 1; i < end; i++) {
            if (i + 2 < length && prepared[i] == prepared[i + 1] && prepared[i] == prepared[i + 2]) {
                return i;
            }
        }
        return end;
    }

    private int reserve(Block block) {
        int length = Math.toIntExact(block.rawSize());
        if (prepared.length < length) {
            prepared = new byte[length];
        }
        return length;
    }
}
