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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scenelinear.exr.block.ChunkWriter;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.block.PlaneSet;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderWriter;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/**
 * Writes OpenEXR files with one part of scan lines.
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
 * <p>Equal input gives equal bytes, whatever the number of threads.
 */
public final class ExrWriter {
    /** The attribute that says how much DWA was allowed to lose. */
    public static final String DWA_LEVEL = "dwaCompressionLevel";

    /**
     * What describes the chunks of the file that a header comes from, and would be wrong in the one that is written.
     */
    private static final List<String> OF_CHUNKS = List.of("tiles", "chunkCount");

    private static final List<String> OF_DEEP_PARTS = List.of("version", "maxSamplesPerPixel", "deepImageState");

    private ExrWriter() {}

    /**
     * Writes a file whole or not at all.
     *
     * @param path the file to create or replace
     * @param header the part: its attributes are carried, in their order. Where it comes from a tiled or deep part, or
     *     says another line order, it is made one of scan lines downwards. For DWA the attribute {@link #DWA_LEVEL}, a
     *     float, says how much may be lost; it is added if it is missing
     * @param planes the samples of every channel
     * @param run how to work
     * @throws UnsupportedFileException if there is no codec for the compression
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if a channel has no plane or one that does not fit it, or the level of DWA is
     *     negative
     */
    public static void write(Path path, Header header, Map<String, Plane> planes, Run run) throws IOException {
        Header written = asScanLines(header);
        float level = written.attribute(DWA_LEVEL, Numbers.FloatValue.class)
                .map(Numbers.FloatValue::value)
                .orElse(Codecs.DEFAULT_DWA_LEVEL);
        if (!(level >= 0 && level < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(DWA_LEVEL + " must be a finite number from 0 on, not " + level);
        }
        Supplier<Codec> codecs = Codecs.factory(written.compression(), level)
                .orElseThrow(() -> new UnsupportedFileException(
                        path.toString(),
                        "",
                        "files compressed with " + written.compression().label() + " cannot be written yet"));
        PlaneSet set = PlaneSet.toWrite(written, planes);
        byte[] start = HeaderWriter.bytes(written);
        AtomicFile.write(path, channel -> {
            ByteBuffer buffer = ByteBuffer.wrap(start);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            new ChunkWriter(path.toString(), channel, start.length, written, codecs).write(set, run);
        });
    }

    private static Header asScanLines(Header header) {
        Header.Builder builder = header.toBuilder().type(PartType.SCAN_LINE).lineOrder(LineOrder.INCREASING_Y);
        OF_CHUNKS.forEach(builder::remove);
        if (header.type().isDeep()) {
            OF_DEEP_PARTS.forEach(builder::remove);
        }
        if (header.attribute("type").isPresent()) {
            builder.attribute("type", new AttributeValue.StringValue(PartType.SCAN_LINE.label()));
        }
        boolean dwa = header.compression() == Compression.DWAA || header.compression() == Compression.DWAB;
        if (dwa && header.attribute(DWA_LEVEL, Numbers.FloatValue.class).isEmpty()) {
            builder.attribute(DWA_LEVEL, new Numbers.FloatValue(Codecs.DEFAULT_DWA_LEVEL));
        }
        return builder.build();
    }
}
