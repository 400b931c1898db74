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

/** The menu entry of {@link StageOperation#BASIC_TONE}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Basic Tone...", headless = true)
public class BasicToneCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    Float contrast;

    @Parameter(required = false, persist = false)
    Float highlights;

    @Parameter(required = false, persist = false)
    Float shadows;

    @Parameter(required = false, persist = false)
    Float whites;

    @Parameter(required = false, persist = false)
    Float blacks;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public BasicToneCommand() {
        super(StageOperation.BASIC_TONE);
    }
}
