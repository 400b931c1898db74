/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
/**
 * Measures light: statistics of regions, audits of pixel values, light levels of a display. Numbers and rasters only;
 * tables and pictures of them are made in {@code command.inspect}. Color quantities of a single color are in
 * {@code color.cie}. Start reading at {@link org.scenelinear.inspect.LightStatistics}.
 */
package org.scenelinear.inspect;
