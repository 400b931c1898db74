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

/** One stage of developing with its parameters: either a {@link PixelStage} or a {@link PlaneStage}. */
public sealed interface Stage permits PixelStage, PlaneStage {
    /** Whether the parameters are those that leave every picture as it is. Such a stage is not run. */
    boolean isNeutral();

    /** The space it works in. */
    WorkingSpace space();
}
