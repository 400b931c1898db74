/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.FileHeaders;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;

/**
 * Finds the chunks of a part and checks what each says of itself, without unpacking anything. Safe for use by several
 * threads at once.
 */
public final class ChunkFrames {
    /** No chunk can have more bytes than an array. */
    private static final long LARGEST = SizeLimits.LARGEST_ARRAY;

    /** Reads bytes of the file, as {@link ByteSource#read} does. */
    @FunctionalInterface
    interface Bytes {
        /** Copies bytes out. */
        void read(String place, long position, byte[] target, int offset, int length) throws FileProblemException;
    }

    private final ByteSource source;
    private final OffsetTable offsets;
    private final int part;
    private final boolean multiPart;
    private final boolean deep;
    private final ChunkLayout layout;

    /**
     * The chunks of one part.
     *
     * @param source the file
     * @param headers its headers
     * @param offsets its chunk offset tables
     * @param part which part
     */
    public ChunkFrames(ByteSource source, FileHeaders headers, OffsetTable offsets, int part) {
        Header header = headers.parts().get(part);
        this.source = source;
        this.offsets = offsets;
        this.part = part;
        this.multiPart = headers.flags().multiPart();
        this.deep = header.type().isDeep();
        this.layout = ChunkLayout.of(header);
    }

    /** The file. */
    ByteSource source() {
        return source;
    }

    /** How the part is cut into chunks. */
    public ChunkLayout layout() {
        return layout;
    }

    /**
     * Finds a chunk.
     *
     * @throws FileProblemException if it is missing, says that it is another one, or claims an impossible size
     */
    public ChunkFrame find(int chunk) throws FileProblemException {
        return find(chunk, source::read);
    }

    /** As {@link #find(int)}, with bytes of the file that a thread has for itself. */
    ChunkFrame find(int chunk, Bytes file) throws FileProblemException {
        String place = "part " + part + ", chunk " + chunk + " (" + layout.describe(chunk) + ")";
        long offset = offsets.offset(part, chunk);
        if (offset == OffsetTable.MISSING) {
            throw invalid(place, "this chunk is not in the file, which ends at byte " + source.size());
        }
        place += " at byte " + offset;
        ByteBuffer buffer = head(place, offset, file);
        if (multiPart) {
            int found = buffer.getInt();
            if (found != part) {
                throw invalid(place, "the chunk says that it belongs to part " + found);
            }
        }
        for (int expected : layout.coordinates(chunk)) {
            int found = buffer.getInt();
            if (found != expected) {
                throw invalid(place, "the chunk says " + found + " where its place is " + expected);
            }
        }
        Block block = layout.block(chunk);
        long start = offset + buffer.capacity();
        ChunkFrame frame = deep
                ? deepFrame(chunk, place, offset, start, block, buffer)
                : new ChunkFrame(
                        chunk,
                        place,
                        offset,
                        start,
                        0,
                        packed(place, buffer.getInt(), block.rawSize()),
                        block.rawSize());
        if (frame.length() > source.size() - start) {
            throw invalid(
                    place,
                    "the chunk says that it has " + frame.length() + " bytes, but the file ends at byte "
                            + source.size());
        }
        return frame;
    }

    /** A whole chunk as it lies in the file, without the number of its part. */
    public byte[] bytes(ChunkFrame frame) throws FileProblemException {
        long start = frame.offset() + (multiPart ? Integer.BYTES : 0);
        long end = frame.start() + frame.length();
        byte[] bytes = new byte[SizeLimits.arraySize(source.name(), frame.place(), end - start, 1)];
        source.read(frame.place(), start, bytes, 0, bytes.length);
        return bytes;
    }

    private ByteBuffer head(String place, long offset, Bytes file) throws FileProblemException {
        byte[] bytes = new byte[4 * ((multiPart ? 1 : 0) + layout.coordinateCount()) + (deep ? 3 * 8 : 4)];
        file.read(place, offset, bytes, 0, bytes.length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ChunkFrame deepFrame(int chunk, String place, long offset, long start, Block block, ByteBuffer sizes)
            throws InvalidFileException {
        long table = sizes.getLong();
        long packed = sizes.getLong();
        long raw = sizes.getLong();
        // Where no pixel has a sample, OpenEXR 3.5 stores the table of a whole tile for one cut off at the edge.
        long tableRaw = raw == 0 ? LARGEST : (long) block.width() * block.height() * Integer.BYTES;
        int tableLength = packed(place + ", sample counts", table, tableRaw);
        if (raw < 0 || raw > LARGEST) {
            throw invalid(place, "the chunk says that it has " + raw + " bytes of samples");
        }
        return new ChunkFrame(chunk, place, offset, start, tableLength, packed(place, packed, raw), raw);
    }

    private int packed(String place, long length, long raw) throws InvalidFileException {
        if (length < Math.min(1, raw) || length > raw) {
            throw invalid(place, "the chunk says that it has " + length + " bytes, for " + raw + " bytes of pixels");
        }
        return (int) length;
    }

    private InvalidFileException invalid(String place, String what) {
        return new InvalidFileException(source.name(), place, what);
    }
}
