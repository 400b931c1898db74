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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;

/**
 * The samples of the deep pixels in a rectangle: how many each pixel has, and a plane for each channel in which those
 * of a pixel follow one another, pixel by pixel and line by line.
 */
public final class DeepPlaneSet implements PixelSet {
    private final Box2i region;
    private final List<Channel> channels;
    private final int[] counts;
    /** Where the samples of each pixel begin, and at last where they end. */
    private final int[] starts;

    private final Plane[] planes;

    private DeepPlaneSet(Box2i region, List<Channel> channels, int[] counts, Plane[] planes) {
        this.region = region;
        this.channels = channels;
        this.counts = counts;
        this.planes = planes;
        this.starts = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            starts[i + 1] = starts[i] + counts[i];
        }
    }

    /**
     * All samples of some pixels.
     *
     * @throws IllegalArgumentException if a number is negative, or they add up to more than an array holds
     */
    public static int total(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a pixel cannot have " + count + " samples");
            }
            sum += count;
        }
        if (sum > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(sum + " samples are more than an array holds");
        }
        return (int) sum;
    }

    /**
     * Planes to read into; channels that are not named are left out.
     *
     * @param header of the part
     * @param region a rectangle
     * @param counts the numbers of samples that its pixels have
     * @param planes of the channels that are wanted
     * @throws IllegalArgumentException if the part has no such channel, or a plane does not fit
     */
    public static DeepPlaneSet toRead(Header header, Box2i region, int[] counts, Map<String, Plane> planes) {
        Planes arranged = new Planes(header.channels(), planes);
        int total = requireCounts(region, counts);
        arranged.requireRoom(channel -> total);
        arranged.requireReadable();
        return new DeepPlaneSet(region, header.channels(), counts, arranged.inOrder());
    }

    /**
     * Planes to write; every channel needs one.
     *
     * @throws IllegalArgumentException as {@link #toRead}, or if a channel has no plane
     */
    public static DeepPlaneSet toWrite(Header header, Box2i region, int[] counts, Map<String, Plane> planes) {
        Planes arranged = new Planes(header.channels(), planes);
        int total = requireCounts(region, counts);
        arranged.requireRoom(channel -> total);
        arranged.requireWritable();
        return new DeepPlaneSet(region, header.channels(), counts, arranged.inOrder());
    }

    private static int requireCounts(Box2i region, int[] counts) {
        if (counts.length != (long) region.width() * region.height()) {
            throw new IllegalArgumentException(
                    counts.length + " numbers of samples for " + region.width() + " x " + region.height() + " pixels");
        }
        return total(counts);
    }

    /** Copies the raw bytes of a chunk into the planes. */
    void unpack(Block block, int[] ofBlock, byte[] raw) {
        int left = Math.max(block.x(), region.xMin());
        int right = Math.min(block.x() + block.width() - 1, region.xMax());
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            int inLine = block.deepSamples().get(y - block.y());
            if (y >= region.yMin() && y <= region.yMax()) {
                int line = (y - block.y()) * block.width();
                int before = sum(ofBlock, line, line + left - block.x());
                int first = (y - region.yMin()) * region.width() + left - region.xMin();
                int pixels = right - left + 1;
                if (!Arrays.equals(
                        ofBlock,
                        line + left - block.x(),
                        line + left - block.x() + pixels,
                        counts,
                        first,
                        first + pixels)) {
                    throw new IllegalArgumentException(
                            "the pixels of line " + y + " have other numbers of samples than was said");
                }
                int samples = starts[first + pixels] - starts[first];
                for (int i = 0; i < planes.length; i++) {
                    int bytes = channels.get(i).type().bytes();
                    if (planes[i] != null) {
                        Samples.read(
                                channels.get(i).type(),
                                raw,
                                position + before * bytes,
                                planes[i],
                                starts[first],
                                samples);
                    }
                    position += inLine * bytes;
                }
            } else {
                for (Channel channel : channels) {
                    position += inLine * channel.type().bytes();
                }
            }
        }
    }

    /** The block of a chunk with its lines' numbers of samples. */
    Block withCounts(Block block) {
        Integer[] lines = new Integer[block.height()];
        for (int line = 0; line < lines.length; line++) {
            int first = index(block, line);
            lines[line] = starts[first + block.width()] - starts[first];
        }
        return new Block(block.channels(), block.x(), block.y(), block.width(), block.height(), List.of(lines));
    }

    /** Writes the table of sample counts of a chunk: sums along each line. */
    void packCounts(Block block, byte[] raw) {
        int position = 0;
        for (int line = 0; line < block.height(); line++) {
            int first = index(block, line);
            for (int x = 1; x <= block.width(); x++) {
                Samples.writeInt(raw, position, starts[first + x] - starts[first]);
                position += Integer.BYTES;
            }
        }
    }

    /** Copies the planes' samples into the raw bytes of a chunk. */
    void pack(Block block, byte[] raw) {
        int position = 0;
        for (int line = 0; line < block.height(); line++) {
            int first = starts[index(block, line)];
            int samples = block.deepSamples().get(line);
            for (int i = 0; i < planes.length; i++) {
                Samples.write(channels.get(i).type(), planes[i], first, raw, position, samples);
                position += samples * channels.get(i).type().bytes();
            }
        }
    }

    /** The number of the first pixel in a line of a block. */
    private int index(Block block, int line) {
        return (block.y() + line - region.yMin()) * region.width() + block.x() - region.xMin();
    }

    private static int sum(int[] numbers, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
