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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.CorruptChunkException;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;

/**
 * Unpacks chunks: reads their packed bytes, has the codec unpack them unless they were stored raw, and turns what the
 * codec finds wrong into a problem with a place. For one thread at a time; the bytes it answers with are valid until it
 * is asked again.
 */
final class ChunkDecoder implements AutoCloseable {
    /** As what the table of sample counts of a deep chunk is packed. */
    private static final List<Channel> COUNTS = List.of(new Channel("sample counts", PixelType.UINT));

    private final ChunkFrames frames;
    private final ByteSource source;
    private final ReadAhead file;
    private final Compression compression;
    private final Codec codec;
    private byte[] packed = new byte[0];
    private byte[] raw = new byte[0];

    ChunkDecoder(ChunkFrames frames, Compression compression, Codec codec) {
        this.frames = frames;
        this.source = frames.source();
        this.file = new ReadAhead(source);
        this.compression = compression;
        this.codec = codec;
    }

    /** The table of sample counts as a block of pixels: one number for each, added up along a line. */
    static Block countTable(Block block) {
        return new Block(
                COUNTS,
                block.x(),
                block.y(),
                block.width(),
                block.height(),
                Collections.nCopies(block.height(), block.width()));
    }

    /** Finds a chunk, as {@link ChunkFrames#find}. */
    ChunkFrame find(int chunk) throws FileProblemException {
        return frames.find(chunk, file::read);
    }

    /** The raw bytes of the samples. */
    byte[] samples(ChunkFrame frame, Block block) throws FileProblemException {
        return unpack(frame.place(), frame.samplesStart(), frame.packedLength(), block, frame.rawLength());
    }

    /**
     * Reads the table of sample counts of a deep chunk.
     *
     * @param frame the chunk
     * @param block its pixels
     * @param counts takes the number of samples of each pixel, line by line
     * @return the block with its lines' numbers of samples
     */
    Block counts(ChunkFrame frame, Block block, int[] counts) throws FileProblemException {
        String place = frame.place() + ", sample counts";
        Block table = countTable(block);
        int length = (int) Math.min(frame.tableLength(), table.rawSize());
        byte[] bytes = unpack(place, frame.start(), length, table, table.rawSize());
        ByteBuffer sums = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> lines = new ArrayList<>(block.height());
        for (int line = 0; line < block.height(); line++) {
            int before = 0;
            for (int x = 0; x < block.width(); x++) {
                int sum = sums.getInt();
                if (sum < before) {
                    throw new InvalidFileException(
                            source.name(),
                            place,
                            "the sums of samples along line " + (block.y() + line) + " go from " + before + " to "
                                    + sum);
                }
                counts[line * block.width() + x] = sum - before;
                before = sum;
            }
            lines.add(before);
        }
        Block deep = new Block(block.channels(), block.x(), block.y(), block.width(), block.height(), lines);
        if (deep.rawSize() != frame.rawLength()) {
            throw new InvalidFileException(
                    source.name(),
                    place,
                    "they ask for " + deep.rawSize() + " bytes of samples, but the chunk says that it has "
                            + frame.rawLength());
        }
        return deep;
    }

    private byte[] unpack(String place, long start, int packedLength, Block block, long rawLength)
            throws FileProblemException {
        SizeLimits.requirePossible(source.name(), place, rawLength, packedLength, compression.greatestRatio());
        packed = atLeast(packed, place, packedLength);
        file.read(place, start, packed, 0, packedLength);
        if (packedLength == rawLength) {
            return packed;
        }
        raw = atLeast(raw, place, rawLength);
        try {
            codec.decode(block, packed, packedLength, raw);
        } catch (CorruptChunkException e) {
            throw new InvalidFileException(source.name(), place, e.getMessage(), e);
        }
        return raw;
    }

    /** A buffer of a size; asks for memory only when it takes some. */
    private byte[] atLeast(byte[] buffer, String place, long size) throws FileProblemException {
        return buffer.length >= size ? buffer : new byte[SizeLimits.arraySize(source.name(), place, size, 1)];
    }

    @Override
    public void close() {
        codec.close();
    }
}
