/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import ij.ImagePlus;
import java.util.Optional;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;

/** The one frame of an image, for entries that write a file of one. */
final class SingleFrame {
    private SingleFrame() {}

    /**
     * The frame.
     *
     * @param active the active image
     * @throws StepException if there is no image, or it holds several frames
     */
    static FloatImage of(Optional<ImagePlus> active) throws StepException {
        ImagePlus image = active.orElseThrow(() -> new StepException("needs an open image"));
        int images = image.getNFrames() * ImagePlusConversion.slices(image);
        if (images != 1) {
            throw new StepException(image.getTitle() + " holds " + images
                    + " images; make single ones with Image > Duplicate and take those");
        }
        return ImagePlusConversion.toFloatImage(image, 1, 1);
    }
}
