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

import ij.ImagePlus;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.ui.MetadataBeside;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ApplyAmf}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Apply AMF...", headless = true)
public class ApplyAmfCommand extends StepCommand {
    @Parameter(required = false, persist = false)
    File file;

    @Parameter(required = false, persist = false)
    String result;

    @Parameter(required = false, persist = false)
    String from;

    @Override
    public Signature signature() {
        return ApplyAmf.SIGNATURE;
    }

    /** Also the metadata file that lies beside the image's file. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> suggestions = new HashMap<>(super.suggestions(active));
        MetadataBeside.find(active).ifPresent(found -> suggestions.put("file", found.toString()));
        return suggestions;
    }

    @Override
    protected Step step(Arguments arguments) {
        return ApplyAmf.of(arguments);
    }
}
