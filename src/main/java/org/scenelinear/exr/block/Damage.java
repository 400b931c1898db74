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

import org.scenelinear.io.FileProblemException;

/** What to do about a chunk that is missing or broken. */
@FunctionalInterface
public interface Damage {
    /** One such chunk ends the work. */
    Damage REFUSE = problem -> {
        throw problem;
    };

    /**
     * Told of each such chunk, by one thread at a time. To return means to leave its pixels as they are and go on.
     *
     * @param problem what is wrong, and where
     * @throws FileProblemException to end the work
     */
    void found(FileProblemException problem) throws FileProblemException;
}
