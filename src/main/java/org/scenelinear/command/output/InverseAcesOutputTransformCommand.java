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

import ij.ImagePlus;
import java.util.HashMap;
import java.util.Map;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link InverseAcesOutputTransform}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Inverse ACES Output Transform...", headless = true)
public class InverseAcesOutputTransformCommand extends StepCommand {
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

    @Override
    public Signature signature() {
        return InverseAcesOutputTransform.SIGNATURE;
    }

    /** The usual view of the usual display, so that the dialog tells what will be made. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> suggestions = new HashMap<>(super.suggestions(active));
        suggestions.put(
                "view",
                OutputTransforms.views(OutputTransforms.displays().get(0)).get(0));
        return suggestions;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return InverseAcesOutputTransform.of(arguments);
    }
}
