/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which pictures are live views, and of what. A picture knows its source as long as it is open. */
final class LivePictures {
    private static final String SOURCE = "SceneLinear live view of";

    private LivePictures() {}

    /** Says that a picture shows a source. */
    static void remember(ImagePlus picture, ImagePlus source) {
        picture.setProperty(SOURCE, source);
    }

    /** What a picture shows if it is a live view, else the image itself. */
    static ImagePlus sourceOf(ImagePlus image) {
        return image.getProperty(SOURCE) instanceof ImagePlus source ? source : image;
    }

    /** What an open live view makes of a pixel of its source, in words. */
    static Optional<String> codes(InspectedPixel pixel) {
        return IntStream.of(Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]))
                .mapToObj(WindowManager::getImage)
                .filter(image -> image != null && image != pixel.image() && sourceOf(image) == pixel.image())
                .findFirst()
                .map(picture -> Arrays.copyOf(picture.getPixel(pixel.x(), pixel.y()), 3))
                .map(code -> code[0] + " " + code[1] + " " + code[2] + " of 255");
    }
}
