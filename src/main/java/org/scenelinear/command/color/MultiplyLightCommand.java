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
import org.scenelinear.command.menu.TwoImageCommand;
import org.scenelinear.command.menu.TwoImageStep;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link MultiplyLight}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Multiply Light...", headless = true)
public class MultiplyLightCommand extends TwoImageCommand {
    @Parameter(required = false, persist = false)
    String with;

    @Parameter(required = false, persist = false)
    String layer;

    @Override
    public Signature signature() {
        return MultiplyLight.SIGNATURE;
    }

    @Override
    protected TwoImageStep step(Arguments arguments) {
        return MultiplyLight.of(arguments);
    }
}
