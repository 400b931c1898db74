/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/** The packed bytes of a chunk break the rules of its compression. The message says which; the caller adds where. */
public final class CorruptChunkException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A broken chunk.
     *
     * @param message what is wrong, in words
     */
    public CorruptChunkException(String message) {
        super(message);
    }
}
