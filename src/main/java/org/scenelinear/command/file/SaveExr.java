/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * Saves an image as OpenEXR and hands it on unchanged.
 *
 * @param file ends in {@code .exr}
 * @param options compression, level and samples
 */
public record SaveExr(Path file, SaveOptions options) implements Step {
    private static final String SUFFIX = ".exr";

    /** How to write a file: the keys that every operation takes whose result is saved. */
    public static final Signature WRITING = new Signature(
            "Save EXR...",
            "Saves the image with its color space, windows and history as OpenEXR.",
            List.of(
                    Parameter.choice(
                            "Compression",
                            "dwaa and dwab lose what is hard to see, the others lose nothing.",
                            compressions()),
                    Parameter.number(
                            "Level",
                            "The level of dwaa and dwab: a larger one makes smaller files and loses more.",
                            "45",
                            0,
                            100000),
                    Parameter.choice(
                            "Pixels",
                            "half: 16-bit floating point. float: 32-bit, exactly the samples in memory. source: as in the file the image came from.",
                            Arrays.stream(SaveOptions.Pixels.values())
                                    .map(SaveExr::label)
                                    .toList())));

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            WRITING.label(),
            WRITING.help(),
            Stream.concat(
                            Stream.of(Parameter.file(
                                    "File",
                                    Parameter.Kind.OUTPUT_FILE,
                                    "The file to write; .exr is added if it is left out.",
                                    null)),
                            WRITING.parameters().stream())
                    .toList());

    /** Those there is a codec for, the default first. */
    private static List<String> compressions() {
        Compression usual = SaveOptions.DEFAULT.compression();
        return Stream.concat(
                        Stream.of(usual), Arrays.stream(Compression.values()).filter(c -> c != usual))
                .filter(c -> Codecs.factory(c, SaveOptions.DEFAULT_DWA_LEVEL).isPresent())
                .map(Compression::label)
                .toList();
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the file's name ends in another suffix than {@code .exr}
     */
    public static SaveExr of(Arguments arguments) throws StepException {
        return new SaveExr(withSuffix(arguments.path("file")), options(arguments));
    }

    /**
     * How to write a file.
     *
     * @param arguments of {@link #SIGNATURE} or {@link #WRITING}
     */
    public static SaveOptions options(Arguments arguments) {
        return new SaveOptions(
                Compression.ofLabel(arguments.text("compression")).orElseThrow(),
                arguments.number("level"),
                SaveOptions.Pixels.valueOf(arguments.text("pixels").toUpperCase(Locale.ROOT)));
    }

    private static Path withSuffix(Path path) throws StepException {
        String name = String.valueOf(path.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            return path;
        }
        if (name.indexOf('.') >= 0) {
            throw new StepException(
                    SIGNATURE.label() + ": file=" + path + " is not allowed; give a name ending in .exr");
        }
        return path.resolveSibling(name + SUFFIX);
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        try {
            ImageFiles.save(source, file, options, run);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
        return source;
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        values.put("compression", options.compression().label());
        values.put("level", level());
        values.put("pixels", label(options.pixels()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }

    private String level() {
        float level = options.dwaLevel();
        return level == (int) level ? String.valueOf((int) level) : String.valueOf(level);
    }

    private static String label(SaveOptions.Pixels pixels) {
        return pixels.name().toLowerCase(Locale.ROOT);
    }
}
