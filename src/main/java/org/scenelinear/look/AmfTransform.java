/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.List;
import java.util.Optional;

/**
 * The first or last step of a pipeline: from the camera's or a display's values to ACES2065-1, or from there to a
 * display.
 *
 * @param description for people; may be empty
 * @param applied whether the pixels of the clip have gone through it already
 * @param parts usually one; two where ACES 1 splits an output transform into rendering and device
 */
public record AmfTransform(String description, boolean applied, List<Part> parts) {
    /**
     * A transform named by the file.
     *
     * @param role the element it stands in; empty if it stands in the step itself
     * @param reference what it is
     * @param hash of the file
     */
    public record Part(String role, AmfReference reference, Optional<AmfHash> hash) {}

    /** Keeps an unmodifiable copy of the list. */
    public AmfTransform {
        parts = List.copyOf(parts);
    }

    /** A step that is still to be applied, by its ACES transform id. */
    public static AmfTransform pending(String transformId) {
        return new AmfTransform("", false, List.of(new Part("", AmfReference.id(transformId), Optional.empty())));
    }
}
