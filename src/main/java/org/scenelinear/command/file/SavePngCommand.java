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
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link SavePng}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Save PNG...", headless = true)
public class SavePngCommand extends SavingCommand {
    @Parameter(required = false, persist = false, style = "save")
    File file;

    @Parameter(required = false, persist = false)
    String bits;

    @Override
    public Signature signature() {
        return SavePng.SIGNATURE;
    }

    @Override
    protected String suffix() {
        return SavePng.SUFFIX;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SavePng.of(arguments);
    }
}
