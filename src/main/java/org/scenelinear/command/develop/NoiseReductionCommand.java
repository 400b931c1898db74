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

/** The menu entry of {@link StageOperation#NOISE_REDUCTION}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Noise Reduction...", headless = true)
public class NoiseReductionCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    Float luminance;

    @Parameter(required = false, persist = false)
    Float color;

    @Parameter(required = false, persist = false)
    Float detail;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public NoiseReductionCommand() {
        super(StageOperation.NOISE_REDUCTION);
    }
}
