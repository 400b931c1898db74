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
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
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
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * The picture a display shows: renders a scene with an ACES 2 output transform into the display's code values, 0 to 1.
 *
 * @param from the space to take the source for; empty for the one the image itself says
 * @param target the display and view, or the transform id
 * @param result the bits the samples are meant for
 */
public record AcesOutputTransform(Optional<ColorSpace> from, Target target, Result result) implements Step {
    /**
     * Where the picture is shown.
     *
     * @param options the words that name it in a macro line
     * @param name for people
     * @param transform what renders it
     */
    public record Target(Map<String, String> options, String name, OutputTransform transform) {}

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
    }

    private static final Parameter DISPLAY = Parameter.named(
            "Display",
            "The device the picture is shown on.",
            OutputTransforms.displays().get(0),
            OutputTransforms.displays(),
            OutputTransforms::displayName);

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "ACES Output Transform...",
            "Renders the scene for a display with an ACES 2 output transform.",
            List.of(
                    DISPLAY,
                    Parameter.following(
                            "View",
                            "How the picture is seen on it. If it is not given, the display's usual view.",
                            DISPLAY,
                            OutputTransforms::views,
                            AcesOutputTransform::viewName),
                    Parameter.text(
                            "ID (instead of display and view)",
                            "An ACES transform id; if it is given, display and view do not matter.",
                            id -> OutputTransforms.findById(id).map(transform -> id.strip()),
                            "the id of one of the " + OutputTransforms.ids().size()
                                    + " ACES 2 output transforms, such as "
                                    + OutputTransforms.ids().get(0)),
                    SourceSpace.FROM,
                    Parameter.choice(
                            "Result",
                            "rgb: 8 bits. 16-bit: full scale 65535. 32-bit: code values from 0 to 1.",
                            Arrays.stream(Result.values()).map(r -> r.label).toList())));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static AcesOutputTransform of(Arguments arguments) {
        Result result = Arrays.stream(Result.values())
                .filter(r -> r.label.equals(arguments.text("result")))
                .findFirst()
                .orElseThrow();
        return new AcesOutputTransform(SourceSpace.given(arguments), target(arguments), result);
    }

    private static Target target(Arguments arguments) {
        String id = arguments.text("id");
        if (!id.isEmpty()) {
            return new Target(
                    Map.of("id", id), id, OutputTransforms.findById(id).orElseThrow());
        }
        String display = arguments.text("display");
        String view = arguments.text("view");
        Map<String, String> options = new LinkedHashMap<>();
        options.put("display", display);
        options.put("view", view);
        return new Target(
                options,
                view + " on " + display,
                OutputTransforms.find(display, view).orElseThrow());
    }

    private static Optional<String> viewName(String view) {
        return OutputTransforms.displays().stream()
                .flatMap(display -> OutputTransforms.viewName(display, view).stream())
                .findFirst();
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        float[][] rgb = SourceSpace.rgb(source);
        Kernel kernel = TransformChain.of(
                        ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                        target.transform())
                .compile();
        float[][] rendered = new float[3][rgb[0].length];
        TransformRunner.apply(kernel, rgb, rendered, rgb[0].length, run);
        String line = new AcesOutputTransform(Optional.of(space), target, result).text();
        FloatImage picture = source.withRgb(rendered, displayState(), line);
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : picture.channels()) {
            boolean color = List.of("R", "G", "B").contains(channel.name());
            channels.add(color ? new ImageChannel(channel.name(), result.samples, channel.samples()) : channel);
        }
        return picture.withChannels(channels);
    }

    /** Named if the catalog of spaces has the display's; the values mean light on that display, not in the scene. */
    private ColorState displayState() {
        String display = target.options().getOrDefault("display", "");
        String name = display.endsWith(" - Display") ? display.substring(0, display.length() - 10) : display;
        return new ColorState(ColorSpaces.byName(name), "rendered: " + target.name());
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>(target.options());
        from.ifPresent(space -> values.put("from", space.name()));
        values.put("result", result.label);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
