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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookSamples;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;

/**
 * A look from the picture of {@link LookSamplesCommand} after some other process.
 *
 * @param target ends in {@code .clf} or {@code .cube}
 * @param from the space to take the image for; empty for the one it says itself
 */
public record LookFromSamples(Path target, Optional<ColorSpace> from) implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Look from Samples...",
            "Writes a look made of samples: what another process made of the image of Look Samples. Pictures of a display"
                    + " become its code values.",
            List.of(
                    Parameter.file(
                            "Target",
                            Parameter.Kind.OUTPUT_FILE,
                            "The file to write. .clf: takes ACES2065-1. .cube: takes ACEScct.",
                            null),
                    SourceSpace.FROM));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the target's name ends in something else
     */
    public static LookFromSamples of(Arguments arguments) throws StepException {
        Path target = arguments.path("target");
        String name = target.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".clf") && !name.endsWith(".cube")) {
            throw new StepException(
                    SIGNATURE.label() + ": target=" + target + " is not allowed; give a name ending in .clf or .cube");
        }
        return new LookFromSamples(target, SourceSpace.given(arguments));
    }

    /** Writes the target; the image itself stays as it is. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        float[][] rgb = SourceSpace.rgb(source);
        int size = source.height();
        if (size < 2 || source.width() != size * size) {
            throw new StepException(source.name() + " is " + source.width() + " x " + source.height()
                    + " pixels; an image of samples is as wide as its height squared, such as 1089 x 33");
        }
        ColorSpace space = SourceSpace.of(from, source);
        boolean rendered = space.reference() == ColorSpace.Reference.DISPLAY;
        float[][] results = rendered ? rgb : SourceSpace.toAces(rgb, space, run);
        boolean cube = target.toString().toLowerCase(Locale.ROOT).endsWith(".cube");
        try {
            LutFiles.write(LookSamples.look(source.name(), results, size, rendered, cube, run), target);
        } catch (IllegalArgumentException e) {
            throw new StepException(source.name() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
        return source;
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("target", target.toString());
        from.ifPresent(known -> values.put("from", known.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
