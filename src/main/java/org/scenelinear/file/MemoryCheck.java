/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import org.scenelinear.io.UnsupportedFileException;

/**
 * Asks whether the planes of an image fit the memory that is left, so that the answer is a sentence and not an error.
 */
final class MemoryCheck {
    /** Left for everything else. */
    private static final long RESERVE = 16L << 20;

    private MemoryCheck() {}

    /**
     * Refuses an image that is too large.
     *
     * @param file the file's name, for the message
     * @param bytes what its planes take
     * @throws UnsupportedFileException if they do not fit
     */
    static void require(String file, long bytes) throws UnsupportedFileException {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        if (bytes > free - RESERVE) {
            throw new UnsupportedFileException(
                    file,
                    "",
                    "its pixels take " + (bytes >> 20) + " MB of memory, and only " + (Math.max(0, free) >> 20)
                            + " MB are left");
        }
    }
}
