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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.LittleEndianOutput;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.run.Run;

/**
 * Writes the chunk offset table and the chunks of a file with one scan-line part. Workers pack chunks in any order;
 * they go to the file in order, so that the bytes are the same whatever the number of threads.
 */
public final class ChunkWriter {
    /** How often one worker holds a chunk that does not get smaller: raw, packed, as it is collected and handed on. */
    private static final int COPIES = 4;

    private final String name;
    private final FileChannel channel;
    private final ChunkLayout layout;
    private final Supplier<Codec> codecs;
    private final long tableStart;

    private final Map<Integer, Piece> waiting = new HashMap<>();
    private final LittleEndianOutput table = new LittleEndianOutput();
    private int nextPiece;
    private long position;

    /**
     * A writer.
     *
     * @param name the file's name, for messages
     * @param channel the file, with the header written
     * @param start the byte after the header
     * @param header that header
     * @param codecs makes a codec for each worker
     */
    public ChunkWriter(String name, FileChannel channel, long start, Header header, Supplier<Codec> codecs) {
        this.name = name;
        this.channel = channel;
        this.layout = ChunkLayout.of(header);
        this.codecs = codecs;
        this.tableStart = start;
        this.position = start + 8 * layout.chunks();
    }

    /** Some chunks in a row, packed, one after the other. */
    private record Piece(byte[] bytes, int[] lengths) {}

    /**
     * Writes all chunks.
     *
     * @param planes hold the samples
     * @param run how to work
     * @throws IOException if the file cannot be written
     */
    public void write(PlaneSet planes, Run run) throws IOException {
        int chunks = (int) layout.chunks();
        int rawSize = SizeLimits.arraySize(name, "chunk 0", layout.block(0).rawSize(), 1);
        int perPiece = layout.chunksPerPiece();
        int pieces = (chunks + perPiece - 1) / perPiece;
        SizeLimits.requireMemory(name, "chunk 0", (long) COPIES * rawSize);
        run.<Worker, IOException>forEach("writing " + name, pieces, () -> new Worker(rawSize), (worker, piece) -> {
            int first = piece * perPiece;
            append(piece, worker.pack(planes, first, Math.min(chunks, first + perPiece)));
        });
        writeTable();
    }

    private synchronized void writeTable() throws IOException {
        writeFully(ByteBuffer.wrap(table.toByteArray()), tableStart);
    }

    private synchronized void append(int index, Piece piece) throws IOException {
        waiting.put(index, piece);
        for (Piece next; (next = waiting.remove(nextPiece)) != null; nextPiece++) {
            writeFully(ByteBuffer.wrap(next.bytes()), position);
            for (int length : next.lengths()) {
                table.writeLong(position);
                position += length;
            }
        }
    }

    private void writeFully(ByteBuffer bytes, long at) throws IOException {
        long start = at - bytes.position();
        while (bytes.hasRemaining()) {
            channel.write(bytes, start + bytes.position());
        }
    }

    /** What one thread needs. */
    private final class Worker implements AutoCloseable {
        private final Codec codec = codecs.get();
        private final byte[] raw;
        private final byte[] packed;

        Worker(int rawSize) {
            raw = new byte[rawSize];
            packed = new byte[rawSize];
        }

        Piece pack(PlaneSet planes, int first, int end) {
            LittleEndianOutput out = new LittleEndianOutput();
            int[] lengths = new int[end - first];
            for (int chunk = first; chunk < end; chunk++) {
                int start = out.length();
                Block block = layout.block(chunk);
                planes.pack(block, raw);
                int rawLength = (int) block.rawSize();
                int packedLength = rawLength == 0 ? 0 : codec.encode(block, raw, packed);
                boolean smaller = packedLength != Codec.NOT_SMALLER && packedLength < rawLength;
                for (int coordinate : layout.coordinates(chunk)) {
                    out.writeInt(coordinate);
                }
                out.writeInt(smaller ? packedLength : rawLength);
                out.writeBytes(smaller ? packed : raw, smaller ? packedLength : rawLength);
                lengths[chunk - first] = out.length() - start;
            }
            return new Piece(out.toByteArray(), lengths);
        }

        @Override
        public void close() {
            codec.close();
        }
    }
}
