/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.concurrent.atomic.LongAdder;

/** How many pixels a kernel met of some kind. Several workers may add to one count at once. */
public final class PixelCount {
    private final LongAdder pixels = new LongAdder();

    /** Adds some pixels. */
    void add(long more) {
        pixels.add(more);
    }

    /** The pixels so far: all of them once the work is done. */
    public long total() {
        return pixels.sum();
    }
}
