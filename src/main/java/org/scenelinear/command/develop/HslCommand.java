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

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link StageOperation#HSL}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>HSL...", headless = true)
public class HslCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    String red;

    @Parameter(required = false, persist = false)
    String orange;

    @Parameter(required = false, persist = false)
    String yellow;

    @Parameter(required = false, persist = false)
    String green;

    @Parameter(required = false, persist = false)
    String aqua;

    @Parameter(required = false, persist = false)
    String blue;

    @Parameter(required = false, persist = false)
    String purple;

    @Parameter(required = false, persist = false)
    String magenta;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public HslCommand() {
        super(StageOperation.HSL);
    }
}
