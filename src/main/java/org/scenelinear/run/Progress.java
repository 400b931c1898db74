/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.run;

/**
 * Hears how far a piece of work has come, and what is to be said of its result. Called from any thread; must return
 * quickly.
 */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (what, fraction) -> {};

    /**
     * Called from time to time.
     *
     * @param what the work in a few words, such as {@code reading shot.1001.exr}
     * @param fraction how much is done, 0 to 1
     */
    void update(String what, double fraction);

    /**
     * Called when the result is not all that was asked for, or loses something, and people should know.
     *
     * @param sentence what, in a sentence that names the file or channel
     */
    default void warn(String sentence) {}
}
