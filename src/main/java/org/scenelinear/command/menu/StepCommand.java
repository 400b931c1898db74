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

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.ui.StepPreview;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/**
 * A menu entry that makes a new image from the active one, every slice and time of it, in a window of its own; or, if
 * it has the parameter {@link ImageReplacement#RESULT}, in the place of the active one. A cancel leaves that as it was.
 */
public abstract class StepCommand extends MenuCommand implements Previewable {
    @Parameter(required = false, persist = false)
    private ImagePlus image;

    /**
     * The step to take.
     *
     * @param arguments of {@link #signature}
     * @throws StepException if they do not fit together
     */
    protected abstract Step step(Arguments arguments) throws StepException;

    /** The image given as an input, else the one in front. */
    @Override
    protected final Optional<ImagePlus> activeImage() {
        return image != null ? Optional.of(image) : super.activeImage();
    }

    /** The image's own color space for the parameter {@code from}, so that macros record it. */
    @Override
    public Map<String, String> suggestions(ImagePlus active) {
        boolean asks = signature().parameters().stream().anyMatch(p -> p.key().equals("from"));
        return asks ? ownSpace(active, "from") : Map.of();
    }

    @Override
    protected Optional<StepPreview.Steps> previewedSteps() {
        return Optional.of(values -> step(signature().arguments(values)));
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        Step step = step(arguments);
        ImagePlus source = source();
        if (ImageReplacement.isAskedFor(signature(), arguments)) {
            ImageReplacement.check(source);
            ImageReplacement.replace(source, ImageJRun.call(this::isCanceled, run -> applyToAll(step, source, run)));
        } else {
            ImageJRun.call(this::isCanceled, run -> newImage(applyToAll(step, source, run), source))
                    .show();
        }
    }

    /** Takes a step at one slice and time of an image. */
    @FunctionalInterface
    protected interface FrameStep {
        /**
         * Makes the result for a frame.
         *
         * @param frame the frame
         * @param slice where it stands, from 1
         * @param time where it stands, from 1
         */
        FloatImage apply(FloatImage frame, int slice, int time) throws StepException;
    }

    /**
     * How the step is taken at each slice and time: alike, unless it depends on them.
     *
     * @param step what {@link #step} made
     * @param source the image whose frames follow
     * @param run where
     * @throws StepException if it cannot be taken on this image
     */
    protected FrameStep frameStep(Step step, ImagePlus source, Run run) throws StepException {
        Step prepared = step.prepared();
        return (frame, slice, time) -> prepared.apply(frame, run);
    }

    /** The results for every slice and time; what they lost is told, and the first one's ledger holds it all. */
    private List<FloatImage> applyToAll(Step step, ImagePlus source, Run run) throws StepException {
        FrameStep frameStep = frameStep(step, source, run);
        int slices = ImagePlusConversion.slices(source);
        List<FloatImage> results = new ArrayList<>();
        List<List<String>> losses = new ArrayList<>();
        List<String> before = ImagePlusConversion.toFloatImage(source, 1, 1).losses();
        for (int time = 1; time <= source.getNFrames(); time++) {
            for (int slice = 1; slice <= slices; slice++) {
                FloatImage image = ImagePlusConversion.toFloatImage(source, slice, time);
                FloatImage result = withPlanesOfItsOwn(frameStep.apply(image, slice, time), image);
                results.add(result);
                losses.add(result.losses().stream().skip(before.size()).toList());
            }
        }
        List<String> all = new ArrayList<>(before);
        for (String entry : Loss.together(losses)) {
            tell(signature().label() + " " + Loss.report(entry), Loss.isWarning(entry), run);
            all.add(entry);
        }
        results.set(0, results.get(0).withLosses(all));
        return results;
    }

    /** A warning goes to the log, whose window comes up; what is only good to know, to the status line. */
    private static void tell(String sentence, boolean warning, Run run) {
        if (warning) {
            run.warn(sentence);
        } else {
            IJ.showStatus(sentence);
        }
    }

    private static ImagePlus newImage(List<FloatImage> results, ImagePlus source) {
        ImagePlus result = ImagePlusConversion.toImagePlus(results, ImagePlusConversion.slices(source));
        result.setTitle(WindowManager.makeUniqueName(ImagePlusConversion.resultTitle(results.get(0))));
        result.copyScale(source);
        return result;
    }

    /** Copies the planes that a step left alone: who paints in the new window shall not paint in the old one too. */
    private static FloatImage withPlanesOfItsOwn(FloatImage result, FloatImage source) {
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : result.channels()) {
            boolean shared = source.channels().stream().anyMatch(c -> c.samples() == channel.samples());
            channels.add(
                    shared
                            ? new ImageChannel(
                                    channel.name(),
                                    channel.source(),
                                    channel.samples().clone())
                            : channel);
        }
        return result.withChannels(channels);
    }
}
