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

/** The space whose numbers a stage works on. */
public enum WorkingSpace {
    /** Linear Rec.2020: twice the value is twice the light. */
    LINEAR,
    /** Rec.2020 through the curve of sRGB, mirrored for negative values: spaced for the eye. */
    GAMMA
}
