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
import org.scijava.command.DynamicCommandInfo;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.MutableModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * The menu entry of {@link Develop}. The values of the stages are no fields: their keys are paths in presets, and
 * SciJava gets an input for each.
 */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Develop...", headless = true)
public class DevelopCommand extends StepCommand {
    private static final String SAVE = "save";

    private boolean described;

    @Parameter(required = false, persist = false)
    File preset;

    @Parameter(required = false, persist = false)
    String save;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String encoding;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    @Override
    public Signature signature() {
        return Develop.SIGNATURE;
    }

    /** With an input for each value, from the first time that somebody asks. */
    @Override
    public DynamicCommandInfo getInfo() {
        DynamicCommandInfo info = super.getInfo();
        if (!described) {
            described = true; // first: an input asks for its command's description
            for (org.scenelinear.command.macro.Parameter value : PresetParameters.all()) {
                MutableModuleItem<String> input = new DefaultMutableModuleItem<>(this, value.key(), String.class);
                input.setRequired(false);
                input.setPersisted(false);
                info.addInput(input);
            }
        }
        return info;
    }

    /** A seed is drawn before the dialog opens, so that the preview shows the grain of the result. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> all = new HashMap<>(super.suggestions(active));
        all.put("grain.seed", String.valueOf(StageOperation.drawnSeed()));
        return all;
    }

    @Override
    public Optional<OwnDialog> ownDialog() {
        return Optional.of(suggested -> new DevelopDialog(this, suggested, CurveHistogram.of(activeImage())).ask());
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SelectedPart.of(arguments, this::source, Develop::of);
    }

    /** Writes no preset. */
    @Override
    protected Optional<StepPreview.Steps> previewedSteps() {
        return Optional.of(values -> {
            Map<String, String> kept = new HashMap<>(values);
            kept.remove(SAVE);
            return step(signature().arguments(kept));
        });
    }
}
