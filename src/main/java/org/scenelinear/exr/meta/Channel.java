/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

/**
 * One channel of a part, as the {@code channels} attribute describes it.
 *
 * @param name the full name with its layer, such as {@code R} or {@code diffuse.left.G}
 * @param type how samples are stored
 * @param perceptuallyLinear the {@code pLinear} flag: a hint to lossy codecs that the values are already on a
 *     perceptual scale
 * @param xSampling a sample stands at every {@code xSampling}-th column, at least 1
 * @param ySampling a sample stands at every {@code ySampling}-th line, at least 1
 */
public record Channel(String name, PixelType type, boolean perceptuallyLinear, int xSampling, int ySampling) {
    /** A channel with a sample at every pixel and no hint. */
    public Channel(String name, PixelType type) {
        this(name, type, false, 1, 1);
    }

    /** The layer: the name up to its last dot, or empty. */
    public String layer() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** The name without its layer: {@code G} of {@code diffuse.left.G}. */
    public String suffix() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
