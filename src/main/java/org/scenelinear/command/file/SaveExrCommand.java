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
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link SaveExr}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Save EXR...", headless = true)
public class SaveExrCommand extends StepCommand {
    @Parameter(required = false, persist = false, style = "save")
    File file;

    @Parameter(required = false, persist = false)
    String compression;

    @Parameter(required = false, persist = false)
    Float level;

    @Parameter(required = false, persist = false)
    String pixels;

    @Parameter(required = false, persist = false)
    String types;

    @Parameter(required = false, persist = false)
    String tiles;

    @Parameter(required = false, persist = false)
    String mipmap;

    @Parameter(required = false, persist = false)
    String container;

    @Override
    public Signature signature() {
        return SaveExr.SIGNATURE;
    }

    /**
     * A file beside the one the image came from, unless it exists: a dialog shall not lead to replacing one unasked.
     */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        String words = active.getTitle().replace(".exr", "").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        String folder = Optional.ofNullable(active.getOriginalFileInfo())
                .map(info -> info.directory)
                .filter(directory -> directory != null)
                .orElseGet(OpenDialog::getDefaultDirectory);
        Path path = Path.of(folder == null ? "" : folder, words.replaceAll("_$", "") + ".exr");
        return Files.exists(path) ? Map.of() : Map.of("file", path.toString());
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SaveExr.of(arguments);
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
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
