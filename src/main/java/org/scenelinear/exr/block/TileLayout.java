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
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;

/**
 * Rectangular chunks, row by row; those at the right and the bottom may be smaller. Smaller levels are only counted.
 */
final class TileLayout implements ChunkLayout {
    private final List<Channel> channels;
    private final Box2i window;
    private final TileDescription tiles;

    TileLayout(Header header) {
        channels = header.channels();
        window = header.dataWindow();
        tiles = header.tiles().orElseThrow();
    }

    @Override
    public long chunks() {
        int width = window.width();
        int height = window.height();
        return switch (tiles.levels()) {
            case ONE_LEVEL -> fullSizeChunks();
            case MIPMAP -> {
                long sum = 0;
                for (int level = 0; level < tiles.levelCount(Math.max(width, height)); level++) {
                    sum += tilesAcross(width, level) * tilesDown(height, level);
                }
                yield sum;
            }
            case RIPMAP -> {
                long across = 0;
                for (int level = 0; level < tiles.levelCount(width); level++) {
                    across += tilesAcross(width, level);
                }
                long down = 0;
                for (int level = 0; level < tiles.levelCount(height); level++) {
                    down += tilesDown(height, level);
                }
                yield (long) ((double) across * down); // of a huge window: more than a long holds, then Long.MAX_VALUE
            }
        };
    }

    @Override
    public long fullSizeChunks() {
        return tilesAcross(window.width(), 0) * tilesDown(window.height(), 0);
    }

    @Override
    public Block block(int chunk) {
        long x = window.xMin() + (long) column(chunk) * tiles.xSize();
        long y = window.yMin() + (long) row(chunk) * tiles.ySize();
        return new Block(channels, (int) x, (int) y, (int) Math.min(tiles.xSize(), window.xMax() - x + 1), (int)
                Math.min(tiles.ySize(), window.yMax() - y + 1));
    }

    @Override
    public int coordinateCount() {
        return 4;
    }

    @Override
    public int[] coordinates(int chunk) {
        return new int[] {column(chunk), row(chunk), 0, 0};
    }

    @Override
    public long indexOf(int[] coordinates) {
        int xLevel = coordinates[2];
        int yLevel = coordinates[3];
        long before = chunksBefore(xLevel, yLevel);
        if (before < 0) {
            return -1;
        }
        long across = tilesAcross(window.width(), xLevel);
        long down = tilesDown(window.height(), yLevel);
        int x = coordinates[0];
        int y = coordinates[1];
        return x >= 0 && x < across && y >= 0 && y < down ? before + y * across + x : -1;
    }

    /** How many chunks stand before a level in the table, or -1 if the part has no such level. */
    private long chunksBefore(int xLevel, int yLevel) {
        int width = window.width();
        int height = window.height();
        boolean ripmap = tiles.levels() == LevelMode.RIPMAP;
        int across =
                tiles.levels() == LevelMode.ONE_LEVEL ? 1 : tiles.levelCount(ripmap ? width : Math.max(width, height));
        int down = ripmap ? tiles.levelCount(height) : across;
        if (xLevel < 0 || xLevel >= across || yLevel < 0 || yLevel >= down || !ripmap && xLevel != yLevel) {
            return -1;
        }
        long sum = 0;
        for (int y = 0; y <= yLevel; y++) {
            for (int x = ripmap ? 0 : y; x < (ripmap ? across : y + 1); x++) {
                if (x == xLevel && y == yLevel) {
                    return sum;
                }
                sum += tilesAcross(width, x) * tilesDown(height, y);
            }
        }
        return sum;
    }

    @Override
    public String describe(int chunk) {
        return "tile " + column(chunk) + ", " + row(chunk);
    }

    private int column(int chunk) {
        return (int) (chunk % tilesAcross(window.width(), 0));
    }

    private int row(int chunk) {
        return (int) (chunk / tilesAcross(window.width(), 0));
    }

    private long tilesAcross(int width, int level) {
        return ((long) size(width, level) + tiles.xSize() - 1) / tiles.xSize();
    }

    private long tilesDown(int height, int level) {
        return ((long) size(height, level) + tiles.ySize() - 1) / tiles.ySize();
    }

    private int size(int size, int level) {
        long half = tiles.rounding() == LevelRounding.DOWN ? size : size + (1L << level) - 1;
        return (int) Math.max(1, half >> level);
    }
}
