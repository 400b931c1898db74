/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.Optional;
import java.util.regex.Pattern;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;

/**
 * The {@code colorInteropID} of color spaces: the names of the Color Interop Forum's recommendation for EXR, and for
 * spaces that have none the name with this program's prefix, as the recommendation allows.
 */
final class InteropId {
    private static final String PREFIX = "scenelinear:";

    private InteropId() {}

    /** The id to write for a space. */
    static String of(ColorSpace space) {
        String suffix = space.reference() == ColorSpace.Reference.SCENE ? "scene" : "display";
        Pattern published = Pattern.compile("(ocio:)?[a-z0-9]+_[a-z0-9]+_" + suffix);
        return space.aliases().stream()
                .filter(alias -> published.matcher(alias).matches())
                .findFirst()
                .orElse(PREFIX + space.name());
    }

    /** The space of an id, if it is known here. */
    static Optional<ColorSpace> space(String id) {
        return ColorSpaces.byName(id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id);
    }
}
