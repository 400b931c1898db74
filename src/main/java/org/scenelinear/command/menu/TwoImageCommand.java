/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import ij.ImagePlus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.ui.StepPreview;

/**
 * A menu entry that makes a new image from the active one and a second one. The second has as many slices and times as
 * the first, or it is a single picture that serves them all.
 */
public abstract class TwoImageCommand extends StepCommand {
    @Override
    protected abstract TwoImageStep step(Arguments arguments) throws StepException;

    /** As for one image, and another open one first. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        Map<String, String> suggestions = new HashMap<>(super.suggestions(active));
        suggestions.putAll(SecondImage.suggestion(active));
        return suggestions;
    }

    /** None: a preview has fewer pixels than the image, and the second would have to lose the same ones. */
    @Override
    protected final Optional<StepPreview.Steps> previewedSteps() {
        return Optional.empty();
    }

    @Override
    protected final FrameStep frameStep(Step step, ImagePlus source, Run run) throws StepException {
        TwoImageStep taken = (TwoImageStep) step;
        SecondImage second = taken.second();
        SecondImage.Frames frames = second.frames(source, run);
        return (frame, slice, time) -> taken.apply(frame, frames.at(slice, time), run);
    }
}
