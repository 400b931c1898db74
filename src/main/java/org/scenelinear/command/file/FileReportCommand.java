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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** A menu entry that tells something of an OpenEXR file, in a text window or, in a macro, in the log. */
abstract class FileReportCommand extends MenuCommand {
    /** What to tell of a file, some lines. */
    abstract String report(Path path, Run run) throws IOException;

    /** Label, key, default. */
    static Signature signature(String label, String help) {
        return new Signature(
                label,
                help,
                List.of(Parameter.file(
                        "File",
                        Parameter.Kind.INPUT_FILE,
                        "The OpenEXR file; if it is not given, the one the active image came from.",
                        "")));
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return origin(image).map(path -> Map.of("file", path)).orElse(Map.of());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException, IOException {
        String given = arguments.text("file");
        String path = Optional.of(given)
                .filter(text -> !text.isEmpty())
                .or(() -> activeImage().flatMap(FileReportCommand::origin))
                .orElseThrow(() ->
                        new StepException("the active image did not come from an OpenEXR file; give file=, a path"));
        String text = ImageJRun.call(this::isCanceled, run -> report(Path.of(path), run));
        if (IJ.isMacro() || GraphicsEnvironment.isHeadless()) {
            IJ.log(text);
        } else {
            String title = signature().label().replaceAll("[.]+$", "");
            new TextWindow(title + ": " + path, text, 700, 500);
        }
    }

    private static Optional<String> origin(ImagePlus image) {
        return Optional.ofNullable(image.getOriginalFileInfo())
                .map(FileInfo::getFilePath)
                .filter(path -> path.endsWith(".exr"));
    }
}
