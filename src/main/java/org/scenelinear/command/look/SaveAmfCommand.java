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
import ij.io.FileInfo;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link SaveAmf}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Save AMF...", headless = true)
public class SaveAmfCommand extends MenuCommand {
    @Parameter(required = false, persist = false, style = "save")
    File file;

    @Parameter(required = false, persist = false)
    File chain;

    @Parameter(required = false, persist = false)
    String applied;

    @Parameter(required = false, persist = false)
    String clip;

    @Override
    public Signature signature() {
        return SaveAmf.SIGNATURE;
    }

    /** Beside the file the image came from, unless it exists: a dialog shall not lead to replacing one unasked. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        FileInfo origin = active.getOriginalFileInfo();
        if (origin == null || origin.directory == null || origin.fileName == null) {
            return Map.of();
        }
        String name = origin.fileName.replaceFirst("\\.[A-Za-z0-9]+$", "");
        Path path = Path.of(origin.directory, name + SaveAmf.SUFFIX);
        return Files.exists(path) ? Map.of() : Map.of("file", path.toString());
    }

    /** All frames of an image have one history; the first one tells it. */
    @Override
    protected void execute(Arguments arguments) throws StepException {
        SaveAmf save = SaveAmf.of(arguments);
        ImagePlus image = source();
        ImageJRun.call(this::isCanceled, run -> save.apply(ImagePlusConversion.toFloatImage(image, 1, 1), run));
    }
}
