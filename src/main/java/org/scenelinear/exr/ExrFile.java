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

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scenelinear.exr.block.ChunkLayout;
import org.scenelinear.exr.block.ChunkReader;
import org.scenelinear.exr.block.OffsetTable;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.block.PlaneSet;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.FileHeaders;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.HeaderReader;
import org.scenelinear.exr.meta.VersionFlags;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/**
 * An OpenEXR file, open for reading.
 *
 * <pre>{@code
 * try (ExrFile file = ExrFile.open(path)) {
 *     Header header = file.headers().get(0);
 *     float[] red = new float[file.planeLength(0, header.channel("R").orElseThrow())];
 *     file.read(0, Map.of("R", Plane.of(red)), Run.inThisThread());
 * }
 * }</pre>
 *
 * <p>Headers of all files can be read; pixels of flat parts, scan lines or tiles, in the compressions that
 * {@link Codecs} has. Of a part with several levels the full-size one is read. Several threads may read at once.
 */
public final class ExrFile implements Closeable {
    private final ByteSource source;
    private final FileHeaders headers;
    private final OffsetTable offsets;

    private ExrFile(ByteSource source) throws FileProblemException {
        this.source = source;
        this.headers = HeaderReader.read(source);
        requirePossibleSizes();
        this.offsets = OffsetTable.read(source, headers);
    }

    /**
     * Opens a file and reads its headers.
     *
     * @param path the file
     * @throws FileProblemException if it cannot be opened, is no OpenEXR file, its headers break a rule, or they claim
     *     more pixels than such a file can hold
     */
    public static ExrFile open(Path path) throws FileProblemException {
        return open(ByteSource.open(path));
    }

    /**
     * Opens a file in memory.
     *
     * @param name what messages call it
     * @param bytes the whole file; not copied
     * @throws FileProblemException as {@link #open(Path)}
     */
    public static ExrFile open(String name, byte[] bytes) throws FileProblemException {
        return open(ByteSource.of(name, bytes));
    }

    private static ExrFile open(ByteSource source) throws FileProblemException {
        try {
            return new ExrFile(source);
        } catch (FileProblemException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The file's path or name. */
    public String name() {
        return source.name();
    }

    /** The length of the file in bytes. */
    public long size() {
        return source.size();
    }

    /** The flags of the version field. */
    public VersionFlags flags() {
        return headers.flags();
    }

    /** The headers, one per part; at least one. */
    public List<Header> headers() {
        return headers.parts();
    }

    /** How many chunks a part has, those of smaller levels included. */
    public long chunkCount(int part) {
        return ChunkLayout.of(headers().get(part)).chunks();
    }

    /**
     * How many samples the plane of a channel needs. Asked before the plane is made, this also tells whether there is
     * any use in making it.
     *
     * @param part which part
     * @param channel one of its channels
     * @throws UnsupportedFileException if they do not fit an array or the memory, or pixels of this kind of part or
     *     compression cannot be read
     */
    public int planeLength(int part, Channel channel) throws UnsupportedFileException {
        codecs(part);
        Header header = headers().get(part);
        return SizeLimits.arraySize(
                name(),
                "part " + part + ", channel \"" + channel.name() + "\"",
                (long) header.planeWidth(channel) * header.planeHeight(channel),
                channel.type().bytes());
    }

    /**
     * Reads channels of a part; of several levels, the full-size one.
     *
     * @param part which part, from 0
     * @param planes where the samples of which channel go; other channels are left out. Undefined if this fails
     * @param run how to work
     * @throws FileProblemException if the file is broken or cannot be read
     * @throws UnsupportedFileException if pixels of this kind of part or compression cannot be read
     * @throws IllegalArgumentException if the part has no such channel, or a plane does not fit it
     */
    public void read(int part, Map<String, Plane> planes, Run run) throws FileProblemException {
        Supplier<Codec> codecs = codecs(part);
        PlaneSet set = PlaneSet.toRead(headers().get(part), planes);
        new ChunkReader(source, headers, offsets, part, codecs).read(set, run);
    }

    private Supplier<Codec> codecs(int part) throws UnsupportedFileException {
        Header header = headers().get(part);
        if (header.type().isDeep()) {
            throw cannotRead(part, "pixels of deep parts (" + header.type().label() + ")");
        }
        return Codecs.factory(header.compression(), Codecs.DEFAULT_DWA_LEVEL)
                .orElseThrow(() -> cannotRead(
                        part, "pixels compressed with " + header.compression().label()));
    }

    private UnsupportedFileException cannotRead(int part, String what) {
        return new UnsupportedFileException(name(), "part " + part, what + " cannot be read yet");
    }

    /** Refuses claimed pixels that the whole file could not hold, before anybody takes memory for them. */
    private void requirePossibleSizes() throws FileProblemException {
        for (int part = 0; part < headers().size(); part++) {
            Header header = headers().get(part);
            if (header.type().isDeep()) {
                continue; // pixels without samples take no room
            }
            double bytes = 0; // a window of 2^31 x 2^31 pixels goes beyond a long
            for (Channel channel : header.channels()) {
                bytes += (double) header.planeWidth(channel)
                        * header.planeHeight(channel)
                        * channel.type().bytes();
            }
            SizeLimits.requirePossible(
                    name(),
                    "part " + part + ", attribute \"dataWindow\"",
                    (long) bytes,
                    source.size() - headers.end(),
                    header.compression().greatestRatio());
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
