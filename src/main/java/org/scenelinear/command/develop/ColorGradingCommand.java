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

import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link StageOperation#COLOR_GRADING}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Color Grading...", headless = true)
public class ColorGradingCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    String shadows;

    @Parameter(required = false, persist = false)
    String midtones;

    @Parameter(required = false, persist = false)
    String highlights;

    @Parameter(required = false, persist = false)
    String global;

    @Parameter(required = false, persist = false)
    Float balance;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public ColorGradingCommand() {
        super(StageOperation.COLOR_GRADING);
    }

    /** With wheels. */
    @Override
    public Optional<OwnDialog> ownDialog() {
        return Optional.of(suggested -> new WheelsDialog(this, suggested).ask());
    }
}
