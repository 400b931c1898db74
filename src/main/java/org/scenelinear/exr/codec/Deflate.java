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

import java.util.zip.Adler32;

/**
 * Packs bytes into a zlib stream (RFC 1950, RFC 1951). Made for what {@link BytePredictor} leaves, where most bytes are
 * literals: faster there than {@link java.util.zip.Deflater}. Equal input gives equal bytes.
 *
 * <p>The bytes are cut into sequences of literals and matches ({@link DeflateMatcher}). Segments whose symbols are
 * alike come into one block ({@link DeflateBlocks}).
 *
 * <p>An instance keeps its tables: use it in one thread at a time. It needs no closing.
 */
final class Deflate {
    /** Deflate with a window of 32 KiB, and the check bits of a fast level. */
    private static final int HEADER = 0x785E;

    private static final int CHECKSUM_BYTES = 4;

    /** The bits that a block of its own must save: about those of its codes. */
    private static final int BLOCK_START = 700;

    private final DeflateMatcher matcher;
    private final DeflateSequences sequences = new DeflateSequences();
    private final DeflateBlocks blocks = new DeflateBlocks();
    private final DeflateCounts block = new DeflateCounts();
    private final DeflateCounts segment = new DeflateCounts();
    private final DeflateCounts both = new DeflateCounts();
    private final Adler32 checksum = new Adler32();

    /** Packs fast, or thoroughly and smaller. */
    Deflate(boolean thorough) {
        matcher = new DeflateMatcher(thorough);
    }

    /**
     * Packs bytes.
     *
     * @param raw holds the bytes from index 0
     * @param length how many
     * @param packed takes the stream; what lies between its end and {@code limit} is undefined
     * @param start where it begins
     * @param limit nothing is written from there on
     * @return the length of the stream, or {@link Codec#NOT_SMALLER} if it would reach the limit or come nearer than a
     *     few bytes
     */
    int deflate(byte[] raw, int length, byte[] packed, int start, int limit) {
        if (limit - start < 2 + CHECKSUM_BYTES) {
            return Codec.NOT_SMALLER;
        }
        packed[start] = (byte) (HEADER >>> 8);
        packed[start + 1] = (byte) HEADER;
        matcher.start(length);
        blocks.start(packed, start + 2, limit - CHECKSUM_BYTES);
        int at = 0;
        do {
            int from = at;
            at = matcher.find(raw, from, sequences);
            if (!writeBlocks(raw, from, at == length)) {
                return Codec.NOT_SMALLER;
            }
        } while (at < length);
        int end = blocks.finish();
        checksum.reset();
        checksum.update(raw, 0, length);
        int sum = (int) checksum.getValue();
        for (int i = 0; i < CHECKSUM_BYTES; i++) {
            packed[end++] = (byte) (sum >> 24 - 8 * i);
        }
        return end - start;
    }

    /** Writes the sequences in as many blocks as pay off. */
    private boolean writeBlocks(byte[] raw, int from, boolean last) {
        int start = from;
        int stop = from;
        int first = 0;
        int end = 0;
        long blockBits = 0;
        for (int i = 0; i < sequences.segments; i++) {
            segment.count(raw, stop, sequences, end, sequences.segmentEnds[i]);
            long segmentBits = segment.bits();
            both.set(segment);
            both.add(block);
            long bothBits = both.bits();
            if (i == 0) {
                block.set(segment);
                blockBits = segmentBits;
            } else if (bothBits > blockBits + segmentBits + BLOCK_START * DeflateCounts.BIT) {
                if (!blocks.write(raw, start, stop, sequences, first, end, block, false)) {
                    return false;
                }
                start = stop;
                first = end;
                block.set(segment);
                blockBits = segmentBits;
            } else {
                block.set(both);
                blockBits = bothBits;
            }
            stop = sequences.segmentStops[i];
            end = sequences.segmentEnds[i];
        }
        return blocks.write(raw, start, stop, sequences, first, end, block, last);
    }
}
