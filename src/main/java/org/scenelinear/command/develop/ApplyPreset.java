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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetStages;
import org.scenelinear.agx.StageSequence;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.PreparedStep;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * Develops an image as presets say, through the stages in their fixed order.
 *
 * @param layers files of presets; what a later one says wins; read when the step is prepared or applied
 * @param mode what becomes of light outside 0 to 1
 * @param encoding of the result
 * @param seed of the grain, 64 bits without sign; empty for the presets' own
 * @param from the space to take the source for; empty for the one the image itself says
 * @param drawn the seed of the grain if nothing else says one; the same for all frames
 */
public record ApplyPreset(
        List<Path> layers,
        Mode mode,
        Development.Encoding encoding,
        Optional<Long> seed,
        Optional<ColorSpace> from,
        long drawn)
        implements Step {
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
                    Development.PARAMETER,
                    StageOperation.seed(
                            "Chooses the grain. If it is not given the preset's is taken; if it has none, one is drawn,"
                                    + " and the image's history has it."),
                    SourceSpace.FROM,
                    SelectedPart.PARAMETER,
                    ImageReplacement.RESULT));

    /** Keeps an unmodifiable copy of the list. */
    public ApplyPreset {
        layers = List.copyOf(layers);
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if a selection is meant, which only an open image has
     */
    public static ApplyPreset of(Arguments arguments) throws StepException {
        SelectedPart.refuse(arguments);
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
                Development.Encoding.of(arguments),
                seed.isEmpty() ? Optional.empty() : Optional.of(Long.parseUnsignedLong(seed)),
                SourceSpace.given(arguments),
                StageOperation.drawnSeed());
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
        return prepared().apply(source, run);
    }

    @Override
    public Step prepared() throws StepException {
        Preset preset = preset();
        long used = seed.or(preset::seed).orElse(drawn);
        Optional<Long> recorded = preset.number("grain.amount") > 0 ? Optional.of(used) : Optional.empty();
        StageSequence stages = stages(preset, used);
        return new PreparedStep(
                text(),
                (source, run) -> new Development(mode, encoding, from)
                        .apply(
                                source,
                                () -> stages,
                                SIGNATURE.label(),
                                space -> new ApplyPreset(layers, mode, encoding, recorded, Optional.of(space), drawn)
                                        .text(),
                                run));
    }

    /**
     * The stages of a preset.
     *
     * @throws StepException if its look-up table cannot be read
     */
    static StageSequence stages(Preset preset, long seed) throws StepException {
        try {
            return PresetStages.of(preset, seed);
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        }
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
