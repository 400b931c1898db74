/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ConvertColorSpace}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Convert Color Space...", headless = true)
public class ConvertColorSpaceCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String to;

    @Parameter(required = false, persist = false)
    String adaptation;

    @Parameter(required = false, persist = false)
    String gamut;

    @Override
    public Signature signature() {
        return ConvertColorSpace.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) {
        return ConvertColorSpace.of(arguments);
    }
}
