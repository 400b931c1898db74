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

import ij.ImagePlus;
import java.util.HashMap;
import java.util.Map;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link StageOperation#GRAIN}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Grain...", headless = true)
public class GrainCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    String type;

    @Parameter(required = false, persist = false)
    Float amount;

    @Parameter(required = false, persist = false)
    Float size;

    @Parameter(required = false, persist = false)
    String seed;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public GrainCommand() {
        super(StageOperation.GRAIN);
    }

    /** A seed is drawn before the dialog opens, so that it is recorded. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> all = new HashMap<>(super.suggestions(active));
        all.put("seed", String.valueOf(StageOperation.drawnSeed()));
        return all;
    }
}
