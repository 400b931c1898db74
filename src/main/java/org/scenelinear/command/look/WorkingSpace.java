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
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace.Alpha;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookSpace;
import org.scenelinear.run.Run;
import org.scenelinear.transform.AlphaDivision;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CountedConversion;
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

    /** Puts {@code alpha} to the words of a line, if it is not as usual. */
    static void put(Alpha alpha, Map<String, String> values) {
        if (alpha != Alpha.PREMULTIPLIED) {
            values.put(Alpha.PARAMETER.key(), alpha.label());
        }
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
     * How a look is applied.
     *
     * @param from what the image's values mean; may only be empty if there is no working space
     * @param working where the look works; empty for the values as they are
     * @param alpha how color and alpha belong together
     */
    record Way(Optional<ColorSpace> from, Optional<ColorSpace> working, Alpha alpha) {}

    /**
     * The image after a look. What happened to its colors is added to the ledger of losses, if its space is known.
     *
     * @param source the image; its color means the same afterwards
     * @param look what to apply
     * @param line of the history
     * @throws StepException if the image has no R, G and B
     */
    static FloatImage apply(FloatImage source, Way way, ColorTransform look, String line, Run run)
            throws StepException {
        float[][] rgb = SourceSpace.rgb(source);
        Optional<float[]> divisor =
                source.channel("A").map(ImageChannel::samples).filter(plane -> way.alpha() == Alpha.PREMULTIPLIED);
        float[][] colors = divisor.isPresent() ? AlphaDivision.divided(rgb, divisor.get(), run) : rgb;
        float[][] result = new float[3][rgb[0].length];
        Optional<ColorSpace> known = way.from().or(() -> source.color().space());
        List<String> losses = new ArrayList<>(source.losses());
        if (known.isPresent()) {
            if (way.working().isPresent()
                    && LookSpace.cutsNegative(known.get(), way.working().get())) {
                warnOfNegative(source, colors, known.get(), result, run);
            }
            losses.add(applied(known.get(), way.working(), look, colors, result, line, run));
        } else {
            TransformRunner.apply(look.compile(), colors, result, rgb[0].length, run);
        }
        if (divisor.isPresent()) {
            AlphaDivision.multiply(result, divisor.get(), rgb, run);
        }
        ColorState color = way.from()
                .filter(space -> !source.color().space().equals(Optional.of(space)))
                .map(space -> ColorState.of(space, "given to a look"))
                .orElse(source.color());
        return source.withRgb(result, color, line).withoutIntegers().withLosses(losses);
    }

    /** Applies a look and tells what it did to colors; negative components that were there before are not its doing. */
    private static String applied(
            ColorSpace known,
            Optional<ColorSpace> working,
            ColorTransform look,
            float[][] colors,
            float[][] result,
            String line,
            Run run) {
        int pixels = colors[0].length;
        CountedConversion conversion = LookSpace.counted(known, look, working);
        boolean canBeUndone = look.inverse().isPresent();
        CountedConversion.RoundTrip roundTrip = canBeUndone
                ? conversion.roundTrip(colors, pixels, run)
                : new CountedConversion.RoundTrip(Double.POSITIVE_INFINITY, 0);
        CountedConversion.Counts counts = conversion.apply(colors, result, pixels, run);
        String label = line.contains("...") ? line.substring(0, line.indexOf("...")) : line;
        return new Loss(
                        label + " in " + working.orElse(known).name() + (canBeUndone ? "" : ", which cannot be undone"),
                        pixels,
                        counts.outside(),
                        0,
                        Math.max(0, counts.left() - counts.outside()),
                        counts.invalid(),
                        counts.largestBefore(),
                        counts.largestAfter(),
                        roundTrip.error(),
                        roundTrip.pixels())
                .text();
    }

    /**
     * Tells how many pixels lose color.
     *
     * @param scratch planes that may be written to
     */
    private static void warnOfNegative(
            FloatImage source, float[][] colors, ColorSpace from, float[][] scratch, Run run) {
        ColorTransform toAces = ColorSpaceConversion.between(from, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        int length = scratch[0].length;
        TransformRunner.apply(toAces.compile(), colors, scratch, length, run.quiet());
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
