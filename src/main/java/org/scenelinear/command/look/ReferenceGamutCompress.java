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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace.Alpha;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.GamutCompress;

/**
 * The Reference Gamut Compress of ACES 1.3: colors outside of AP1 move inward. The image keeps its color space.
 *
 * @param compress in AP1, or what undoes it
 * @param from the space to take the source for; empty for the one the image itself says
 */
public record ReferenceGamutCompress(GamutCompress compress, Optional<ColorSpace> from) implements Step {
    private static final Optional<ColorSpace> WORKING = Optional.of(ColorSpaces.ACESCG);

    private static final double LARGEST_THRESHOLD = 0.9999;
    private static final double LEAST_LIMIT = 1.0001;

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Reference Gamut Compress...",
            "Moves very saturated colors, such as those of LED lights, into the gamut of ACEScg (Reference Gamut Compress"
                    + " of ACES 1.3). The image keeps its color space.",
            List.of(
                    Direction.parameter("forward: compress. inverse: undo it."),
                    Parameter.triple(
                            "Thresholds",
                            "Of cyan, magenta and yellow: distances from gray up to which colors stay as they are. 0 is gray, 1"
                                    + " the border of the gamut.",
                            triple(GamutCompress.Range::threshold),
                            0,
                            LARGEST_THRESHOLD),
                    Parameter.triple(
                            "Limits",
                            "Of cyan, magenta and yellow: the distances that come to lie on the border.",
                            triple(GamutCompress.Range::limit),
                            LEAST_LIMIT,
                            GamutCompress.LARGEST_LIMIT),
                    Parameter.number(
                            "Power",
                            "How suddenly the compression sets in.",
                            MacroOptions.number(GamutCompress.REFERENCE.power()),
                            1,
                            GamutCompress.LARGEST_POWER),
                    SourceSpace.FROM,
                    ImageReplacement.RESULT));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static ReferenceGamutCompress of(Arguments arguments) {
        double[] thresholds = arguments.triple("thresholds");
        double[] limits = arguments.triple("limits");
        return new ReferenceGamutCompress(
                new GamutCompress(
                        new GamutCompress.Range(thresholds[0], limits[0]),
                        new GamutCompress.Range(thresholds[1], limits[1]),
                        new GamutCompress.Range(thresholds[2], limits[2]),
                        Double.parseDouble(arguments.text("power")),
                        Direction.of(arguments) == Direction.FORWARD
                                ? GamutCompress.Direction.COMPRESS
                                : GamutCompress.Direction.EXPAND),
                SourceSpace.given(arguments));
    }

    private static String triple(ToDoubleFunction<GamutCompress.Range> number) {
        return triple(GamutCompress.REFERENCE, number);
    }

    private static String triple(GamutCompress compress, ToDoubleFunction<GamutCompress.Range> number) {
        return Stream.of(compress.cyan(), compress.magenta(), compress.yellow())
                .map(range -> MacroOptions.number(number.applyAsDouble(range)))
                .collect(Collectors.joining(" "));
    }

    /** Whether it is the one of ACES 1.3, or what undoes that. */
    boolean isReference() {
        return compress.equals(GamutCompress.REFERENCE)
                || GamutCompress.REFERENCE.inverse().equals(Optional.of(compress));
    }

    /** Color multiplied by alpha is compressed as color by itself is: the curve depends on ratios alone. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        Optional<ColorSpace> known = WorkingSpace.source(from, WORKING, source);
        String line = new ReferenceGamutCompress(compress, known).text();
        return WorkingSpace.apply(source, new WorkingSpace.Way(known, WORKING, Alpha.STRAIGHT), compress, line, run);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        boolean forward = compress.direction() == GamutCompress.Direction.COMPRESS;
        values.put("direction", (forward ? Direction.FORWARD : Direction.INVERSE).label());
        if (!isReference()) {
            values.put("thresholds", triple(compress, GamutCompress.Range::threshold));
            values.put("limits", triple(compress, GamutCompress.Range::limit));
            values.put("power", MacroOptions.number(compress.power()));
        }
        from.ifPresent(known -> values.put("from", known.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
