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

import org.scenelinear.transform.ColorTransform;

/** A stage that looks at each pixel by itself. */
public non-sealed interface PixelStage extends Stage {
    /**
     * What it does to red, green and blue in its {@link #space}.
     *
     * @param mode what becomes of light outside 0 to 1
     */
    ColorTransform transform(Mode mode);
}
