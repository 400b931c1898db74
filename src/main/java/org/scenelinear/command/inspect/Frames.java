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
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.run.Run;

/** Which slices and times of a stack a command looks at. */
final class Frames {
    private static final String CURRENT = "current";
    private static final String ALL = "all";

    /** The one in front or all. */
    static final Parameter CURRENT_OR_ALL = Parameter.choice(
            "Frames", "current: the slice and time in front. all: every one of the stack.", List.of(CURRENT, ALL));

    /** All or the one in front. */
    static final Parameter ALL_OR_CURRENT = Parameter.choice(
            "Frames", "all: every slice and time of the stack. current: the one in front.", List.of(ALL, CURRENT));

    private Frames() {}

    /** What asks for every slice and time. */
    static String all() {
        return ALL;
    }

    /** A place in a stack, both from 1. */
    record Frame(int slice, int time) {}

    /** Looks at a frame. */
    @FunctionalInterface
    interface Visitor<X extends Exception> {
        /** Looks at it. */
        void visit(FloatImage image, Frame frame, Run run) throws X;
    }

    /**
     * Looks at each, in the order of the stack.
     *
     * @param image any
     * @param arguments with {@code frames}
     * @param run hears how far it is, can cancel
     * @param visitor called for one after the other
     */
    static <X extends Exception> void visit(ImagePlus image, Arguments arguments, Run run, Visitor<X> visitor)
            throws X {
        visit(image, of(image, areAll(arguments)), run, visitor);
    }

    /** Whether every slice and time is asked for. */
    static boolean areAll(Arguments arguments) {
        return arguments.text("frames").equals(ALL);
    }

    /** Looks at every one of a stack, as {@link #visit(ImagePlus, Arguments, Run, Visitor)}. */
    static <X extends Exception> void visitAll(ImagePlus image, Run run, Visitor<X> visitor) throws X {
        visit(image, of(image, true), run, visitor);
    }

    private static <X extends Exception> void visit(ImagePlus image, List<Frame> frames, Run run, Visitor<X> visitor)
            throws X {
        Run inside = frames.size() == 1 ? run : run.quiet();
        for (int i = 0; i < frames.size(); i++) {
            run.checkCanceled();
            run.update("measuring frame " + (i + 1) + " of " + frames.size(), (double) i / frames.size());
            Frame frame = frames.get(i);
            visitor.visit(ImagePlusConversion.toFloatImage(image, frame.slice(), frame.time()), frame, inside);
        }
    }

    private static List<Frame> of(ImagePlus image, boolean all) {
        int slices = ImagePlusConversion.slices(image);
        if (!all) {
            return List.of(new Frame(Math.min(image.getSlice(), slices), image.getFrame()));
        }
        List<Frame> frames = new ArrayList<>();
        for (int time = 1; time <= image.getNFrames(); time++) {
            for (int slice = 1; slice <= slices; slice++) {
                frames.add(new Frame(slice, time));
            }
        }
        return frames;
    }
}
