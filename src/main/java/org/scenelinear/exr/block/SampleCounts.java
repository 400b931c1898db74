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

/** The numbers of samples of the deep pixels in a rectangle. */
public final class SampleCounts {
    private final Box2i region;
    private final int[] counts;

    /**
     * Numbers to be read.
     *
     * @param region the rectangle
     * @param counts takes one for each pixel, line by line
     */
    public SampleCounts(Box2i region, int[] counts) {
        this.region = region;
        this.counts = counts;
    }

    /** Copies those of a chunk that lie in the rectangle. */
    void put(Block block, int[] ofBlock) {
        int left = Math.max(block.x(), region.xMin());
        int right = Math.min(block.x() + block.width() - 1, region.xMax());
        int bottom = Math.min(block.y() + block.height() - 1, region.yMax());
        for (int y = Math.max(block.y(), region.yMin()); y <= bottom; y++) {
            System.arraycopy(
                    ofBlock,
                    (y - block.y()) * block.width() + left - block.x(),
                    counts,
                    (y - region.yMin()) * region.width() + left - region.xMin(),
                    right - left + 1);
        }
    }
}
