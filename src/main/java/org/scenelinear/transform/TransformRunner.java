/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/** Takes whole planes through a kernel: copies them into tiles and back, on all the workers of a run. */
public final class TransformRunner {
    /** Tiles in one piece of work: large enough that handing out pieces costs nothing, small enough to share well. */
    private static final int TILES_PER_PIECE = 16;

    private static final int PIECE = TILES_PER_PIECE * Tile.CAPACITY;

    private TransformRunner() {}

    /**
     * Applies a kernel to every pixel. The result does not depend on the number of workers.
     *
     * @param kernel the compiled operation
     * @param source planes of r, g and b, {@code length} or more each
     * @param target receives r, g and b; its planes may be those of the source (each at its own place), otherwise the
     *     source is not changed
     * @param length how many pixels
     * @param run on how many threads, who hears of it, who can cancel; after a cancel part of the target is written
     */
    public static void apply(Kernel kernel, float[][] source, float[][] target, int length, Run run) {
        checkPlanes("source", source, length);
        checkPlanes("target", target, length);
        int pieces = (int) (((long) length + PIECE - 1) / PIECE);
        run.forEach("transforming colors", pieces, Tile::new, (tile, piece) -> {
            int begin = piece * PIECE;
            int end = (int) Math.min((long) begin + PIECE, length);
            for (int offset = begin; offset < end; offset += Tile.CAPACITY) {
                tile.length = Math.min(Tile.CAPACITY, end - offset);
                System.arraycopy(source[0], offset, tile.r, 0, tile.length);
                System.arraycopy(source[1], offset, tile.g, 0, tile.length);
                System.arraycopy(source[2], offset, tile.b, 0, tile.length);
                kernel.apply(tile);
                System.arraycopy(tile.r, 0, target[0], offset, tile.length);
                System.arraycopy(tile.g, 0, target[1], offset, tile.length);
                System.arraycopy(tile.b, 0, target[2], offset, tile.length);
            }
        });
    }

    private static void checkPlanes(String which, float[][] planes, int length) {
        if (planes.length != 3) {
            throw new IllegalArgumentException("the " + which + " has " + planes.length + " planes, not r, g and b");
        }
        for (float[] plane : planes) {
            if (plane.length < length) {
                throw new IllegalArgumentException(
                        "a plane of the " + which + " has " + plane.length + " samples, not " + length);
            }
        }
    }
}
