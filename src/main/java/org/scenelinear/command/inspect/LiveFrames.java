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

import ij.ImagePlus;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import org.scenelinear.ui.LiveResult;

/** Whether what is shown of an image follows it. */
final class LiveFrames {
    private static final String YES = "yes";

    /** The parameter. */
    static final Parameter LIVE = Parameter.choice(
            "Live",
            "yes: it follows the image, its selection and the frame in front, until either window is closed.",
            List.of("no", YES));

    private LiveFrames() {}

    /** What is shown for a moment where the whole takes long. */
    enum Quick {
        /** Nothing: what was shown before stays. */
        NOTHING,
        /** The same of every fourth line, enough to see where things go. */
        FOURTH_LINES
    }

    /** Makes what is shown of a frame. */
    @FunctionalInterface
    interface Maker<T> {
        /**
         * Makes it.
         *
         * @param area which pixels count
         * @throws StepException if it cannot be made; the message says why
         */
        T make(FloatImage frame, Area area, Run run) throws StepException;
    }

    /** A slice and time of an image, and which of its pixels count. */
    private record Moment(Area area, int slice, int time) {
        Moment thinned() {
            return new Moment(area.everyLine(4), slice, time);
        }
    }

    /**
     * Checks, before any work, that what is asked for can be.
     *
     * @throws StepException if it cannot
     */
    static void check(Arguments arguments) throws StepException {
        if (isAsked(arguments) && GraphicsEnvironment.isHeadless()) {
            throw new StepException("live=yes needs a screen");
        }
        if (isAsked(arguments) && Interpreter.isBatchMode()) {
            throw new StepException("live=yes needs a window; a macro in batch mode opens none");
        }
        if (isAsked(arguments) && Frames.areAll(arguments)) {
            throw new StepException("live=yes follows the frame in front; it does not go with frames=all");
        }
    }

    /** Whether it is to follow the image. */
    static boolean isAsked(Arguments arguments) {
        return arguments.text(LIVE.key()).equals(YES);
    }

    /**
     * Keeps what is shown up to date.
     *
     * @param source what is looked at
     * @param shown shows what was made
     * @param quick what to show for a moment where the whole takes long
     */
    static <T> void follow(ImagePlus source, ImagePlus shown, Quick quick, Maker<T> maker, Consumer<T> show) {
        LiveResult.follow(
                source,
                shown,
                () -> moment(source),
                moment -> quick == Quick.FOURTH_LINES ? Optional.of(moment.thinned()) : Optional.empty(),
                (moment, run) -> made(source, moment, maker, run),
                show);
    }

    private static Moment moment(ImagePlus source) {
        Area area;
        try {
            area = Regions.selection(source).area();
        } catch (StepException e) {
            area = Area.whole(source.getWidth(), source.getHeight()); // a line, or a selection that is being drawn
        }
        return new Moment(area, Math.min(source.getZ(), ImagePlusConversion.slices(source)), source.getT());
    }

    private static <T> T made(ImagePlus source, Moment moment, Maker<T> maker, Run run) throws StepException {
        FloatImage frame = ImagePlusConversion.toFloatImage(source, moment.slice(), moment.time());
        return maker.make(frame, moment.area(), run);
    }
}
