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
 * The rectangle of pixels that one chunk of a flat part holds, and how its raw bytes lie: line by line from the top;
 * within a line channel by channel in the order of the header's (sorted) list; within a channel the samples from left
 * to right, little-endian. A subsampled channel has samples only where its sampling divides the pixel's coordinate.
 *
 * @param channels all channels of the part, sorted as stored
 * @param x left column, in the coordinates of the data window
 * @param y top line, likewise
 * @param width columns, at least 1
 * @param height lines, at least 1
 */
public record Block(List<Channel> channels, int x, int y, int width, int height) {
    /** Samples a channel has in one of its lines. */
    public int samplesPerLine(Channel channel) {
        return multiples(x, width, channel.xSampling());
    }

    /** Lines in which a channel has samples. */
    public int lines(Channel channel) {
        return multiples(y, height, channel.ySampling());
    }

    /** Whether a channel has samples in a line, given in the coordinates of the data window. */
    public static boolean hasLine(Channel channel, int line) {
        return Math.floorMod(line, channel.ySampling()) == 0;
    }

    /** Bytes of the raw pixels. */
    public long rawSize() {
        long size = 0;
        for (Channel channel : channels) {
            size += (long) samplesPerLine(channel)
                    * lines(channel)
                    * channel.type().bytes();
        }
        return size;
    }

    private static int multiples(int start, int count, int step) {
        return Math.floorDiv(start + count - 1, step) - Math.floorDiv(start - 1, step);
    }
}
