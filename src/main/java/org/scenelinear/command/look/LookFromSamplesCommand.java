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
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link LookFromSamples}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Look from Samples...", headless = true)
public class LookFromSamplesCommand extends MenuCommand {
    @Parameter(required = false, persist = false)
    File target;

    @Parameter(required = false, persist = false)
    String from;

    @Override
    public Signature signature() {
        return LookFromSamples.SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        LookFromSamples step = LookFromSamples.of(arguments);
        FloatImage frame = SingleFrame.of(activeImage());
        ImageJRun.call(this::isCanceled, run -> step.apply(frame, run));
    }
}
