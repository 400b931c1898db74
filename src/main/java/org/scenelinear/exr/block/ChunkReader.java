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
import java.util.function.Supplier;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.CorruptChunkException;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.FileHeaders;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.run.Run;

/**
 * Reads the chunks of a flat part into planes: finds each, checks what it says of itself, has its codec unpack it. What
 * is common to all compressions stands here; no compression is named.
 */
public final class ChunkReader {
    private final ByteSource source;
    private final OffsetTable offsets;
    private final int part;
    private final boolean multiPart;
    private final Compression compression;
    private final ChunkLayout layout;
    private final Supplier<Codec> codecs;

    /**
     * A reader of one part.
     *
     * @param source the file
     * @param headers its headers
     * @param offsets its chunk offset tables
     * @param part which part, a flat one
     * @param codecs makes a codec for each worker
     */
    public ChunkReader(ByteSource source, FileHeaders headers, OffsetTable offsets, int part, Supplier<Codec> codecs) {
        Header header = headers.parts().get(part);
        this.source = source;
        this.offsets = offsets;
        this.part = part;
        this.multiPart = headers.flags().multiPart();
        this.compression = header.compression();
        this.layout = ChunkLayout.of(header);
        this.codecs = codecs;
    }

    /**
     * Reads the full-size picture.
     *
     * @param planes take the samples; undefined if this fails
     * @param run how to work
     * @throws FileProblemException if a chunk is missing or broken, or the file cannot be read
     */
    public void read(PlaneSet planes, Run run) throws FileProblemException {
        int chunks = (int) layout.fullSizeChunks();
        int perPiece = layout.chunksPerPiece();
        int pieces = (chunks + perPiece - 1) / perPiece;
        run.<Worker, FileProblemException>forEach("reading " + source.name(), pieces, Worker::new, (worker, piece) -> {
            int end = Math.min(chunks, (piece + 1) * perPiece);
            for (int chunk = piece * perPiece; chunk < end; chunk++) {
                worker.read(chunk, planes);
            }
        });
    }

    /** What one thread needs. */
    private final class Worker implements AutoCloseable {
        private final Codec codec = codecs.get();
        private byte[] packed = new byte[0];
        private byte[] raw = new byte[0];

        void read(int chunk, PlaneSet planes) throws FileProblemException {
            long offset = offsets.offset(part, chunk);
            String place = "part " + part + ", chunk " + chunk + " (" + layout.describe(chunk) + ")";
            if (offset == OffsetTable.MISSING) {
                throw invalid(place, "this chunk is not in the file, which ends at byte " + source.size());
            }
            place += " at byte " + offset;
            Block block = layout.block(chunk);
            long claimed = block.rawSize();
            if (claimed == 0) {
                return; // only lines in which no channel has samples
            }
            int packedLength = readFrame(chunk, offset, place, claimed);
            SizeLimits.requirePossible(source.name(), place, claimed, packedLength, compression.greatestRatio());
            packed = atLeast(packed, place, packedLength);
            source.read(place, offset + frameLength(), packed, 0, packedLength);
            if (packedLength == claimed) {
                planes.unpack(block, packed);
                return;
            }
            raw = atLeast(raw, place, claimed);
            try {
                codec.decode(block, packed, packedLength, raw);
            } catch (CorruptChunkException e) {
                throw new InvalidFileException(source.name(), place, e.getMessage(), e);
            }
            planes.unpack(block, raw);
        }

        /** A buffer of a size; asks for memory only when it takes some. */
        private byte[] atLeast(byte[] buffer, String place, long size) throws FileProblemException {
            return buffer.length >= size ? buffer : new byte[SizeLimits.arraySize(source.name(), place, size, 1)];
        }

        /** Checks what stands before the packed bytes, and gives their number. */
        private int readFrame(int chunk, long offset, String place, long rawLength) throws FileProblemException {
            byte[] frame = new byte[frameLength()];
            source.read(place, offset, frame, 0, frame.length);
            ByteBuffer buffer = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
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
            int length = buffer.getInt();
            if (length < 1 || length > rawLength) {
                throw invalid(
                        place,
                        "the chunk says that it has " + length + " bytes, for " + rawLength + " bytes of pixels");
            }
            if (length > source.size() - offset - frame.length) {
                throw invalid(
                        place,
                        "the chunk says that it has " + length + " bytes, but the file ends at byte " + source.size());
            }
            return length;
        }

        private int frameLength() {
            return 4 * ((multiPart ? 1 : 0) + layout.coordinateCount() + 1);
        }

        private InvalidFileException invalid(String place, String what) {
            return new InvalidFileException(source.name(), place, what);
        }

        @Override
        public void close() {
            codec.close();
        }
    }
}
