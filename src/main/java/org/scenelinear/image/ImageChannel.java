/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

/**
 * A named plane of an image.
 *
 * @param name as in the file, with its layer: {@code R}, {@code diffuse.G}, {@code Z}
 * @param source how the file stored it
 * @param samples width x height floats, line by line from the top; shared, not copied
 */
public record ImageChannel(String name, SampleType source, float[] samples) {}
