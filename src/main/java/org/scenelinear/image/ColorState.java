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

import java.util.Optional;
import org.scenelinear.color.ColorSpace;

/**
 * What is known of an image's color.
 *
 * @param space the color space of its r, g, b; empty if unknown
 * @param evidence where that comes from, for people: {@code chromaticities attribute}, {@code assumed: no
 *     chromaticities}
 */
public record ColorState(Optional<ColorSpace> space, String evidence) {
    /** Nothing is known. */
    public static final ColorState UNKNOWN = new ColorState(Optional.empty(), "no information");

    /** A known space. */
    public static ColorState of(ColorSpace space, String evidence) {
        return new ColorState(Optional.of(space), evidence);
    }
}
