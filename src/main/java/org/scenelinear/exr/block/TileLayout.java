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
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.TileDescription;

/** Rectangular chunks, level by level and row by row; those at the right and the bottom may be smaller. */
final class TileLayout implements ChunkLayout {
    private final List<Channel> channels;
    private final TileDescription tiles;
    private final Grid[] grids;
    /** The number of the first chunk of each level. */
    private final long[] firsts;

    private final long chunks;

    /** The tiles of one level. */
    private record Grid(Level level, Box2i window, long across, long down) {}

    TileLayout(Header header) {
        channels = header.channels();
        tiles = header.tiles().orElseThrow();
        List<Level> levels = header.levels();
        grids = new Grid[levels.size()];
        firsts = new long[grids.length];
        double sum = 0; // of a huge window more than a long holds: then Long.MAX_VALUE, which no file can hold
        for (int i = 0; i < grids.length; i++) {
            Box2i window = header.window(levels.get(i));
            long across = ((long) window.width() + tiles.xSize() - 1) / tiles.xSize();
            long down = ((long) window.height() + tiles.ySize() - 1) / tiles.ySize();
            grids[i] = new Grid(levels.get(i), window, across, down);
            firsts[i] = (long) sum;
            sum += (double) across * down;
        }
        chunks = (long) sum;
    }

    @Override
    public long chunks() {
        return chunks;
    }

    @Override
    public int[] chunks(Level level, Box2i region) {
        int index = indexOf(level);
        Grid grid = grids[index];
        long left = ((long) region.xMin() - grid.window.xMin()) / tiles.xSize();
        long right = ((long) region.xMax() - grid.window.xMin()) / tiles.xSize();
        long top = ((long) region.yMin() - grid.window.yMin()) / tiles.ySize();
        long bottom = ((long) region.yMax() - grid.window.yMin()) / tiles.ySize();
        int[] found = new int[Math.toIntExact((right - left + 1) * (bottom - top + 1))];
        int i = 0;
        for (long row = top; row <= bottom; row++) {
            for (long column = left; column <= right; column++) {
                found[i++] = (int) (firsts[index] + row * grid.across + column);
            }
        }
        return found;
    }

    @Override
    public int stored(int place, LineOrder order) {
        if (order != LineOrder.DECREASING_Y) {
            return place;
        }
        int index = gridIndex(place);
        Grid grid = grids[index];
        long within = place - firsts[index];
        long row = grid.down - 1 - within / grid.across;
        return (int) (firsts[index] + row * grid.across + within % grid.across);
    }

    @Override
    public Level level(int chunk) {
        return grids[gridIndex(chunk)].level;
    }

    @Override
    public Block block(int chunk) {
        int index = gridIndex(chunk);
        Box2i window = grids[index].window;
        long within = chunk - firsts[index];
        long x = window.xMin() + within % grids[index].across * tiles.xSize();
        long y = window.yMin() + within / grids[index].across * tiles.ySize();
        return new Block(channels, (int) x, (int) y, (int) Math.min(tiles.xSize(), window.xMax() - x + 1), (int)
                Math.min(tiles.ySize(), window.yMax() - y + 1));
    }

    @Override
    public int coordinateCount() {
        return 4;
    }

    @Override
    public int[] coordinates(int chunk) {
        int index = gridIndex(chunk);
        Grid grid = grids[index];
        long within = chunk - firsts[index];
        return new int[] {(int) (within % grid.across), (int) (within / grid.across), grid.level.x(), grid.level.y()};
    }

    @Override
    public long indexOf(int[] coordinates) {
        int index = indexOf(new Level(coordinates[2], coordinates[3]));
        int x = coordinates[0];
        int y = coordinates[1];
        if (index < 0 || x < 0 || x >= grids[index].across || y < 0 || y >= grids[index].down) {
            return -1;
        }
        return firsts[index] + y * grids[index].across + x;
    }

    @Override
    public String describe(int chunk) {
        int[] c = coordinates(chunk);
        String tile = "tile " + c[0] + ", " + c[1];
        return grids.length == 1 ? tile : tile + " of " + level(chunk);
    }

    private int indexOf(Level level) {
        for (int i = 0; i < grids.length; i++) {
            if (grids[i].level.equals(level)) {
                return i;
            }
        }
        return -1;
    }

    /** Which level a chunk belongs to. */
    private int gridIndex(int chunk) {
        int found = Arrays.binarySearch(firsts, chunk);
        return found >= 0 ? found : -found - 2;
    }
}
