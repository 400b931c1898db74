/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.util.List;
import org.scenelinear.exr.meta.Channel;

/**
 * The rectangle of pixels that one chunk holds, and how its raw bytes lie: line by line from the top; within a line
 * channel by channel in the order of the header's (sorted) list; within a channel the samples from left to right,
 * little-endian. A subsampled channel has samples only where its sampling divides the pixel's coordinate. In a deep
 * part a pixel has any number of samples, the same number in every channel; they follow one another.
 *
 * @param channels all channels of the part, sorted as stored
 * @param x left column, in the coordinates of the data window
 * @param y top line, likewise
 * @param width columns, at least 1
 * @param height lines, at least 1
 * @param deepSamples for a deep part how many samples each line has in every channel, from the top; empty for a flat
 *     part
 */
public record Block(List<Channel> channels, int x, int y, int width, int height, List<Integer> deepSamples) {
    /** Pixels of a flat part. */
    public Block(List<Channel> channels, int x, int y, int width, int height) {
        this(channels, x, y, width, height, List.of());
    }

    /** Whether a pixel may have other than one sample in a channel. */
    public boolean isDeep() {
        return !deepSamples.isEmpty();
    }

    /** Samples a channel has in one line, given in the coordinates of the data window. */
    public int samplesInLine(Channel channel, int line) {
        if (isDeep()) {
            return deepSamples.get(line - y);
        }
        return hasLine(channel, line) ? samplesPerLine(channel) : 0;
    }

    /** Samples a channel of a flat part has in one of its lines. */
    public int samplesPerLine(Channel channel) {
        return multiples(x, width, channel.xSampling());
    }

    /** Lines in which a channel of a flat part has samples. */
    public int lines(Channel channel) {
        return multiples(y, height, channel.ySampling());
    }

    /** Whether a channel has samples in a line, given in the coordinates of the data window. */
    public static boolean hasLine(Channel channel, int line) {
        return Math.floorMod(line, channel.ySampling()) == 0;
    }

    /** Bytes of the raw pixels. */
    public long rawSize() {
        long deep = deepSamples.stream().mapToLong(Integer::longValue).sum();
        long size = 0;
        for (Channel channel : channels) {
            long samples = isDeep() ? deep : (long) samplesPerLine(channel) * lines(channel);
            size += samples * channel.type().bytes();
        }
        return size;
    }

    private static int multiples(int start, int count, int step) {
        return Math.floorDiv(start + count - 1, step) - Math.floorDiv(start - 1, step);
    }
}
