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
 * The literals of a Zstandard block (RFC 8878, section 3.1.1.3.1): bytes that are found nowhere before, all of the
 * block together. They may be stored as they are, be one byte many times, or be packed by a prefix code, which a later
 * block of the frame may use again.
 */
final class ZstdLiterals {
    /** How far behind the literals may be read; what is found there means nothing. */
    static final int MARGIN = 32;

    private static final int STORED = 0;
    private static final int SAME = 1;
    private static final int PACKED = 2;

    private final ZstdHuffmanTable table = new ZstdHuffmanTable();
    private final ZstdHuffmanStreams streams = new ZstdHuffmanStreams();
    private byte[] bytes = new byte[MARGIN];
    private int count;

    /** The literals, from index 0; {@link #MARGIN} bytes or more lie behind them. */
    byte[] bytes() {
        return bytes;
    }

    /** How many literals there are. */
    int count() {
        return count;
    }

    /** Forgets what a new frame may not use. */
    void startFrame() {
        table.clear();
    }

    /**
     * Reads the literals of a block.
     *
     * @param packed holds the block
     * @param from where the block begins
     * @param to where it ends
     * @param most how many literals it may hold
     * @return where they end
     * @throws CorruptChunkException if they are damaged
     */
    int read(byte[] packed, int from, int to, int most) throws CorruptChunkException {
        if (from >= to) {
            throw cutOff();
        }
        int type = packed[from] & 3;
        int format = packed[from] >> 2 & 3;
        return type <= SAME
                ? readPlain(packed, from, to, most, type, format)
                : readPacked(packed, from, to, most, type, format);
    }

    private int readPlain(byte[] packed, int from, int to, int most, int type, int format)
            throws CorruptChunkException {
        // One bit or two tell the format; the count is what remains of the header.
        int headerLength = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
        int start = from + headerLength;
        count = (int) header(packed, from, to, headerLength) >>> (headerLength == 1 ? 3 : 4);
        allocate(most);
        int length = type == STORED ? count : 1;
        if (length > to - start) {
            throw cutOff();
        }
        if (type == STORED) {
            System.arraycopy(packed, start, bytes, 0, length);
        } else {
            Arrays.fill(bytes, 0, count, packed[start]);
        }
        return start + length;
    }

    private int readPacked(byte[] packed, int from, int to, int most, int type, int format)
            throws CorruptChunkException {
        int headerLength = format < 2 ? 3 : format + 2;
        int width = format < 2 ? 10 : format == 2 ? 14 : 18;
        long header = header(packed, from, to, headerLength) >>> 4;
        int start = from + headerLength;
        count = (int) header & (1 << width) - 1;
        int length = (int) (header >>> width);
        allocate(most);
        if (length > to - start) {
            throw cutOff();
        }
        int end = start + length;
        if (type == PACKED) {
            start = table.read(packed, start, end);
        } else if (!table.isBuilt()) {
            throw new CorruptChunkException("the Zstandard frame uses a Huffman code again that it never told");
        }
        streams.decode(table, packed, start, end, format != 0, bytes, count);
        return end;
    }

    private static long header(byte[] packed, int from, int to, int length) throws CorruptChunkException {
        if (length > to - from) {
            throw cutOff();
        }
        long header = 0;
        for (int i = 0; i < length; i++) {
            header |= (packed[from + i] & 0xFFL) << 8 * i;
        }
        return header;
    }

    private void allocate(int most) throws CorruptChunkException {
        if (count > most) {
            throw new CorruptChunkException(
                    "a block of the Zstandard frame has " + count + " literals where at most " + most + " can be");
        }
        if (bytes.length < count + MARGIN) {
            bytes = new byte[count + MARGIN];
        }
    }

    private static CorruptChunkException cutOff() {
        return new CorruptChunkException("the literals of the Zstandard frame are cut off");
    }
}
