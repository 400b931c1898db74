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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.io.LittleEndianOutput;
import org.scenelinear.run.Run;

/**
 * Writes the chunk offset tables and the chunks of a file. Workers pack chunks in any order; they go to the file part
 * by part and in the line order of their part, so that the bytes are the same whatever the number of threads.
 */
public final class ChunkWriter {
    private final String name;
    private final FileChannel channel;
    private final List<Part> parts;
    private final long[][] tables;
    private final long tableStart;

    private final Map<Integer, Piece> waiting = new HashMap<>();
    private int nextPiece;
    private long position;

    /**
     * A part to write.
     *
     * @param header its header
     * @param pixels those of every level
     * @param codecs makes a codec for each worker
     */
    public record Part(Header header, Map<Level, PixelSet> pixels, Supplier<Codec> codecs) {}

    /** Some chunks in a row, packed, one after the other. */
    private record Piece(Task task, byte[] bytes, int[] lengths) {}

    /** A piece of work: chunks of a part, by their places in the file. */
    private record Task(int part, int first, int end) {}

    /**
     * A writer.
     *
     * @param name the file's name, for messages
     * @param channel the file, with the headers written
     * @param start the byte after the headers
     * @param parts all parts
     */
    public ChunkWriter(String name, FileChannel channel, long start, List<Part> parts) {
        this.name = name;
        this.channel = channel;
        this.parts = parts;
        this.tableStart = start;
        this.position = start;
        this.tables = new long[parts.size()][];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new long
                    [Math.toIntExact(ChunkLayout.of(parts.get(i).header()).chunks())];
            position += (long) Long.BYTES * tables[i].length;
        }
    }

    /**
     * Writes all chunks.
     *
     * @param run how to work
     * @throws IOException if the file cannot be written
     */
    public void write(Run run) throws IOException {
        List<ChunkLayout> layouts =
                parts.stream().map(part -> ChunkLayout.of(part.header())).toList();
        List<Task> tasks = new ArrayList<>();
        for (int part = 0; part < tables.length; part++) {
            int perPiece = layouts.get(part).chunksPerPiece();
            for (int first = 0; first < tables[part].length; first += perPiece) {
                tasks.add(new Task(part, first, Math.min(tables[part].length, first + perPiece)));
            }
        }
        run.<Worker, IOException>forEach(
                "writing " + name,
                tasks.size(),
                () -> new Worker(layouts),
                (worker, index) -> append(index, worker.pack(tasks.get(index)), layouts));
        LittleEndianOutput out = new LittleEndianOutput();
        for (long[] table : tables) {
            for (long offset : table) {
                out.writeLong(offset);
            }
        }
        writeFully(ByteBuffer.wrap(out.toByteArray()), tableStart);
    }

    private synchronized void append(int index, Piece piece, List<ChunkLayout> layouts) throws IOException {
        waiting.put(index, piece);
        for (Piece next; (next = waiting.remove(nextPiece)) != null; nextPiece++) {
            writeFully(ByteBuffer.wrap(next.bytes()), position);
            Task task = next.task();
            for (int place = task.first(); place < task.end(); place++) {
                Header header = parts.get(task.part()).header();
                int chunk = layouts.get(task.part()).stored(place, header.lineOrder());
                tables[task.part()][chunk] = position;
                position += next.lengths()[place - task.first()];
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
        private final List<ChunkLayout> layouts;
        private final Map<Integer, ChunkPacker> packers = new HashMap<>();

        Worker(List<ChunkLayout> layouts) {
            this.layouts = layouts;
        }

        Piece pack(Task task) throws IOException {
            Part part = parts.get(task.part());
            ChunkLayout layout = layouts.get(task.part());
            ChunkPacker packer = packers.computeIfAbsent(
                    task.part(),
                    i -> new ChunkPacker(name, layout, part.codecs().get()));
            LittleEndianOutput out = new LittleEndianOutput();
            int[] lengths = new int[task.end() - task.first()];
            for (int place = task.first(); place < task.end(); place++) {
                int start = out.length();
                if (parts.size() > 1) {
                    out.writeInt(task.part());
                }
                int chunk = layout.stored(place, part.header().lineOrder());
                packer.pack(chunk, part.pixels().get(layout.level(chunk)), out);
                lengths[place - task.first()] = out.length() - start;
            }
            return new Piece(task, out.toByteArray(), lengths);
        }

        @Override
        public void close() {
            packers.values().forEach(ChunkPacker::close);
        }
    }
}
