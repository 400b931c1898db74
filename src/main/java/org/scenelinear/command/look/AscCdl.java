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
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.CdlTransform.Style;
import org.scenelinear.transform.ChannelValues;

/**
 * A grade by slope, offset, power and saturation, the color decision list of the American Society of Cinematographers,
 * applied in a logarithmic space. The image keeps its color space.
 *
 * @param grade the numbers, and whether values are limited; in the direction they are applied
 * @param space where they are applied; empty for the values as they are
 * @param from the space to take the source for; empty for the one the image itself says
 * @param alpha how color and alpha belong together
 */
public record AscCdl(CdlTransform grade, Optional<ColorSpace> space, Optional<ColorSpace> from, Alpha alpha)
        implements Step {
    private static final ColorSpace ACESCC = ColorSpaces.byName("ACEScc").orElseThrow();

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "ASC CDL...",
            "Grades with slope, offset, power and saturation (ASC Color Decision List). The image keeps its color space.",
            List.of(
                    Parameter.triple("Slope", "What red, green and blue are multiplied by.", "1 1 1", 0, 1000),
                    Parameter.triple("Offset", "What is added then.", "0 0 0", -1000, 1000),
                    Parameter.triple("Power", "What they are raised to then.", "1 1 1", 0.01, 100),
                    Parameter.number(
                            "Saturation",
                            "How far colors are from gray: 0 is gray, 1 leaves them, more is more colorful.",
                            "1",
                            0,
                            1000),
                    WorkingSpace.parameter(
                            "Where the numbers apply. ACEScct keeps negative components, ACEScc makes those of ACES2065-1 0. none: on"
                                    + " the values as they are.",
                            List.of(ColorSpaces.ACESCCT, ACESCC),
                            List.of()),
                    Parameter.choice(
                            "Style",
                            "noclamp: values below 0 and above 1 go on. clamp: they are limited to 0 to 1, as version 1.2"
                                    + " of the list has it, which cuts highlights.",
                            List.of("noclamp", "clamp")),
                    Direction.parameter("forward: grade. inverse: take the grade back."),
                    SourceSpace.FROM,
                    Alpha.PARAMETER,
                    ImageReplacement.RESULT));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if a grade is to be taken back that cannot be
     */
    public static AscCdl of(Arguments arguments) throws StepException {
        boolean clamps = arguments.text("style").equals("clamp");
        boolean reverse = Direction.of(arguments) == Direction.INVERSE;
        Style forward = clamps ? Style.FORWARD : Style.FORWARD_NO_CLAMP;
        Style backward = clamps ? Style.REVERSE : Style.REVERSE_NO_CLAMP;
        try {
            CdlTransform grade = new CdlTransform(
                    reverse ? backward : forward,
                    values(arguments, "slope"),
                    values(arguments, "offset"),
                    values(arguments, "power"),
                    Double.parseDouble(arguments.text("saturation")));
            return new AscCdl(grade, WorkingSpace.of(arguments), SourceSpace.given(arguments), Alpha.of(arguments));
        } catch (IllegalArgumentException e) {
            throw new StepException(SIGNATURE.label() + ": " + e.getMessage());
        }
    }

    private static ChannelValues values(Arguments arguments, String key) {
        double[] n = arguments.triple(key);
        return new ChannelValues(n[0], n[1], n[2]);
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        Optional<ColorSpace> known = WorkingSpace.source(from, space, source);
        String line = new AscCdl(grade, space, known, alpha).text();
        return WorkingSpace.apply(source, new WorkingSpace.Way(known, space, alpha), grade, line, run);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("slope", text(grade.slope()));
        values.put("offset", text(grade.offset()));
        values.put("power", text(grade.power()));
        values.put("saturation", MacroOptions.number(grade.saturation()));
        values.put("space", WorkingSpace.text(space));
        values.put("style", grade.style().clamps() ? "clamp" : "noclamp");
        values.put("direction", (grade.style().isReverse() ? Direction.INVERSE : Direction.FORWARD).label());
        from.ifPresent(known -> values.put("from", known.name()));
        WorkingSpace.put(alpha, values);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }

    private static String text(ChannelValues v) {
        return MacroOptions.number(v.r()) + " " + MacroOptions.number(v.g()) + " " + MacroOptions.number(v.b());
    }
}
