/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.io.File;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link AcesOutputTransform}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>ACES Output Transform...", headless = true)
public class AcesOutputTransformCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String id;

    @Parameter(required = false, persist = false)
    String peak;

    @Parameter(required = false, persist = false)
    String limiting;

    @Parameter(required = false, persist = false)
    String white;

    @Parameter(required = false, persist = false)
    String encoding;

    @Parameter(required = false, persist = false)
    String scale;

    @Parameter(required = false, persist = false, style = "open")
    File file;

    @Parameter(required = false, persist = false)
    String input;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String result;

    @Parameter(required = false, persist = false)
    String dither;

    @Override
    public Signature signature() {
        return AcesOutputTransform.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return AcesOutputTransform.of(arguments);
    }
}
