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

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.ExrCheck;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that tells whether an OpenEXR file is sound. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Check EXR...", headless = true)
public class CheckExrCommand extends FileReportCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = signature(
            "Check EXR...",
            "Unpacks every chunk of an OpenEXR file and tells what is wrong with its place; in macros it prints that to the log.");

    @Parameter(required = false, persist = false, style = "open")
    File file;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    String report(Path path, Run run) throws IOException {
        return ExrCheck.of(path, run).text();
    }
}
