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

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ReferenceGamutCompress}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Reference Gamut Compress...", headless = true)
public class ReferenceGamutCompressCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String direction;

    @Parameter(required = false, persist = false)
    String thresholds;

    @Parameter(required = false, persist = false)
    String limits;

    @Parameter(required = false, persist = false)
    double power;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return ReferenceGamutCompress.SIGNATURE;
    }

    @Override
    protected Step step(Arguments arguments) {
        return ReferenceGamutCompress.of(arguments);
    }
}
