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

import java.io.File;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ApplyPreset}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Apply Preset...", headless = true)
public class ApplyPresetCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    File file;

    @Parameter(required = false, persist = false)
    String layers;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String encoding;

    @Parameter(required = false, persist = false)
    String seed;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return ApplyPreset.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SelectedPart.of(arguments, this::source, ApplyPreset::of);
    }
}
