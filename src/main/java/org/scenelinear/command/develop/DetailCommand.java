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

/** The menu entry of {@link StageOperation#DETAIL}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Detail...", headless = true)
public class DetailCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    Float texture;

    @Parameter(required = false, persist = false)
    Float clarity;

    @Parameter(required = false, persist = false)
    Float amount;

    @Parameter(required = false, persist = false)
    Float radius;

    @Parameter(required = false, persist = false)
    Float threshold;

    @Parameter(required = false, persist = false)
    Float masking;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public DetailCommand() {
        super(StageOperation.DETAIL);
    }
}
