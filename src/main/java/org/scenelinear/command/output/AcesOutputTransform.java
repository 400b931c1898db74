/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.FiniteKernel;
import org.scenelinear.aces.PixelCount;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Dither;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * The picture a display shows: renders a scene with an ACES 2 output transform into the display's code values, 0 to 1.
 *
 * @param from the space to take the source for; empty for the one the image itself says
 * @param target the display and view, or the transform id
 * @param result the bits the samples are meant for
 * @param dithering how samples of 8 bits are rounded
 */
public record AcesOutputTransform(Optional<ColorSpace> from, PictureTarget target, Result result, Dithering dithering)
        implements Step {
    /** The bits of a rendered picture. In memory samples are float, not rounded; who shows or saves them rounds. */
    public enum Result {
        /** 8 bits for each of red, green, blue. */
        RGB("rgb", SampleType.BYTE),
        /** 16 bits. */
        SHORT("16-bit", SampleType.SHORT),
        /** 32-bit float. */
        FLOAT("32-bit", SampleType.FLOAT);

        private final String label;
        private final SampleType samples;

        Result(String label, SampleType samples) {
            this.label = label;
            this.samples = samples;
        }

        /**
         * The parameter {@code result}.
         *
         * @param more what it does not say, a sentence that begins with a blank; may be empty
         */
        public static Parameter parameter(String more) {
            return Parameter.choice(
                    "Result",
                    "rgb: 8 bits. 16-bit: full scale 65535. 32-bit: code values from 0 to 1." + more,
                    Arrays.stream(values()).map(Result::label).toList());
        }

        /** What the argument {@code result} says. */
        public static Result of(Arguments arguments) {
            return Arrays.stream(values())
                    .filter(result -> result.label.equals(arguments.text("result")))
                    .findFirst()
                    .orElseThrow();
        }

        /** The word for it in macros. */
        public String label() {
            return label;
        }

        /** What the samples are meant to be stored as. */
        public SampleType samples() {
            return samples;
        }
    }

    /** How samples of 8 bits are rounded. */
    public enum Dithering {
        /** To the nearest. */
        NONE,
        /** With noise, so that no steps are seen. */
        NOISE;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int BYTE_SCALE = 255;

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "ACES Output Transform...",
            "Renders the scene for a display with an ACES 2 output transform.",
            parameters());

    private static List<Parameter> parameters() {
        List<Parameter> parameters =
                new ArrayList<>(DisplayTarget.parameters(List.of(DisplayTarget.CUSTOM, FileView.FILE)));
        parameters.add(FileView.PATH);
        parameters.add(FileView.INPUT);
        parameters.add(SourceSpace.FROM);
        parameters.add(Result.parameter(""));
        parameters.add(Parameter.choice(
                "Dither",
                "Of result=rgb: none rounds to the nearest of 256 steps, noise hides the steps in smooth gradients.",
                Arrays.stream(Dithering.values()).map(Dithering::label).toList()));
        return parameters;
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the display does not have the view, or a custom view lacks something
     */
    public static AcesOutputTransform of(Arguments arguments) throws StepException {
        Result result = Result.of(arguments);
        return new AcesOutputTransform(
                SourceSpace.given(arguments),
                target(arguments),
                result,
                Dithering.valueOf(arguments.text("dither").toUpperCase(Locale.ROOT)));
    }

    private static PictureTarget target(Arguments arguments) throws StepException {
        boolean file = arguments.text("id").isEmpty() && arguments.text("view").equals(FileView.FILE);
        if (!file && !arguments.text(FileView.PATH.key()).isEmpty()) {
            throw new StepException(SIGNATURE.label() + ": " + FileView.PATH.key() + "="
                    + arguments.text(FileView.PATH.key()) + " is for view=" + FileView.FILE + " only");
        }
        return file ? FileView.of(arguments, SIGNATURE.label()) : DisplayTarget.of(arguments, SIGNATURE.label());
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        float[][] rgb = SourceSpace.rgb(source);
        PixelCount notFinite = new PixelCount();
        Kernel finite = new FiniteKernel(highest(space), notFinite);
        Kernel render = TransformChain.of(
                        ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                        target.transform())
                .compile();
        Kernel kernel = tile -> {
            finite.apply(tile);
            render.apply(tile);
        };
        float[][] rendered = new float[3][rgb[0].length];
        TransformRunner.apply(kernel, rgb, rendered, rgb[0].length, run);
        if (result == Result.RGB && dithering == Dithering.NOISE) {
            for (int c = 0; c < 3; c++) {
                Dither.apply(rendered[c], BYTE_SCALE, c, run);
            }
        }
        if (notFinite.total() > 0) {
            run.warn(
                    source.name() + ": " + notFinite.total() + " of " + rgb[0].length
                            + " pixels are not finite; +infinity counts as the brightest that is rendered, -infinity and NaN as 0");
        }
        String line = new AcesOutputTransform(Optional.of(space), target, result, dithering).text();
        return source.withRgb(rendered, displayState(), line).withRgbFor(result.samples);
    }

    /** What +infinity counts as in the source's space: the linear value from which on all is rendered the same. */
    private float highest(ColorSpace space) {
        float encoded = (float) space.curve().encode(target.highestInput());
        return Float.isFinite(encoded) ? encoded : Float.MAX_VALUE;
    }

    /** The values mean light on that display, not in the scene. */
    private ColorState displayState() {
        return new ColorState(target.codes(), "rendered: " + target.name());
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>(target.options());
        from.ifPresent(space -> values.put("from", space.name()));
        values.put("result", result.label);
        if (dithering != Dithering.NONE) {
            values.put("dither", dithering.label());
        }
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
