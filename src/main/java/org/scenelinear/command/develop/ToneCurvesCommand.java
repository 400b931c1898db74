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

/** The menu entry of {@link StageOperation#TONE_CURVES}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Tone Curves...", headless = true)
public class ToneCurvesCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    String rgb;

    @Parameter(required = false, persist = false)
    String luma;

    @Parameter(required = false, persist = false)
    String red;

    @Parameter(required = false, persist = false)
    String green;

    @Parameter(required = false, persist = false)
    String blue;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public ToneCurvesCommand() {
        super(StageOperation.TONE_CURVES);
    }

    /** With curves to draw. */
    @Override
    public Optional<OwnDialog> ownDialog() {
        return Optional.of(suggested -> new CurvesDialog(this, suggested, CurveHistogram.of(activeImage())).ask());
    }
}
