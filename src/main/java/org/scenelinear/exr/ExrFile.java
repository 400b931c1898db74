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
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.scenelinear.exr.block.ChannelSizes;
import org.scenelinear.exr.block.ChunkFrames;
import org.scenelinear.exr.block.ChunkLayout;
import org.scenelinear.exr.block.ChunkReader;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.DeepPlaneSet;
import org.scenelinear.exr.block.OffsetTable;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.block.PlaneSet;
import org.scenelinear.exr.block.SampleCounts;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
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
 * <p>Headers of all files can be read; pixels in the compressions that {@link Codecs} has: of flat and deep parts, scan
 * lines or tiles, of every level. A {@link Selection} unpacks only what it needs. Several threads may read at once.
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

    /**
     * Opens a file that a stream gives; it is kept in memory, packed.
     *
     * @param name what messages call it
     * @param stream read to its end, not closed
     * @throws FileProblemException as {@link #open(Path)}
     */
    public static ExrFile open(String name, InputStream stream) throws FileProblemException {
        return open(ByteSource.of(name, stream));
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

    /** How many samples the plane of a channel needs for the full-size picture of a part, as below. */
    public int planeLength(int part, Channel channel) throws UnsupportedFileException {
        return planeLength(Selection.part(part), channel);
    }

    /**
     * How many samples the plane of a channel needs. Asked before the plane is made, this also tells whether there is
     * any use in making it.
     *
     * @param selection which pixels, of a flat part
     * @param channel one of its channels
     * @throws UnsupportedFileException if they do not fit an array or the memory, or pixels of this compression cannot
     *     be read
     * @throws IllegalArgumentException if there are no such pixels
     */
    public int planeLength(Selection selection, Channel channel) throws UnsupportedFileException {
        codecs(selection.part());
        long samples = PlaneSet.samples(channel, window(selection));
        return SizeLimits.arraySize(
                name(),
                "part " + selection.part() + ", channel \"" + channel.name() + "\"",
                samples,
                channel.type().bytes());
    }

    /**
     * The rectangle that the planes of a selection cover.
     *
     * @throws IllegalArgumentException if there is no such part or level, or the region is not within it
     */
    public Box2i window(Selection selection) {
        Header header = header(selection);
        Box2i window = header.window(selection.level());
        selection.region().ifPresent(region -> {
            if (!window.contains(region)) {
                throw new IllegalArgumentException(
                        "the region " + region.numbers() + " is not within " + window.numbers());
            }
        });
        return selection.region().orElse(window);
    }

    /** Reads the full-size picture of a flat part, as below; one missing or broken chunk ends it. */
    public void read(int part, Map<String, Plane> planes, Run run) throws FileProblemException {
        read(Selection.part(part), planes, Damage.REFUSE, run);
    }

    /**
     * Reads channels of flat pixels.
     *
     * @param selection which pixels
     * @param planes where the samples of which channel go; other channels are left out. Undefined if this fails
     * @param damage what to do about missing or broken chunks
     * @param run how to work
     * @throws FileProblemException if the file is broken or cannot be read
     * @throws UnsupportedFileException if pixels of this compression cannot be read
     * @throws IllegalArgumentException if there are no such pixels or channels, or a plane does not fit
     */
    public void read(Selection selection, Map<String, Plane> planes, Damage damage, Run run)
            throws FileProblemException {
        Header header = header(selection, false);
        Box2i window = window(selection);
        ChunkFrames frames = frames(selection.part());
        reader(selection.part(), frames, damage)
                .read(chunks(frames, selection), PlaneSet.toRead(header, window, planes), run);
    }

    /**
     * Reads how many samples deep pixels have.
     *
     * @param selection which pixels
     * @param damage what to do about missing or broken chunks; their pixels have no samples
     * @param run how to work
     * @return one number for each pixel, line by line
     * @throws FileProblemException as {@link #read(Selection, Map, Damage, Run)}
     * @throws IllegalArgumentException if there are no such pixels
     */
    public int[] readSampleCounts(Selection selection, Damage damage, Run run) throws FileProblemException {
        header(selection, true);
        Box2i window = window(selection);
        String place = "part " + selection.part();
        int[] counts = new int[SizeLimits.arraySize(name(), place, (long) window.width() * window.height())];
        ChunkFrames frames = frames(selection.part());
        reader(selection.part(), frames, damage)
                .readCounts(chunks(frames, selection), new SampleCounts(window, counts), run);
        return counts;
    }

    /**
     * How many samples the plane of a channel needs for deep pixels.
     *
     * @param counts what {@link #readSampleCounts} answered for them
     * @param channel one of the part's channels
     * @throws UnsupportedFileException if they do not fit an array or the memory
     */
    public int deepPlaneLength(int[] counts, Channel channel) throws UnsupportedFileException {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return SizeLimits.arraySize(
                name(),
                "channel \"" + channel.name() + "\"",
                sum,
                channel.type().bytes());
    }

    /**
     * Reads channels of deep pixels.
     *
     * @param selection which pixels
     * @param counts what {@link #readSampleCounts} answered for them
     * @param planes where the samples of which channel go, those of a pixel one after the other; each with room for as
     *     many as the numbers add up to
     * @param damage what to do about missing or broken chunks
     * @param run how to work
     * @throws FileProblemException as {@link #read(Selection, Map, Damage, Run)}
     * @throws IllegalArgumentException if there are no such pixels or channels, or a plane does not fit
     */
    public void readDeep(Selection selection, int[] counts, Map<String, Plane> planes, Damage damage, Run run)
            throws FileProblemException {
        Header header = header(selection, true);
        DeepPlaneSet set = DeepPlaneSet.toRead(header, window(selection), counts, planes);
        ChunkFrames frames = frames(selection.part());
        reader(selection.part(), frames, damage).readDeep(chunks(frames, selection), set, run);
    }

    /**
     * Unpacks all chunks of a part, of every level, and keeps nothing.
     *
     * @param part which part
     * @param damage told of each chunk that is missing or broken
     * @param run how to work
     * @throws FileProblemException if the file cannot be read or the compression is not known
     */
    public void check(int part, Damage damage, Run run) throws FileProblemException {
        ChunkFrames frames = frames(part);
        int[] all = IntStream.range(0, (int) frames.layout().chunks()).toArray();
        reader(part, frames, damage).check(all, headers().get(part).type().isDeep(), run);
    }

    /** Whether there is a codec for the pixels of a part. */
    public boolean canRead(int part) {
        Header header = headers().get(part);
        return (!header.type().isDeep() || header.compression().canBeDeep())
                && Codecs.factory(header.compression(), Codecs.DEFAULT_DWA_LEVEL)
                        .isPresent();
    }

    /** Tells how much of a part's packed bytes each of its channels takes. */
    ChannelSizes channelSizes(int part) throws UnsupportedFileException {
        return new ChannelSizes(frames(part), headers().get(part), codecs(part));
    }

    /** The chunks of a part as they lie in the file. */
    public ChunkFrames frames(int part) {
        return new ChunkFrames(source, headers, offsets, part);
    }

    private ChunkReader reader(int part, ChunkFrames frames, Damage damage) throws UnsupportedFileException {
        return new ChunkReader(frames, headers().get(part).compression(), codecs(part), damage);
    }

    private int[] chunks(ChunkFrames frames, Selection selection) {
        return frames.layout().chunks(selection.level(), window(selection));
    }

    private Header header(Selection selection, boolean deep) throws UnsupportedFileException {
        Header header = header(selection);
        if (header.type().isDeep() != deep) {
            throw new UnsupportedFileException(
                    name(),
                    "part " + selection.part(),
                    deep
                            ? "its pixels are flat (" + header.type().label() + "), not deep"
                            : "its pixels are deep (" + header.type().label() + "): they have no single value");
        }
        return header;
    }

    private Header header(Selection selection) {
        if (selection.part() < 0 || selection.part() >= headers().size()) {
            throw new IllegalArgumentException("there is no part " + selection.part());
        }
        Header header = headers().get(selection.part());
        if (!header.levels().contains(selection.level())) {
            throw new IllegalArgumentException("part " + selection.part() + " has no " + selection.level());
        }
        return header;
    }

    private Supplier<Codec> codecs(int part) throws UnsupportedFileException {
        Header header = headers().get(part);
        if (header.type().isDeep() && !header.compression().canBeDeep()) {
            throw cannotRead(part, "deep pixels", header.compression(), "the format has no such");
        }
        return Codecs.factory(header.compression(), Codecs.DEFAULT_DWA_LEVEL)
                .orElseThrow(() -> cannotRead(part, "pixels", header.compression(), Codecs.NONE));
    }

    private UnsupportedFileException cannotRead(int part, String what, Compression compression, String why) {
        return new UnsupportedFileException(
                name(), "part " + part, what + " compressed with " + compression.label() + " cannot be read: " + why);
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
