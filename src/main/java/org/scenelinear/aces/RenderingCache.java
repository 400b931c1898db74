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

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The renderings used last, so that one that is used again costs nothing. It never shows but in time: a rendering is
 * immutable and depends on its parameters alone. Safe for several threads.
 */
final class RenderingCache {
    /** The one that all output transforms share. */
    static final RenderingCache SHARED = new RenderingCache(64);

    private final Map<RenderingParameters, Rendering> renderings;

    /**
     * An empty cache.
     *
     * @param capacity how many renderings are kept, each some 30 KB; the one not used for longest goes first
     */
    RenderingCache(int capacity) {
        renderings = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<RenderingParameters, Rendering> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The rendering of some parameters, built if it is not there. */
    synchronized Rendering get(RenderingParameters parameters) {
        Rendering rendering = renderings.get(parameters);
        if (rendering == null) {
            rendering = new Rendering(parameters);
            renderings.put(parameters, rendering);
        }
        return rendering;
    }
}
