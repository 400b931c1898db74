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

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter.Kind;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.file.ExrInfo;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows what stands in the header of an OpenEXR file. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>EXR Info", headless = true)
public class ExrInfoCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "EXR Info",
            "Shows the parts, channels and attributes of an OpenEXR file; in macros it prints them to the log.",
            List.of(org.scenelinear.command.macro.Parameter.file(
                    "File",
                    Kind.INPUT_FILE,
                    "The OpenEXR file; if it is not given, the one the active image came from.",
                    "")));

    @Parameter(required = false, persist = false, style = "open")
    File file;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return origin(image).map(path -> Map.of("file", path)).orElse(Map.of());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException, IOException {
        String given = arguments.text("file");
        Optional<String> path = given.isEmpty() ? activeImage().flatMap(ExrInfoCommand::origin) : Optional.of(given);
        if (path.isEmpty()) {
            throw new StepException("the active image did not come from an OpenEXR file; give file=, a path");
        }
        String text = ExrInfo.text(Path.of(path.get()));
        if (IJ.isMacro() || GraphicsEnvironment.isHeadless()) {
            IJ.log(text);
        } else {
            new TextWindow("EXR Info: " + path.get(), text, 700, 500);
        }
    }

    private static Optional<String> origin(ImagePlus image) {
        return Optional.ofNullable(image.getOriginalFileInfo())
                .map(FileInfo::getFilePath)
                .filter(path -> path.endsWith(".exr"));
    }
}
