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
import java.io.File;
import java.io.IOException;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageFileOpener;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ui.MetadataBeside;
import org.scenelinear.ui.WarmUp;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link OpenExr}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Open EXR...", headless = true)
public class OpenExrCommand extends MenuCommand {
    @Parameter(required = false, persist = false, style = "open")
    File file;

    @Parameter(required = false, persist = false)
    Integer part;

    @Parameter(required = false, persist = false)
    String layer;

    @Parameter(required = false, persist = false)
    String level;

    @Parameter(required = false, persist = false)
    String window;

    @Parameter(required = false, persist = false)
    String region;

    @Parameter(required = false, persist = false)
    String partial;

    @Override
    public Signature signature() {
        return OpenExr.SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) throws IOException {
        OpenExr open = OpenExr.of(arguments);
        ImagePlus image =
                ImageJRun.call(this::isCanceled, run -> ImageFileOpener.open(open.file(), open.options(), run));
        image.show();
        MetadataBeside.offer(image);
        WarmUp.begin();
    }
}
