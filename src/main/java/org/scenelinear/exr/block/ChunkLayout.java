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
import org.scenelinear.exr.meta.Header;

/**
 * How the pixels of a part are cut into chunks. Chunks are numbered as in the chunk offset table: scan lines from the
 * top, tiles level by level and row by row. The pixels of the full-size picture are the first {@link #fullSizeChunks()}
 * of them.
 */
public sealed interface ChunkLayout permits ScanLineLayout, TileLayout {
    /** Raw bytes in one piece of work: small chunks are done in groups, so that handing out work costs nothing. */
    int PIECE_BYTES = 1 << 18;

    /** The layout of a part. */
    static ChunkLayout of(Header header) {
        return header.type().isTiled() ? new TileLayout(header) : new ScanLineLayout(header);
    }

    /** All chunks, those of smaller levels included. */
    long chunks();

    /** The chunks of the full-size picture. */
    long fullSizeChunks();

    /** How many chunks of the full-size picture make one piece of work, at least 1. */
    default int chunksPerPiece() {
        long fitting = PIECE_BYTES / Math.max(1, block(0).rawSize());
        return (int) Math.max(1, Math.min(fullSizeChunks(), fitting));
    }

    /** The pixels of a chunk of the full-size picture. */
    Block block(int chunk);

    /** How many integers a chunk starts with to say which one it is. */
    int coordinateCount();

    /** The integers that a chunk of the full-size picture starts with. */
    int[] coordinates(int chunk);

    /** The number of the chunk that starts with these integers, or -1 if the part has no such chunk. */
    long indexOf(int[] coordinates);

    /** A chunk of the full-size picture in words: {@code line 48}. */
    String describe(int chunk);
}
