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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
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
        OpenImages.otherTitle(active).ifPresent(title -> suggestions.put("with", title));
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
        Optional<ImagePlus> open = OpenImages.find(second.with(), source);
        if (open.isEmpty()) {
            requireFile(second.with(), source);
            FloatImage read = second.fromFile(run);
            return (frame, slice, time) -> taken.apply(frame, read, run);
        }
        ImagePlus other = open.get();
        int slices = ImagePlusConversion.slices(other);
        int times = other.getNFrames();
        if (slices == 1 && times == 1) {
            FloatImage single = second.ofLayer(ImagePlusConversion.toFloatImage(other, 1, 1));
            return (frame, slice, time) -> taken.apply(frame, single, run);
        }
        if (slices != ImagePlusConversion.slices(source) || times != source.getNFrames()) {
            throw new StepException(counts(source) + ", " + counts(other)
                    + "; the second image needs as many as the first, or one of each");
        }
        return (frame, slice, time) ->
                taken.apply(frame, second.ofLayer(ImagePlusConversion.toFloatImage(other, slice, time)), run);
    }

    private static String counts(ImagePlus image) {
        return image.getTitle() + " has slices: " + ImagePlusConversion.slices(image) + ", times: "
                + image.getNFrames();
    }

    private static void requireFile(String name, ImagePlus source) throws StepException {
        boolean exists;
        try {
            exists = Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            exists = false;
        }
        if (!exists) {
            throw new StepException("with=" + name + " is neither the title of an open image nor a file; open are "
                    + String.join(", ", OpenImages.titles(source)));
        }
    }
}
