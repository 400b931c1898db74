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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * Saves what was rendered for a display as PNG, which says of which display the code values are, and hands the image on
 * unchanged.
 *
 * @param file ends in {@code .png}
 * @param samples of 8 or 16 bits; empty for those the picture was rendered for
 */
public record SavePng(Path file, Optional<SampleType> samples) implements Step {
    /** What names of such files end in. */
    static final String SUFFIX = ".png";

    private static final Map<String, SampleType> BITS = Map.of("8", SampleType.BYTE, "16", SampleType.SHORT);

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Save PNG...",
            "Saves a picture rendered for a display, of 8 or 16 bits for each color, with the display's color space.",
            List.of(
                    Parameter.file(
                            "File",
                            Parameter.Kind.OUTPUT_FILE,
                            "The file to write; .png is added if it is left out.",
                            null),
                    Parameter.choice(
                            "Bits",
                            "source: those the picture was rendered for, 16 if it is 32-bit.",
                            List.of("source", "8", "16"))));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the file's name ends in another suffix than {@code .png}
     */
    public static SavePng of(Arguments arguments) throws StepException {
        return new SavePng(
                FileSuffix.ensure(arguments.path("file"), SUFFIX, SIGNATURE),
                Optional.ofNullable(BITS.get(arguments.text("bits"))));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        FloatImage picture = samples.isEmpty()
                ? source
                : source.withChannels(source.channels().stream()
                        .map(channel -> new ImageChannel(channel.name(), samples.get(), channel.samples()))
                        .toList());
        try {
            ImageFiles.save(picture, file, SaveOptions.DEFAULT, run);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
        return source;
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        values.put(
                "bits",
                samples.map(type -> type == SampleType.BYTE ? "8" : "16").orElse("source"));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
