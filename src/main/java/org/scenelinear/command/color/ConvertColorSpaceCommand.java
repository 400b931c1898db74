/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import ij.ImagePlus;
import java.util.HashMap;
import java.util.Map;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ConvertColorSpace}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Convert Color Space...", headless = true)
public class ConvertColorSpaceCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String to;

    @Parameter(required = false, persist = false)
    String adaptation;

    @Parameter(required = false, persist = false)
    String gamut;

    @Parameter(required = false, persist = false)
    String alpha;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return ConvertColorSpace.SIGNATURE;
    }

    /** Beside the image's own space the most usual to convert to: the working space of rendering and compositing. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> suggestions = new HashMap<>(super.suggestions(active));
        if (!ColorSpaces.ACESCG.name().equals(suggestions.get("from"))) {
            suggestions.put("to", ColorSpaces.ACESCG.name());
        }
        return suggestions;
    }

    @Override
    protected Step step(Arguments arguments) {
        return ConvertColorSpace.of(arguments);
    }
}
