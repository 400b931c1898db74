/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import java.util.List;

/**
 * A named RGB color space.
 *
 * @param name the canonical name, which is recorded in macros and tags
 * @param aliases other names it answers to
 * @param chromaticities primaries and white
 * @param curve between linear light and stored values; {@link LinearCurve} for linear spaces
 * @param reference whether values are light in a scene or light on a display
 */
public record ColorSpace(
        String name, List<String> aliases, Chromaticities chromaticities, TransferCurve curve, Reference reference) {
    /** What the values of a space stand for. */
    public enum Reference {
        /** Relative light in a scene. */
        SCENE,
        /** Light, or code values, of a display. */
        DISPLAY
    }

    /** Whether stored values are proportional to light. */
    public boolean isLinear() {
        return curve instanceof LinearCurve;
    }
}
