/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.image.StepException;

/** The images open in ImageJ, by their titles. */
final class OpenImages {
    private OpenImages() {}

    /** The titles of all, that of the image in front last. */
    static List<String> titles() {
        return titles(WindowManager.getCurrentImage());
    }

    /** The titles of all, each once; that of an image that an operation on two has already, last. */
    static List<String> titles(ImagePlus active) {
        List<ImagePlus> ordered = new ArrayList<>(all());
        if (ordered.remove(active)) {
            ordered.add(active);
        }
        return ordered.stream().map(ImagePlus::getTitle).distinct().toList();
    }

    /** The title that is likely meant beside an image: the first of another image, if there is one. */
    static Optional<String> otherTitle(ImagePlus image) {
        return all().stream()
                .filter(other -> other != image)
                .map(ImagePlus::getTitle)
                .findFirst();
    }

    /**
     * The image of a title.
     *
     * @param title exactly as the window has it
     * @param active where it and another have the title, the other is meant
     * @return empty if there is none
     * @throws StepException if several others have it
     */
    static Optional<ImagePlus> find(String title, ImagePlus active) throws StepException {
        List<ImagePlus> found =
                all().stream().filter(image -> image.getTitle().equals(title)).toList();
        List<ImagePlus> others = found.stream().filter(image -> image != active).toList();
        if (others.size() > 1) {
            throw new StepException(
                    others.size() + " open images have the title " + title + "; rename one with Image > Rename...");
        }
        return others.stream().findFirst().or(() -> found.stream().findFirst());
    }

    private static List<ImagePlus> all() {
        List<ImagePlus> images = new ArrayList<>();
        int[] ids = WindowManager.getIDList();
        for (int id : ids == null ? new int[0] : ids) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null) { // closed meanwhile
                images.add(image);
            }
        }
        return images;
    }
}
