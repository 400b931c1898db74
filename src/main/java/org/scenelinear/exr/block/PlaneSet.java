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

import java.util.List;
import java.util.Map;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;

/** The planes of the pixels in a rectangle of a flat part, and where the pixels of a chunk lie in them. */
public final class PlaneSet implements PixelSet {
    private final Block region;
    private final List<Channel> channels;
    /** One per channel; null where the caller does not want it. */
    private final Plane[] planes;

    private PlaneSet(Block region, Plane[] planes) {
        this.region = region;
        this.channels = region.channels();
        this.planes = planes;
    }

    /**
     * How many samples a channel has in a rectangle.
     *
     * @param channel any channel; a subsampled one has some only where its sampling divides the pixel's coordinates
     * @param region the rectangle
     */
    public static long samples(Channel channel, Box2i region) {
        Block block = block(List.of(channel), region);
        return (long) block.samplesPerLine(channel) * block.lines(channel);
    }

    /**
     * Planes to read into; channels that are not named are left out.
     *
     * @param header of the part
     * @param region the rectangle that the planes cover
     * @param planes of the channels that are wanted
     * @throws IllegalArgumentException if the part has no such channel, or a plane is too small or cannot take its type
     */
    public static PlaneSet toRead(Header header, Box2i region, Map<String, Plane> planes) {
        Planes arranged = new Planes(header.channels(), planes);
        arranged.requireRoom(channel -> samples(channel, region));
        arranged.requireReadable();
        return new PlaneSet(block(header.channels(), region), arranged.inOrder());
    }

    /**
     * Planes to write; every channel needs one.
     *
     * @param header of the part
     * @param region the rectangle that the planes cover
     * @param planes of all channels
     * @throws IllegalArgumentException if a channel has none, or one that is too small or not convertible to its type
     */
    public static PlaneSet toWrite(Header header, Box2i region, Map<String, Plane> planes) {
        Planes arranged = new Planes(header.channels(), planes);
        arranged.requireRoom(channel -> samples(channel, region));
        arranged.requireWritable();
        return new PlaneSet(block(header.channels(), region), arranged.inOrder());
    }

    /** Copies those raw pixels of a chunk that lie in the rectangle into the planes. */
    void unpack(Block block, byte[] raw) {
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            boolean inside = line >= region.y() && line - region.y() < region.height();
            for (int i = 0; i < planes.length; i++) {
                Channel channel = channels.get(i);
                if (!Block.hasLine(channel, line)) {
                    continue;
                }
                int count = block.samplesPerLine(channel);
                int bytes = channel.type().bytes();
                if (inside && planes[i] != null) {
                    int before = first(block.x(), channel.xSampling());
                    int left = first(region.x(), channel.xSampling());
                    int width = region.samplesPerLine(channel);
                    int from = Math.max(before, left);
                    int to = Math.min(before + count, left + width);
                    int start = row(channel, line) * width + from - left;
                    Samples.read(channel.type(), raw, position + (from - before) * bytes, planes[i], start, to - from);
                }
                position += count * bytes;
            }
        }
    }

    /** Copies the planes' samples into the raw bytes of a chunk, all of whose pixels lie in the rectangle. */
    void pack(Block block, byte[] raw) {
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int i = 0; i < planes.length; i++) {
                Channel channel = channels.get(i);
                if (!Block.hasLine(channel, line)) {
                    continue;
                }
                int count = block.samplesPerLine(channel);
                int column = first(block.x(), channel.xSampling()) - first(region.x(), channel.xSampling());
                int start = row(channel, line) * region.samplesPerLine(channel) + column;
                Samples.write(channel.type(), planes[i], start, raw, position, count);
                position += count * channel.type().bytes();
            }
        }
    }

    private int row(Channel channel, int line) {
        return first(line, channel.ySampling()) - first(region.y(), channel.ySampling());
    }

    /** The number of the first sample at or after a coordinate, where every {@code step}th pixel has one. */
    private static int first(int coordinate, int step) {
        return -Math.floorDiv(-coordinate, step);
    }

    private static Block block(List<Channel> channels, Box2i region) {
        return new Block(channels, region.xMin(), region.yMin(), region.width(), region.height());
    }
}
