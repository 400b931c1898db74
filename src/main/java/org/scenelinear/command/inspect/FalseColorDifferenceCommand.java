/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.TwoImageCommand;
import org.scenelinear.command.menu.TwoImageStep;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link FalseColorDifference}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>False Color Difference...", headless = true)
public class FalseColorDifferenceCommand extends TwoImageCommand {
    @Parameter(required = false, persist = false)
    String with;

    @Parameter(required = false, persist = false)
    String layer;

    @Parameter(required = false, persist = false)
    String zones;

    @Parameter(required = false, persist = false)
    String legend;

    @Override
    public Signature signature() {
        return FalseColorDifference.SIGNATURE;
    }

    @Override
    protected TwoImageStep step(Arguments arguments) throws StepException {
        return FalseColorDifference.of(arguments);
    }
}
