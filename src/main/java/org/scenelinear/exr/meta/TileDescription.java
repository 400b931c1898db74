/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.io.LittleEndianOutput;

/**
 * How a tiled part is cut into tiles and which smaller levels it has.
 *
 * @param xSize columns of a tile
 * @param ySize lines of a tile
 * @param levels which smaller versions of the picture the part also holds
 * @param rounding how an odd size is halved from one level to the next
 */
public record TileDescription(int xSize, int ySize, LevelMode levels, LevelRounding rounding)
        implements AttributeValue {
    /** Which smaller versions of the picture a part holds, in the order of the codes in a file. */
    public enum LevelMode {
        ONE_LEVEL("oneLevel"),
        /** Both sides halved together. */
        MIPMAP("mipmap"),
        /** Each side halved on its own: every combination. */
        RIPMAP("ripmap");

        private final String label;

        LevelMode(String label) {
            this.label = label;
        }

        /** The name in the format's documents. */
        public String label() {
            return label;
        }
    }

    /** How an odd size is halved, in the order of the codes in a file. */
    public enum LevelRounding {
        DOWN,
        UP
    }

    /** The levels of a side of so many pixels: how often it can be halved until it is 1, and the side itself. */
    public int levelCount(int size) {
        int floor = 31 - Integer.numberOfLeadingZeros(size);
        boolean up = rounding == LevelRounding.UP && size != 1 << floor;
        return floor + (up ? 2 : 1);
    }

    /**
     * The levels of a part, in the order of their chunks in the offset table: the full-size one first, those of a
     * ripmap with the width halved fastest.
     *
     * @param window the part's data window
     */
    public List<Level> levels(Box2i window) {
        List<Level> list = new ArrayList<>();
        switch (levels) {
            case ONE_LEVEL -> list.add(Level.FULL);
            case MIPMAP -> {
                for (int level = 0; level < levelCount(Math.max(window.width(), window.height())); level++) {
                    list.add(new Level(level, level));
                }
            }
            case RIPMAP -> {
                for (int y = 0; y < levelCount(window.height()); y++) {
                    for (int x = 0; x < levelCount(window.width()); x++) {
                        list.add(new Level(x, y));
                    }
                }
            }
        }
        return list;
    }

    /**
     * The rectangle of a level: it begins where the data window does.
     *
     * @param window the part's data window
     * @param level one of its levels
     */
    public Box2i window(Box2i window, Level level) {
        return new Box2i(
                window.xMin(), window.yMin(), (int) (window.xMin() + halved(window.width(), level.x()) - 1), (int)
                        (window.yMin() + halved(window.height(), level.y()) - 1));
    }

    private long halved(int size, int times) {
        long rounded = rounding == LevelRounding.DOWN ? size : size + (1L << times) - 1;
        return Math.max(1, rounded >> times);
    }

    @Override
    public String typeName() {
        return "tiledesc";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeInt(xSize);
        out.writeInt(ySize);
        out.writeByte(levels.ordinal() | rounding.ordinal() << 4);
    }
}
