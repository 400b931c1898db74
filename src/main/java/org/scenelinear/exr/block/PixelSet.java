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

/** The pixels of one level of a part: a {@link PlaneSet} or a {@link DeepPlaneSet}. */
public sealed interface PixelSet permits PlaneSet, DeepPlaneSet {}
