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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookSpace;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * Where a look works: the image is converted to that space, goes through the look, and is converted back, so that it
 * means the same as before. Without a space the look gets the values as they are.
 */
final class WorkingSpace {
    /** What {@code space} is where values are taken as they are. */
    private static final String NONE = "none";

    private WorkingSpace() {}

    /**
     * The parameter {@code space}.
     *
     * @param help what it does, a sentence
     * @param first the spaces to choose from, the default first; {@value #NONE} follows
     * @param others more spaces, after that
     */
    static Parameter parameter(String help, List<ColorSpace> first, List<ColorSpace> others) {
        List<String> choices =
                new ArrayList<>(first.stream().map(ColorSpace::name).toList());
        choices.add(NONE);
        others.stream()
                .map(ColorSpace::name)
                .filter(name -> !choices.contains(name))
                .forEach(choices::add);
        return Parameter.named(
                "Space",
                help,
                choices.get(0),
                choices,
                text -> text.strip().equalsIgnoreCase(NONE)
                        ? Optional.of(NONE)
                        : ColorSpaces.byName(text)
                                .map(ColorSpace::name)
                                .filter(name -> !others.isEmpty() || choices.contains(name)));
    }

    /** The space that {@code space} names; empty for none. */
    static Optional<ColorSpace> of(Arguments arguments) {
        return ColorSpaces.byName(arguments.text("space"));
    }

    /** The text of {@code space}. */
    static String text(Optional<ColorSpace> space) {
        return space.map(ColorSpace::name).orElse(NONE);
    }

    /**
     * The space to take a source's values for, as far as that matters.
     *
     * @param given what {@code from} says
     * @param working where the look works
     * @throws StepException if it matters and is not known
     */
    static Optional<ColorSpace> source(Optional<ColorSpace> given, Optional<ColorSpace> working, FloatImage source)
            throws StepException {
        return working.isEmpty() ? given : Optional.of(SourceSpace.of(given, source));
    }

    /**
     * The image after a look.
     *
     * @param source the image; its color means the same afterwards
     * @param from what its values mean; may only be empty if there is no working space
     * @param working where the look works; empty for the values as they are
     * @param look what to apply there
     * @param line of the history
     * @throws StepException if the image has no R, G and B
     */
    static FloatImage apply(
            FloatImage source,
            Optional<ColorSpace> from,
            Optional<ColorSpace> working,
            ColorTransform look,
            String line,
            Run run)
            throws StepException {
        float[][] rgb = SourceSpace.rgb(source);
        TransformChain inPlace =
                working.isPresent() ? LookSpace.within(from.orElseThrow(), look, working) : TransformChain.of(look);
        float[][] result = new float[3][rgb[0].length];
        if (working.isPresent() && LookSpace.cutsNegative(from.orElseThrow(), working.get())) {
            warnOfNegative(source, from.orElseThrow(), result, run);
        }
        TransformRunner.apply(inPlace.compile(), rgb, result, rgb[0].length, run);
        ColorState color = from.filter(space -> !source.color().space().equals(Optional.of(space)))
                .map(space -> ColorState.of(space, "given to a look"))
                .orElse(source.color());
        return source.withRgb(result, color, line).withoutIntegers();
    }

    /**
     * Tells how many pixels lose color.
     *
     * @param scratch planes that may be written to
     */
    private static void warnOfNegative(FloatImage source, ColorSpace from, float[][] scratch, Run run)
            throws StepException {
        ColorTransform toAces = ColorSpaceConversion.between(from, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        int length = scratch[0].length;
        TransformRunner.apply(toAces.compile(), SourceSpace.rgb(source), scratch, length, run.quiet());
        long negative = 0;
        for (int i = 0; i < length; i++) {
            if (scratch[0][i] < 0 || scratch[1][i] < 0 || scratch[2][i] < 0) {
                negative++;
            }
        }
        if (negative > 0) {
            run.warn(source.name() + ": " + negative + " of " + length + " pixels have negative components in "
                    + ColorSpaces.ACES2065_1.name()
                    + ", which ACEScc makes 0: the color volume shrinks; ACEScct keeps them");
        }
    }
}
