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
import java.util.Objects;

/**
 * Unpacks Zstandard frames (RFC 8878) that lie in memory as a whole, one or several, with or without checksum.
 * Dictionaries are not known. What the frames give never goes beyond the place that the caller has for it, so that no
 * size told in a frame makes this class take memory.
 *
 * <p>An instance keeps its tables: use it in one thread at a time.
 */
final class ZstdDecoder {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_HEADER = 8;
    private static final int BLOCK_HEADER = 3;
    private static final int LARGEST_BLOCK = 1 << 17;

    private static final int STORED = 0;
    private static final int SAME = 1;
    private static final int COMPRESSED = 2;

    private final ZstdLiterals literals = new ZstdLiterals();
    private final ZstdSequences sequences = new ZstdSequences();

    private byte[] packed;
    private int position;
    private int end;
    private byte[] out;
    private int at;
    private int outEnd;

    /** How many bytes a block of this frame may have, packed or unpacked. */
    private int largestBlock;

    /** How many bytes the frame says it holds; -1 if it does not. */
    private long contentSize;

    private boolean checksum;

    /**
     * Unpacks all the frames in a run of bytes.
     *
     * @param packed holds the frames
     * @param from where they begin
     * @param length how many bytes they have
     * @param out takes the result
     * @param outFrom where to put it
     * @param outLimit where it must end at the latest; nothing is written from there on, what lies between the end of
     *     the result and there is undefined
     * @return how many bytes came out
     * @throws CorruptChunkException if a frame is damaged, cut off, or holds more than fits
     */
    int decode(byte[] packed, int from, int length, byte[] out, int outFrom, int outLimit)
            throws CorruptChunkException {
        Objects.checkFromIndexSize(from, length, packed.length);
        Objects.checkFromToIndex(outFrom, outLimit, out.length);
        this.packed = packed;
        this.position = from;
        this.end = from + length;
        this.out = out;
        this.at = outFrom;
        this.outEnd = outLimit;
        try {
            do {
                require(Integer.BYTES);
                int magic = (int) INTS.get(packed, position);
                if (magic == MAGIC) {
                    position += Integer.BYTES;
                    readFrame();
                } else if ((magic & ~15) == SKIPPABLE_MAGIC) {
                    skip();
                } else {
                    throw new CorruptChunkException("the packed data does not start as a Zstandard frame does");
                }
            } while (position < end);
            return at - outFrom;
        } finally {
            this.packed = null;
            this.out = null;
        }
    }

    private void skip() throws CorruptChunkException {
        require(SKIPPABLE_HEADER);
        long length = (int) INTS.get(packed, position + Integer.BYTES) & 0xFFFFFFFFL;
        position += SKIPPABLE_HEADER;
        require(length);
        position += (int) length;
    }

    private void readFrame() throws CorruptChunkException {
        readFrameHeader();
        if (contentSize > outEnd - at) {
            throw new CorruptChunkException("the Zstandard frame says that it holds " + contentSize
                    + " bytes where at most " + (outEnd - at) + " are expected");
        }
        literals.startFrame();
        sequences.startFrame();
        int frameStart = at;
        while (readBlock(frameStart)) {
            // Each block is read for what it does.
        }
        if (contentSize >= 0 && at - frameStart != contentSize) {
            throw new CorruptChunkException(
                    "the Zstandard frame says that it holds " + contentSize + " bytes, not " + (at - frameStart));
        }
        if (checksum) {
            require(Integer.BYTES);
            if ((int) INTS.get(packed, position) != (int) Xxh64.of(out, frameStart, at)) {
                throw new CorruptChunkException("the checksum of the Zstandard frame is wrong");
            }
            position += Integer.BYTES;
        }
    }

    private void readFrameHeader() throws CorruptChunkException {
        require(1);
        int descriptor = packed[position++];
        boolean singleSegment = (descriptor & 32) != 0;
        checksum = (descriptor & 4) != 0;
        if ((descriptor & 8) != 0) {
            throw new CorruptChunkException("the header of the Zstandard frame sets a bit that is not known");
        }
        int dictionaryBytes = (1 << (descriptor & 3)) >> 1;
        int sizeBytes = 1 << (descriptor >> 6 & 3);
        if (sizeBytes == 1 && !singleSegment) {
            sizeBytes = 0;
        }
        require((singleSegment ? 0 : 1) + dictionaryBytes + sizeBytes);
        long window = 0;
        if (!singleSegment) {
            int bits = packed[position++] & 0xFF;
            window = 1L << 10 + (bits >> 3);
            window += window / 8 * (bits & 7);
        }
        for (int i = 0; i < dictionaryBytes; i++) {
            if (packed[position++] != 0) {
                throw new CorruptChunkException("the Zstandard frame needs a dictionary, which EXR does not know");
            }
        }
        contentSize = switch (sizeBytes) {
            case 1 -> packed[position] & 0xFF;
            case 2 -> ((short) SHORTS.get(packed, position) & 0xFFFF) + 256;
            case 4 -> (int) INTS.get(packed, position) & 0xFFFFFFFFL;
            case 8 -> (long) LONGS.get(packed, position);
            default -> -1;
        };
        position += sizeBytes;
        if (sizeBytes > 0 && contentSize < 0) {
            throw new CorruptChunkException("the Zstandard frame says that it holds more bytes than any file");
        }
        largestBlock = (int) Math.min(singleSegment ? contentSize : window, LARGEST_BLOCK);
    }

    /** Reads a block; answers whether another one follows. */
    private boolean readBlock(int frameStart) throws CorruptChunkException {
        require(BLOCK_HEADER);
        int header =
                (packed[position] & 0xFF) | (packed[position + 1] & 0xFF) << 8 | (packed[position + 2] & 0xFF) << 16;
        position += BLOCK_HEADER;
        int size = header >>> 3;
        if (size > largestBlock) {
            throw tooLarge();
        }
        switch (header >>> 1 & 3) {
            case STORED -> {
                require(size);
                requireRoom(size);
                System.arraycopy(packed, position, out, at, size);
                position += size;
                at += size;
            }
            case SAME -> {
                require(1);
                requireRoom(size);
                Arrays.fill(out, at, at + size, packed[position++]);
                at += size;
            }
            case COMPRESSED -> {
                require(size);
                int blockEnd = position + size;
                int start = literals.read(packed, position, blockEnd, largestBlock);
                int reached = sequences.unpack(packed, start, blockEnd, literals, out, frameStart, at, outEnd);
                if (reached - at > largestBlock) {
                    throw tooLarge();
                }
                at = reached;
                position = blockEnd;
            }
            default -> throw new CorruptChunkException("the Zstandard frame has a block of a kind that is not known");
        }
        return (header & 1) == 0;
    }

    private void require(long bytes) throws CorruptChunkException {
        if (bytes > end - position) {
            throw new CorruptChunkException("the Zstandard frame is cut off");
        }
    }

    private void requireRoom(int bytes) throws CorruptChunkException {
        if (bytes > outEnd - at) {
            throw tooMuch();
        }
    }

    private static CorruptChunkException tooLarge() {
        return new CorruptChunkException("a block of the Zstandard frame is larger than the frame allows");
    }

    static CorruptChunkException tooMuch() {
        return new CorruptChunkException("the Zstandard frame holds more bytes than are expected");
    }
}
