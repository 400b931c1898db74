/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.scenelinear.exr.block.ChunkFrames;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderWriter;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.LittleEndianOutput;
import org.scenelinear.run.Run;

/**
 * Writes a file out of parts of other files whose chunks are copied as they are, packed: to edit attributes, to split a
 * file into its parts, to join files. No pixel changes, lossy compression or not.
 *
 * <pre>{@code
 * try (ExrFile file = ExrFile.open(source)) {
 *     Header edited = file.headers().get(0).toBuilder()
 *             .attribute("owner", new AttributeValue.StringValue("me"))
 *             .build();
 *     ChunkCopy.write(target, List.of(new ChunkCopy(file, 0, edited)), Run.inThisThread());
 * }
 * }</pre>
 *
 * @param file an open file
 * @param part which of its parts
 * @param header what the copy says of itself; what describes the chunks must be as in the file
 */
public record ChunkCopy(ExrFile file, int part, Header header) {
    /** What the packed bytes depend on; those of DWA even on the names of channels. */
    private static final List<String> OF_CHUNKS =
            List.of("channels", "compression", "dataWindow", "lineOrder", "tiles");

    /** A part as it is. */
    public ChunkCopy(ExrFile file, int part) {
        this(file, part, file.headers().get(part));
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param path the file to create or replace; it may be one of the sources
     * @param copies the parts, in their order
     * @param run how to work
     * @throws IOException if a chunk is missing or what it says of itself is wrong, or the file cannot be written
     * @throws IllegalArgumentException if a header does not fit the chunks, or parts do not go together in one file
     */
    public static void write(Path path, List<ChunkCopy> copies, Run run) throws IOException {
        copies.forEach(ChunkCopy::requireSameChunks);
        List<Header> headers =
                PartHeaders.forFile(copies.stream().map(ChunkCopy::header).toList());
        byte[] start = HeaderWriter.bytes(headers);
        long chunks = copies.stream()
                .mapToLong(copy -> copy.file.chunkCount(copy.part))
                .sum();
        AtomicFile.write(path, channel -> {
            ExrWriter.writeFully(channel, start);
            channel.position(start.length + Long.BYTES * chunks);
            LittleEndianOutput table = new LittleEndianOutput();
            for (int part = 0; part < copies.size(); part++) {
                for (long offset : copies.get(part).copy(channel, part, copies.size() > 1, path, run)) {
                    table.writeLong(offset);
                }
            }
            channel.position(start.length);
            ExrWriter.writeFully(channel, table.toByteArray());
        });
    }

    /** Copies all chunks as those of a part of the new file, and answers where they are now. */
    private long[] copy(FileChannel channel, int newPart, boolean several, Path path, Run run) throws IOException {
        ChunkFrames frames = file.frames(part);
        long[] offsets = new long[(int) file.chunkCount(part)];
        for (int place = 0; place < offsets.length; place++) {
            run.checkCanceled();
            int chunk = frames.layout().stored(place, header.lineOrder());
            offsets[chunk] = channel.position();
            LittleEndianOutput out = new LittleEndianOutput();
            if (several) {
                out.writeInt(newPart);
            }
            byte[] bytes = frames.bytes(frames.find(chunk));
            out.writeBytes(bytes, bytes.length);
            ExrWriter.writeFully(channel, out.toByteArray());
            run.update("writing " + path, (place + 1.0) / offsets.length);
        }
        return offsets;
    }

    private void requireSameChunks() {
        Header source = file.headers().get(part);
        for (String name : OF_CHUNKS) {
            if (!source.attribute(name).equals(header.attribute(name)) || source.type() != header.type()) {
                throw new IllegalArgumentException("the attribute \"" + name + "\" describes the chunks of "
                        + file.name() + ", part " + part + ", and cannot be changed while they stay as they are");
            }
        }
    }
}
