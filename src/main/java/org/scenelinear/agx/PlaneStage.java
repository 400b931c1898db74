/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import org.scenelinear.run.Run;

/** A stage that looks at neighbors or at where a pixel lies. */
public non-sealed interface PlaneStage extends Stage {
    /**
     * Changes planes in place.
     *
     * @param rgb red, green and blue in its {@link #space}, line after line
     * @param width samples of a line
     * @param height lines
     * @param mode what becomes of light outside 0 to 1
     * @param run on how many threads, who hears of it, who can cancel; after a cancel the planes are of no use
     */
    void apply(float[][] rgb, int width, int height, Mode mode, Run run);
}
