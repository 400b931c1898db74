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
import java.util.OptionalInt;

/**
 * The way from the clip's values to a picture: input transform, looks in order, output transform.
 *
 * @param info who wrote it, and when
 * @param system the version of ACES it was made with, as in {@code 2.0.0}
 * @param input to ACES2065-1; empty if the clip is ACES2065-1 already
 * @param looks in the order they are applied
 * @param workingLocation how many of the looks stand before the place where grading goes on; empty if no place is given
 * @param output to a display
 */
public record AmfPipeline(
        AmfInfo info,
        String system,
        Optional<AmfTransform> input,
        List<AmfLook> looks,
        OptionalInt workingLocation,
        Optional<AmfTransform> output) {
    /** Keeps an unmodifiable copy of the list. */
    public AmfPipeline {
        looks = List.copyOf(looks);
    }
}
