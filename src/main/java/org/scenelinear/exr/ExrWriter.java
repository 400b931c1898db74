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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scenelinear.exr.block.ChunkWriter;
import org.scenelinear.exr.block.DeepPlaneSet;
import org.scenelinear.exr.block.PixelSet;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.block.PlaneSet;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderWriter;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/**
 * Writes OpenEXR files: any number of parts of every kind.
 *
 * <pre>{@code
 * Header header = Header.builder()
 *         .dataWindow(new Box2i(0, 0, width - 1, height - 1))
 *         .channel(new Channel("Y", PixelType.HALF))
 *         .compression(Compression.ZIP)
 *         .build();
 * ExrWriter.write(path, header, Map.of("Y", Plane.of(luminance)), Run.inThisThread());
 * }</pre>
 *
 * <p>Equal input gives equal bytes, whatever the number of threads. Chunks are stored in the line order that the header
 * names; {@code randomY}, which means any order, is kept by storing them from the top.
 */
public final class ExrWriter {
    /** The attribute that says how much DWA was allowed to lose. */
    public static final String DWA_LEVEL = "dwaCompressionLevel";

    private ExrWriter() {}

    /** Writes a file with one part of one level, as below. */
    public static void write(Path path, Header header, Map<String, Plane> planes, Run run) throws IOException {
        write(path, List.of(ExrPart.flat(header, planes)), run);
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param path the file to create or replace
     * @param parts what to write. Attributes that such a file needs and a header lacks are added, those of other kinds
     *     of parts are left out. For DWA the attribute {@link #DWA_LEVEL}, a float, says how much may be lost
     * @param run how to work
     * @throws UnsupportedFileException if there is no codec for a compression
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if a level or the plane of a channel is missing or does not fit, parts do not go
     *     together in one file, or the level of DWA is negative
     */
    public static void write(Path path, List<ExrPart> parts, Run run) throws IOException {
        List<Header> headers = new ArrayList<>(
                PartHeaders.forFile(parts.stream().map(ExrPart::header).toList()));
        List<ChunkWriter.Part> work = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            headers.set(i, PartHeaders.withPixels(headers.get(i), parts.get(i)));
            work.add(new ChunkWriter.Part(headers.get(i), pixels(parts.get(i)), codecs(path, headers.get(i))));
        }
        byte[] start = HeaderWriter.bytes(headers);
        AtomicFile.write(path, channel -> {
            writeFully(channel, start);
            new ChunkWriter(path.toString(), channel, start.length, work).write(run);
        });
    }

    static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static Supplier<Codec> codecs(Path path, Header header) throws UnsupportedFileException {
        float level = header.attribute(DWA_LEVEL, Numbers.FloatValue.class)
                .map(Numbers.FloatValue::value)
                .orElse(Codecs.DEFAULT_DWA_LEVEL);
        if (!(level >= 0 && level < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(DWA_LEVEL + " must be a finite number from 0 on, not " + level);
        }
        Optional<String> obstacle = Codecs.whyNotPacked(header.compression());
        if (obstacle.isPresent()) {
            throw new UnsupportedFileException(
                    path.toString(),
                    "",
                    "files compressed with " + header.compression().label() + " cannot be written: " + obstacle.get());
        }
        return Codecs.factory(header.compression(), level).orElseThrow();
    }

    private static Map<Level, PixelSet> pixels(ExrPart part) {
        Map<Level, PixelSet> sets = new HashMap<>();
        for (Level level : part.header().levels()) {
            Pixels pixels = part.levels().get(level);
            if (pixels == null) {
                throw new IllegalArgumentException("the pixels of " + level + " are missing");
            }
            if (pixels instanceof Pixels.Deep != part.header().type().isDeep()) {
                throw new IllegalArgumentException("a part of type "
                        + part.header().type().label() + " cannot have these pixels: deep and flat are mixed up");
            }
            sets.put(level, set(part.header(), level, pixels));
        }
        return sets;
    }

    private static PixelSet set(Header header, Level level, Pixels pixels) {
        if (pixels instanceof Pixels.Deep deep) {
            return DeepPlaneSet.toWrite(header, header.window(level), deep.counts(), deep.planes());
        }
        return PlaneSet.toWrite(header, header.window(level), ((Pixels.Flat) pixels).planes());
    }
}
