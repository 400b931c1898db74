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

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link AscCdl}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>ASC CDL...", headless = true)
public class AscCdlCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String slope;

    @Parameter(required = false, persist = false)
    String offset;

    @Parameter(required = false, persist = false)
    String power;

    @Parameter(required = false, persist = false)
    Float saturation;

    @Parameter(required = false, persist = false)
    String space;

    @Parameter(required = false, persist = false)
    String style;

    @Parameter(required = false, persist = false)
    String direction;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String alpha;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return AscCdl.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return AscCdl.of(arguments);
    }
}
