/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.AlphaDivision;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CountedConversion;
import org.scenelinear.transform.GamutClip;
import org.scenelinear.transform.GamutCompressLimits;
import org.scenelinear.transform.TransformChain;

/**
 * The same colors in another color space: other numbers for R, G, B, other channels as they are.
 *
 * @param from the space to take the source for; empty for the one the image itself says
 * @param to the space of the result
 * @param adaptation how the colors follow when the white changes
 * @param gamut what becomes of colors outside the result's primaries, which have negative components
 * @param alpha how color and channel A, if there is one, belong together
 */
public record ConvertColorSpace(
        Optional<ColorSpace> from, ColorSpace to, Adaptation adaptation, Gamut gamut, Alpha alpha) implements Step {
    /** What becomes of negative components of linear light. */
    public enum Gamut {
        /** They stay: nothing is lost. */
        KEEP,
        /** They become 0. Not a number stays. */
        CLIP,
        /**
         * Colors far from the neutral axis move towards it so that those of the source's gamut end within the target's
         * ({@link GamutCompressLimits}): the curve, thresholds and power of the Reference Gamut Compress of ACES 1.3,
         * with limits that fit the two spaces. Where the target holds the source's whole gamut nothing changes.
         */
        COMPRESS;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How color and alpha belong together. Without a channel A, and between linear spaces, there is no difference. */
    public enum Alpha {
        /**
         * Color is multiplied by alpha, as OpenEXR has it: for a curve it is divided first and multiplied after. Where
         * alpha is 0 or not finite the color stays as it is.
         */
        PREMULTIPLIED,
        /** Color stands for itself. */
        STRAIGHT;

        /** The parameter {@code alpha}. */
        public static final Parameter PARAMETER = Parameter.choice(
                "Alpha",
                "How the color belongs to channel A, if there is one. premultiplied: it is divided by A before"
                        + " a curve and multiplied after; where A is 0 it stays. straight: it is not.",
                Arrays.stream(values()).map(Alpha::label).toList());

        /** What the argument {@code alpha} says. */
        public static Alpha of(Arguments arguments) {
            return valueOf(arguments.text("alpha").toUpperCase(Locale.ROOT));
        }

        /** The word for it in macros. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Convert Color Space...",
            "Converts R, G, B to another color space, as 32-bit floats. Values above 1 are kept. What is lost is counted,"
                    + " told in the log and kept with the image.",
            List.of(
                    SourceSpace.FROM,
                    SourceSpace.space(
                            "To",
                            "The color space of the result. The way to a larger gamut loses nothing, the way to a smaller"
                                    + " one may, and what was clipped does not come back.",
                            null),
                    Parameter.choice(
                            "Adaptation",
                            "How colors follow when the two spaces have different whites.",
                            Arrays.stream(Adaptation.values())
                                    .map(Adaptation::label)
                                    .toList()),
                    Parameter.choice(
                            "Gamut",
                            "keep: colors outside the result's primaries keep their negative components. clip: those"
                                    + " become 0. compress: saturated colors move inward so that all colors of the"
                                    + " source's gamut fit (the curve of the ACES 1.3 gamut compression).",
                            Arrays.stream(Gamut.values()).map(Gamut::label).toList()),
                    Alpha.PARAMETER,
                    ImageReplacement.RESULT));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static ConvertColorSpace of(Arguments arguments) {
        return new ConvertColorSpace(
                SourceSpace.given(arguments),
                ColorSpaces.byName(arguments.text("to")).orElseThrow(),
                Adaptation.byName(arguments.text("adaptation")).orElseThrow(),
                Gamut.valueOf(arguments.text("gamut").toUpperCase(Locale.ROOT)),
                Alpha.of(arguments));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        float[][] rgb = SourceSpace.rgb(source);
        int pixels = rgb[0].length;
        CountedConversion conversion = CountedConversion.between(space, to, adaptation, onLight(space));
        Optional<float[]> divisor = source.channel("A")
                .map(ImageChannel::samples)
                .filter(plane -> alpha == Alpha.PREMULTIPLIED && !(space.isLinear() && to.isLinear()));
        float[][] colors = divisor.isPresent() ? AlphaDivision.divided(rgb, divisor.get(), run) : rgb;
        CountedConversion.RoundTrip roundTrip = conversion.roundTrip(colors, pixels, run);
        float[][] converted = divisor.isPresent() ? colors : new float[3][pixels];
        CountedConversion.Counts counts = conversion.apply(colors, converted, pixels, run);
        if (divisor.isPresent()) {
            AlphaDivision.multiply(converted, divisor.get(), rgb, run);
        }
        List<String> losses = new ArrayList<>(source.losses());
        losses.add(loss(space, counts, roundTrip, pixels).text());
        String line = new ConvertColorSpace(Optional.of(space), to, adaptation, gamut, alpha).text();
        return source.withRgb(converted, ColorState.of(to, "converted from " + space.name()), line)
                .withoutIntegers()
                .withLosses(losses);
    }

    private ColorTransform onLight(ColorSpace space) {
        return switch (gamut) {
            case KEEP -> TransformChain.of();
            case CLIP -> new GamutClip();
            case COMPRESS -> GamutCompressLimits.fitting(space.matrixTo(to, adaptation));
        };
    }

    private Loss loss(
            ColorSpace space, CountedConversion.Counts counts, CountedConversion.RoundTrip roundTrip, int pixels) {
        return new Loss(
                space.name() + " to " + to.name() + ", " + direction(space) + ", gamut=" + gamut.label(),
                pixels,
                counts.outside(),
                gamut == Gamut.CLIP ? counts.outside() : 0,
                counts.left(),
                counts.invalid(),
                counts.largestBefore(),
                counts.largestAfter(),
                roundTrip.error(),
                roundTrip.pixels());
    }

    /** Where the conversion leads among the gamuts: up loses nothing, down may. */
    private String direction(ColorSpace space) {
        boolean up = GamutCompressLimits.isWithin(space.matrixTo(to, adaptation));
        boolean down = GamutCompressLimits.isWithin(to.matrixTo(space, adaptation));
        if (up) {
            return down ? "the same gamut" : "a larger gamut";
        }
        return down ? "a smaller gamut" : "a gamut that lacks some colors";
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        from.ifPresent(space -> values.put("from", space.name()));
        values.put("to", to.name());
        values.put("adaptation", adaptation.label());
        values.put("gamut", gamut.label());
        if (alpha != Alpha.PREMULTIPLIED) {
            values.put("alpha", alpha.label());
        }
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
