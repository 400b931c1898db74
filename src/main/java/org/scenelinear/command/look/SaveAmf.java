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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.look.AmfComposer;
import org.scenelinear.look.ChainedLook;
import org.scenelinear.look.LookChain;
import org.scenelinear.run.Run;

/**
 * Writes what an image has gone through, and the looks of a chain after that, as an ACES Metadata File with the files
 * it needs beside it. The image is handed on unchanged.
 *
 * @param file ends in {@code .amf}
 * @param chain looks, and an output transform, that follow; empty for none
 * @param applied whether the metadata are for the image as it is now; otherwise for the file it came from
 * @param clip the name of that file; empty for that of the image
 */
public record SaveAmf(Path file, Optional<Path> chain, boolean applied, String clip) implements Step {
    /** What names of such files end in. */
    static final String SUFFIX = ".amf";

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Save AMF...",
            "Writes the looks and the output transform of the image as an ACES Metadata File, with the files it needs"
                    + " beside it.",
            List.of(
                    Parameter.file("File", Parameter.Kind.OUTPUT_FILE, "A name that ends in .amf.", null),
                    Parameter.file(
                            "Chain",
                            Parameter.Kind.INPUT_FILE,
                            "A look chain whose looks and output transform follow what the image has gone through.",
                            ""),
                    Parameter.choice(
                            "Applied",
                            "no: the metadata are for the file that the image came from, whose pixels have gone through"
                                    + " nothing yet. yes: for the image as it is, which has gone through all in its history.",
                            List.of("no", "yes")),
                    Parameter.text(
                            "Clip",
                            "The name of the file that the metadata are for. If it is not given, that of the image.")));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the name does not end as it should
     */
    public static SaveAmf of(Arguments arguments) throws StepException {
        Path file = arguments.path("file");
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
            throw new StepException(
                    SIGNATURE.label() + ": file=" + file + " is not allowed; give a name ending in " + SUFFIX);
        }
        return new SaveAmf(
                file,
                arguments.text("chain").isEmpty() ? Optional.empty() : Optional.of(arguments.path("chain")),
                arguments.text("applied").equals("yes"),
                arguments.text("clip"));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        LookHistory history = LookHistory.of(source);
        List<ChainedLook> looks = new ArrayList<>(history.looks());
        Optional<LookChain.Output> output = history.output();
        if (chain.isPresent()) {
            if (output.isPresent()) {
                throw new StepException(source.name() + " has gone through "
                        + output.get().name() + " already; no look chain can follow");
            }
            LookChain after = read(chain.get());
            looks.addAll(after.looks());
            output = after.output();
        }
        boolean rendered = applied && history.output().isPresent();
        Optional<ColorSpace> known = applied && !rendered ? history.now() : history.before();
        ColorSpace input = known.orElseThrow(() -> new StepException(source.name() + ": its color space is not known"));
        AmfComposer.Content content = new AmfComposer.Content(
                clip.isEmpty() ? source.name() : clip,
                input,
                applied ? history.looks().size() : 0,
                looks,
                output,
                rendered);
        try {
            AmfComposer.compose(content, file, run).write(file);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new StepException(file + ": " + e.getMessage());
        }
        return source;
    }

    private static LookChain read(Path path) throws StepException {
        try {
            return LookChain.read(path);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        chain.ifPresent(path -> values.put("chain", path.toString()));
        values.put("applied", applied ? "yes" : "no");
        values.put("clip", clip);
        values.values().removeIf(String::isEmpty);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
