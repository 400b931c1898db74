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
import java.util.stream.IntStream;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.LineOrder;

/** Chunks of a fixed number of lines; the last may have fewer. */
final class ScanLineLayout implements ChunkLayout {
    private final List<Channel> channels;
    private final Box2i window;
    private final int linesPerChunk;

    ScanLineLayout(Header header) {
        channels = header.channels();
        window = header.dataWindow();
        linesPerChunk = header.compression().linesPerChunk();
    }

    @Override
    public long chunks() {
        return ((long) window.height() + linesPerChunk - 1) / linesPerChunk;
    }

    @Override
    public int[] chunks(Level level, Box2i region) {
        int first = (int) (((long) region.yMin() - window.yMin()) / linesPerChunk);
        int last = (int) (((long) region.yMax() - window.yMin()) / linesPerChunk);
        return IntStream.rangeClosed(first, last).toArray();
    }

    @Override
    public int stored(int place, LineOrder order) {
        return order == LineOrder.DECREASING_Y ? (int) chunks() - 1 - place : place;
    }

    @Override
    public Level level(int chunk) {
        return Level.FULL;
    }

    @Override
    public Block block(int chunk) {
        int y = top(chunk);
        int height = (int) Math.min(linesPerChunk, (long) window.yMax() - y + 1);
        return new Block(channels, window.xMin(), y, window.width(), height);
    }

    @Override
    public int coordinateCount() {
        return 1;
    }

    @Override
    public int[] coordinates(int chunk) {
        return new int[] {top(chunk)};
    }

    @Override
    public long indexOf(int[] coordinates) {
        long line = (long) coordinates[0] - window.yMin();
        return line >= 0 && line % linesPerChunk == 0 && line < window.height() ? line / linesPerChunk : -1;
    }

    @Override
    public String describe(int chunk) {
        return "line " + top(chunk);
    }

    private int top(int chunk) {
        return (int) (window.yMin() + (long) chunk * linesPerChunk);
    }
}
