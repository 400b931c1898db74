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
import ij.gui.Roi;
import java.awt.Point;
import java.util.BitSet;
import java.util.List;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * A step whose result is taken where an image's selection is; everywhere else samples stay. The step itself sees the
 * whole image, so stages that look at neighbors work at the selection's edge as elsewhere.
 *
 * @param step what is done
 * @param selected the pixels, line after line
 * @param width pixels of a line
 * @param height lines
 */
record SelectedPart(Step step, BitSet selected, int width, int height) implements Step {
    private static final String LIMIT = "limit";

    /** The parameter {@code roi}. */
    static final Parameter PARAMETER = Parameter.choice(
            "ROI",
            "ignore: the whole image is worked on. limit: only what is selected in it changes.",
            List.of("ignore", LIMIT));

    /** Keeps a copy of the pixels. */
    SelectedPart {
        selected = (BitSet) selected.clone();
    }

    /** A copy. */
    @Override
    public BitSet selected() {
        return (BitSet) selected.clone();
    }

    /** Makes a step of arguments. */
    @FunctionalInterface
    interface Maker {
        /** The step for the whole image. */
        Step make(Arguments arguments) throws StepException;
    }

    /** Finds the image. */
    @FunctionalInterface
    interface Source {
        /** The image whose selection counts. */
        ImagePlus get() throws StepException;
    }

    /** Refuses, where there is no open image, what needs its selection. */
    static void refuse(Arguments arguments) throws StepException {
        if (isAskedFor(arguments)) {
            throw new StepException("roi=limit needs an open image with a selection");
        }
    }

    private static boolean isAskedFor(Arguments arguments) {
        return arguments.text(PARAMETER.key()).equals(LIMIT);
    }

    /**
     * The step of arguments, where an image's selection is if that is asked for.
     *
     * @param arguments with {@link #PARAMETER}
     * @param source asked if it is
     * @param maker makes the step for the whole image
     * @throws StepException if the step cannot be made, or there is no selection of an area
     */
    static Step of(Arguments arguments, Source source, Maker maker) throws StepException {
        if (!isAskedFor(arguments)) {
            return maker.make(arguments);
        }
        ImagePlus image = source.get();
        Roi roi = image.getRoi();
        if (roi == null || !roi.isArea()) {
            throw new StepException("roi=limit needs a selection of an area in " + image.getTitle());
        }
        BitSet selected = new BitSet(image.getWidth() * image.getHeight());
        for (Point point : roi) {
            if (point.x >= 0 && point.y >= 0 && point.x < image.getWidth() && point.y < image.getHeight()) {
                selected.set(point.y * image.getWidth() + point.x);
            }
        }
        Step whole = maker.make(arguments.with(PARAMETER.key(), "ignore"));
        return new SelectedPart(whole, selected, image.getWidth(), image.getHeight());
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        FloatImage result = step.apply(source, run);
        if (!result.color().space().equals(source.color().space())) {
            throw new StepException(
                    "roi=limit leaves the rest of the image in its color space; use encoding=keep and no other from");
        }
        float[][] before = source.rgb().orElseThrow();
        float[][] after = result.rgb().orElseThrow();
        List<String> history = result.history();
        String line = history.get(history.size() - 1) + " " + PARAMETER.key() + "=" + LIMIT;
        float[][] merged = new float[3][];
        for (int c = 0; c < 3; c++) {
            merged[c] = merged(before[c], after[c], source.width(), source.height());
        }
        return source.withRgb(merged, result.color(), line).withoutIntegers();
    }

    /** Also of a preview, which has every so many-th pixel in both directions. */
    private float[] merged(float[] before, float[] after, int frameWidth, int frameHeight) {
        int step = (width + frameWidth - 1) / frameWidth;
        float[] merged = before.clone();
        for (int y = 0; y < frameHeight; y++) {
            for (int x = 0; x < frameWidth; x++) {
                int pixel = Math.min(y * step, height - 1) * width + Math.min(x * step, width - 1);
                if (selected.get(pixel)) {
                    merged[y * frameWidth + x] = after[y * frameWidth + x];
                }
            }
        }
        return merged;
    }

    @Override
    public String text() {
        return step.text() + " " + PARAMETER.key() + "=" + LIMIT;
    }
}
