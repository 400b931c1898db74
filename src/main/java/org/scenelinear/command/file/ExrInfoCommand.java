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
import org.scenelinear.file.ExrInfo;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows what stands in the header of an OpenEXR file and how much room what takes. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>EXR Info", headless = true)
public class ExrInfoCommand extends FileReportCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = signature(
            "EXR Info",
            "Shows the parts, channels, attributes and sizes of an OpenEXR file; in macros it prints them to the log.");

    @Parameter(required = false, persist = false, style = "open")
    File file;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    String report(Path path, Run run) throws IOException {
        return ExrInfo.textWithSizes(path, run);
    }
}
