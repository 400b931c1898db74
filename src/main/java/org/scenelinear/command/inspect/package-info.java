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
 * The menu entries that measure images and show what they find in tables. The figures themselves come from
 * {@code inspect}. Start reading at {@link org.scenelinear.command.inspect.MeasureLightCommand}.
 */
package org.scenelinear.command.inspect;
