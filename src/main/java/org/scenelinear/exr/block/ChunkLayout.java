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

import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.LineOrder;

/**
 * How the pixels of a part are cut into chunks. Chunks are numbered as in the chunk offset table: scan lines from the
 * top, tiles level by level and row by row.
 */
public sealed interface ChunkLayout permits ScanLineLayout, TileLayout {
    /** Raw bytes in one piece of work: small chunks are done in groups, so that handing out work costs nothing. */
    int PIECE_BYTES = 1 << 18;

    /** The layout of a part. */
    static ChunkLayout of(Header header) {
        return header.type().isTiled() ? new TileLayout(header) : new ScanLineLayout(header);
    }

    /** How many chunks there are, those of smaller levels included. */
    long chunks();

    /** How many chunks make one piece of work, at least 1. */
    default int chunksPerPiece() {
        long fitting = PIECE_BYTES / Math.max(1, block(0).rawSize());
        return (int) Math.max(1, Math.min(chunks(), fitting));
    }

    /** The chunks that hold pixels of a rectangle within a level. */
    int[] chunks(Level level, Box2i region);

    /** The chunk that stands at a place in the file, counted from 0, when a writer keeps the line order. */
    int stored(int place, LineOrder order);

    /** The level that a chunk belongs to. */
    Level level(int chunk);

    /** The pixels of a chunk; of a deep part without its numbers of samples. */
    Block block(int chunk);

    /** How many integers a chunk starts with to say which one it is. */
    int coordinateCount();

    /** The integers that a chunk starts with. */
    int[] coordinates(int chunk);

    /** The number of the chunk that starts with these integers, or -1 if the part has no such chunk. */
    long indexOf(int[] coordinates);

    /** A chunk in words: {@code line 48}. */
    String describe(int chunk);
}
