/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetStages;
import org.scenelinear.agx.StageSequence;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Develops an image as presets say. R, G and B go to linear Rec.2020, through the stages in their fixed order, and to
 * the result's space; all other channels stay. If the presets change nothing and the space is kept, every sample stays.
 *
 * @param layers files of presets; what a later one says wins; read when the step is applied
 * @param mode what becomes of light outside 0 to 1
 * @param encoding of the result
 * @param seed of the grain, 64 bits without sign; empty for the presets' own
 * @param from the space to take the source for; empty for the one the image itself says
 */
public record ApplyPreset(
        List<Path> layers, Mode mode, Encoding encoding, Optional<Long> seed, Optional<ColorSpace> from)
        implements Step {
    /** What the values of the result mean. */
    public enum Encoding {
        /** The same as those of the source. */
        KEEP,
        /** Linear Rec.2020, not limited. */
        LINEAR,
        /** sRGB, limited to 0 to 1. */
        DISPLAY;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Apply Preset...",
            "Develops the image as a preset of the AgX photo pipeline (a .toml file) says.",
            List.of(
                    Parameter.file("File", Parameter.Kind.INPUT_FILE, "A preset, a file that ends in .toml.", null),
                    Parameter.text(
                            "Layers on top (files)",
                            "More presets, divided by semicolons. What a later one says wins.",
                            ApplyPreset::canonicalLayers,
                            "paths, divided by semicolons"),
                    StageOperation.MODE,
                    Parameter.choice(
                            "Encoding",
                            "keep: the image keeps its color space. linear: the result is linear Rec.2020, not limited."
                                    + " display: it is sRGB for a display, limited to 0 to 1.",
                            List.of("keep", "linear", "display")),
                    StageOperation.seed(
                            "Chooses the grain. If it is not given the preset's is taken; if it has none, one is drawn,"
                                    + " and the image's history has it."),
                    SourceSpace.FROM,
                    ImageReplacement.RESULT));

    /** Keeps an unmodifiable copy of the list. */
    public ApplyPreset {
        layers = List.copyOf(layers);
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static ApplyPreset of(Arguments arguments) {
        List<Path> layers = new ArrayList<>(List.of(arguments.path("file")));
        for (String path : arguments.text("layers").split(";")) {
            if (!path.isBlank()) {
                layers.add(Path.of(path.strip()));
            }
        }
        String seed = arguments.text("seed");
        return new ApplyPreset(
                layers,
                StageOperation.mode(arguments),
                Encoding.valueOf(arguments.text("encoding").toUpperCase(Locale.ROOT)),
                seed.isEmpty() ? Optional.empty() : Optional.of(Long.parseUnsignedLong(seed)),
                SourceSpace.given(arguments));
    }

    private static Optional<String> canonicalLayers(String text) {
        try {
            return Optional.of(Path.of(text.replace(";", ""))).map(paths -> text.strip());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        float[][] rgb = SourceSpace.rgb(source);
        Preset preset = preset();
        boolean grain = preset.number("grain.amount") > 0;
        long used = seed.or(preset::seed).orElseGet(StageOperation::drawnSeed);
        StageSequence stages;
        try {
            stages = PresetStages.of(preset, used);
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        }
        ColorSpace target = switch (encoding) {
            case KEEP -> space;
            case LINEAR -> ColorSpaces.LINEAR_REC2020;
            case DISPLAY -> ColorSpaces.SRGB;
        };
        ColorState color = SourceSpace.state(source, target, "developed by " + SIGNATURE.label());
        String line = new ApplyPreset(
                        layers, mode, encoding, grain ? Optional.of(used) : Optional.empty(), Optional.of(space))
                .text();
        if (stages.isNeutral() && encoding == Encoding.KEEP) {
            return source.withRgb(rgb, color, line);
        }
        ColorTransform in = ColorSpaceConversion.between(space, ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
        ColorTransform out = ColorSpaceConversion.between(ColorSpaces.LINEAR_REC2020, target, Adaptation.BRADFORD);
        if (encoding == Encoding.DISPLAY) {
            out = TransformChain.of(out, new RangeTransform(0, 1, 0, 1, true));
        }
        float[][] result = stages.develop(rgb, in, out, source.width(), source.height(), mode, run);
        return source.withRgb(result, color, line).withoutIntegers();
    }

    private Preset preset() throws StepException {
        List<Preset> read = new ArrayList<>();
        try {
            for (Path layer : layers) {
                read.add(Preset.read(layer));
            }
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        }
        return Preset.layered(read);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", layers.get(0).toString());
        if (layers.size() > 1) {
            values.put("layers", layers.stream().skip(1).map(Path::toString).collect(Collectors.joining(";")));
        }
        values.put("mode", mode.label());
        values.put("encoding", encoding.label());
        seed.ifPresent(used -> values.put("seed", Long.toUnsignedString(used)));
        from.ifPresent(space -> values.put("from", space.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
