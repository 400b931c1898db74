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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.ui.StepPreview;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ApplyLookChain}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Look Chain...", headless = true)
public class LookChainCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    File chain;

    @Parameter(required = false, persist = false)
    String swap;

    @Parameter(required = false, persist = false)
    String off;

    @Parameter(required = false, persist = false)
    String output;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String result;

    @Parameter(required = false, persist = false)
    File save;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String alpha;

    @Override
    public Signature signature() {
        return ApplyLookChain.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return ApplyLookChain.of(arguments);
    }

    @Override
    protected boolean previewWrites() {
        return false;
    }

    /** Without the file it would write. */
    @Override
    protected Optional<StepPreview.Steps> previewedSteps() {
        return super.previewedSteps().map(steps -> values -> {
            Map<String, String> others = new HashMap<>(values);
            others.remove("save");
            return steps.of(others);
        });
    }
}
