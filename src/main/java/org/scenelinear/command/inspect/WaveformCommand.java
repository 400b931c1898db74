/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows waveforms. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Waveform...", headless = true)
public class WaveformCommand extends ScopeCommand<WaveformScope.Counts> {
    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String channels;

    @Parameter(required = false, persist = false)
    String scale;

    @Parameter(required = false, persist = false)
    String top;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String data;

    @Parameter(required = false, persist = false)
    String background;

    @Parameter(required = false, persist = false)
    String live;

    @Override
    public Signature signature() {
        return WaveformScope.SIGNATURE;
    }

    @Override
    String name() {
        return "Waveform";
    }

    @Override
    Scope<WaveformScope.Counts> scope(Arguments arguments) throws StepException {
        return new WaveformScope(arguments);
    }
}
