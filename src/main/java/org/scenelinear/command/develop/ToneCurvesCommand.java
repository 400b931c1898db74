/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link StageOperation#TONE_CURVES}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Tone Curves...", headless = true)
public class ToneCurvesCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String rgb;

    @Parameter(required = false, persist = false)
    String luma;

    @Parameter(required = false, persist = false)
    String red;

    @Parameter(required = false, persist = false)
    String green;

    @Parameter(required = false, persist = false)
    String blue;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return StageOperation.TONE_CURVES.signature();
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return StageOperation.TONE_CURVES.of(arguments);
    }
}
