/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * The linear light of an image: its own planes if its space is linear, else ACES2065-1.
 *
 * @param space the linear space
 * @param rgb planes of R, G and B; may be the image's own, so they must not be changed
 */
record LinearPlanes(ColorSpace space, float[][] rgb) {
    /**
     * The light of an image.
     *
     * @param given the space to take its values for; empty for its own
     * @throws StepException if its space is not known or it has no R, G and B
     */
    static LinearPlanes of(Optional<ColorSpace> given, FloatImage image, Run run) throws StepException {
        float[][] rgb = SourceSpace.rgb(image);
        ColorSpace space = SourceSpace.of(given, image);
        if (space.isLinear()) {
            return new LinearPlanes(space, rgb);
        }
        return new LinearPlanes(ColorSpaces.ACES2065_1, SourceSpace.toAces(rgb, space, run));
    }
}
