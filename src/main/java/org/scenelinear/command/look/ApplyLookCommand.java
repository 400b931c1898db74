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

import java.io.File;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ApplyLook}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Apply Look...", headless = true)
public class ApplyLookCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    File file;

    @Parameter(required = false, persist = false)
    String correction;

    @Parameter(required = false, persist = false)
    String direction;

    @Parameter(required = false, persist = false)
    String space;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String alpha;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return ApplyLook.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return ApplyLook.of(arguments);
    }
}
