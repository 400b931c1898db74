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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.agx.Preset;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * Develops an image by all stages at once: as a preset says, with other values on top of it.
 *
 * @param preset where the values come from that are not given; empty for neutral ones; read when the step is applied
 * @param given canonical values by their path in presets
 * @param development the mode, and what is done around the stages
 * @param save the preset that is written when the step is applied
 * @param drawn the seed of the grain if neither the preset nor the values say one; the same for all frames
 */
public record Develop(
        Optional<Path> preset, Map<String, String> given, Development development, Optional<Path> save, long drawn)
        implements Step {
    private static final Parameter SAVE = Parameter.text(
            "Save",
            "A preset to write, a file that ends in .toml, with what the preset above says and is changed here.",
            Develop::path,
            "a path");

    private static final Parameter PRESET = Parameter.file(
            "Preset",
            Parameter.Kind.INPUT_FILE,
            "A preset, a file that ends in .toml. All other values given win over what it says.",
            "");

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Develop...",
            "Develops the image by all stages of the AgX photo pipeline at once. Keys are those of its presets; what is not"
                    + " given is as in the preset, else neutral. Light, dehaze and noise are worked on in linear Rec.2020,"
                    + " all else in gamma Rec.2020.",
            parameters());

    /** Keeps an unmodifiable copy of the map, in its order. */
    public Develop {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(PRESET));
        all.addAll(PresetParameters.all());
        all.add(SAVE);
        all.add(StageOperation.MODE);
        all.add(Development.PARAMETER);
        all.add(SourceSpace.FROM);
        all.add(SelectedPart.PARAMETER);
        all.add(ImageReplacement.RESULT);
        return all;
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if a selection is meant, which only an open image has
     */
    public static Develop of(Arguments arguments) throws StepException {
        SelectedPart.refuse(arguments);
        return new Develop(
                path(arguments.text(PRESET.key())).map(Path::of),
                PresetParameters.given(arguments),
                new Development(
                        StageOperation.mode(arguments),
                        Development.Encoding.of(arguments),
                        SourceSpace.given(arguments)),
                path(arguments.text(SAVE.key())).map(Path::of),
                StageOperation.drawnSeed());
    }

    private static Optional<String> path(String text) {
        try {
            return Optional.of(text.strip())
                    .filter(path -> !Path.of(path).toString().isEmpty());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        Preset values = values();
        if (save.isPresent()) {
            write(values, save.get());
        }
        long seed = values.seed().orElse(drawn);
        Map<String, String> recorded = new LinkedHashMap<>(given);
        if (values.number("grain.amount") > 0) {
            recorded.put("grain.seed", String.valueOf(seed));
        }
        return development.apply(
                source, () -> ApplyPreset.stages(values, seed), SIGNATURE.label(), space -> line(recorded, space), run);
    }

    /** The history does the same again, but writes no preset. */
    private String line(Map<String, String> recorded, ColorSpace space) {
        Development settled = new Development(development.mode(), development.encoding(), Optional.of(space));
        return new Develop(preset, recorded, settled, Optional.empty(), drawn).text();
    }

    private Preset values() throws StepException {
        try {
            Preset base = preset.isPresent() ? Preset.read(preset.get()) : Preset.NEUTRAL;
            return PresetParameters.changed(base, given);
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        }
    }

    /**
     * Writes a preset. It extends what it did before.
     *
     * @throws StepException if it would extend itself or cannot be written; an older file is then as it was
     */
    static void write(Preset values, Path file) throws StepException {
        try {
            Optional<Path> parent = values.metadata().parent();
            while (parent.isPresent()) {
                if (Files.exists(file) && Files.isSameFile(file, parent.get())) {
                    throw new StepException(file + ": what is saved extends this preset; save it under another name");
                }
                parent = Preset.read(parent.get()).metadata().parent();
            }
            values.write(file);
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        } catch (IOException e) {
            throw new StepException(file + ": cannot be written: " + e.getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        preset.ifPresent(file -> values.put(PRESET.key(), file.toString()));
        values.putAll(given);
        save.ifPresent(file -> values.put(SAVE.key(), file.toString()));
        values.put(StageOperation.MODE.key(), development.mode().label());
        values.put(Development.PARAMETER.key(), development.encoding().label());
        development.from().ifPresent(space -> values.put(SourceSpace.FROM.key(), space.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
