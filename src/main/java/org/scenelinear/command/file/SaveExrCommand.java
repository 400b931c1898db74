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

/** The menu entry of {@link SaveExr}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Save EXR...", headless = true)
public class SaveExrCommand extends SavingCommand {
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

    @Override
    protected String suffix() {
        return SaveExr.SUFFIX;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SaveExr.of(arguments);
    }
}
