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
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.GamutClip;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * The same colors in another color space: other numbers for R, G, B, other channels as they are.
 *
 * @param from the space to take the source for; empty for the one the image itself says
 * @param to the space of the result
 * @param adaptation how the colors follow when the white changes
 * @param gamut what becomes of colors outside the result's primaries, which have negative components
 */
public record ConvertColorSpace(Optional<ColorSpace> from, ColorSpace to, Adaptation adaptation, Gamut gamut)
        implements Step {
    /** What becomes of negative components of linear light. */
    public enum Gamut {
        /** They stay: nothing is lost. */
        KEEP,
        /** They become 0. Not a number stays. */
        CLIP;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Convert Color Space...",
            "Converts R, G, B to another color space. Values above 1 are kept.",
            List.of(
                    SourceSpace.FROM,
                    SourceSpace.space("To", "The color space of the result.", null),
                    Parameter.choice(
                            "Adaptation",
                            "How colors follow when the two spaces have different whites.",
                            Arrays.stream(Adaptation.values())
                                    .map(Adaptation::label)
                                    .toList()),
                    Parameter.choice(
                            "Gamut",
                            "keep: colors outside the result's primaries keep their negative components. clip: those become 0.",
                            Arrays.stream(Gamut.values()).map(Gamut::label).toList())));

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
                Gamut.valueOf(arguments.text("gamut").toUpperCase(Locale.ROOT)));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        float[][] rgb = SourceSpace.rgb(source);
        TransformChain onLinear = gamut == Gamut.CLIP ? TransformChain.of(new GamutClip()) : TransformChain.of();
        Kernel kernel =
                ColorSpaceConversion.between(space, to, adaptation, onLinear).compile();
        float[][] converted = new float[3][rgb[0].length];
        TransformRunner.apply(kernel, rgb, converted, rgb[0].length, run);
        String line = new ConvertColorSpace(Optional.of(space), to, adaptation, gamut).text();
        return source.withRgb(converted, ColorState.of(to, "converted from " + space.name()), line);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        from.ifPresent(space -> values.put("from", space.name()));
        values.put("to", to.name());
        values.put("adaptation", adaptation.label());
        values.put("gamut", gamut.label());
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
