/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import ij.ImagePlus;
import ij.io.OpenDialog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;

/** A menu entry that writes the active image into a file of one picture. No window is opened. */
abstract class SavingCommand extends StepCommand {
    /** What names of such files end in, with the dot. */
    protected abstract String suffix();

    /**
     * A file beside the one the image came from, unless it exists: a dialog shall not lead to replacing one unasked.
     */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        String words = active.getTitle().replaceAll("\\.(exr|png)\\b", "").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        String folder = Optional.ofNullable(active.getOriginalFileInfo())
                .map(info -> info.directory)
                .filter(directory -> directory != null)
                .orElseGet(OpenDialog::getDefaultDirectory);
        Path path = Path.of(folder == null ? "" : folder, words.replaceAll("_$", "") + suffix());
        return Files.exists(path) ? Map.of() : Map.of("file", path.toString());
    }

    @Override
    protected final void execute(Arguments arguments) throws StepException {
        Step save = step(arguments);
        ImagePlus image = source();
        int images = image.getNFrames() * ImagePlusConversion.slices(image);
        if (images != 1) {
            throw new StepException(image.getTitle() + " holds " + images
                    + " images, a file one; make single ones with Image > Duplicate and save those");
        }
        ImageJRun.call(this::isCanceled, run -> save.apply(ImagePlusConversion.toFloatImage(image, 1, 1), run));
        image.changes = false;
    }
}
