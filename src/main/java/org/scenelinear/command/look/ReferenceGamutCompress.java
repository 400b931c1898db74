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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace.Alpha;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;

/**
 * The Reference Gamut Compress of ACES 1.3: colors outside of AP1 move inward. The image keeps its color space.
 *
 * @param direction to compress, or to undo it
 * @param from the space to take the source for; empty for the one the image itself says
 */
public record ReferenceGamutCompress(Direction direction, Optional<ColorSpace> from) implements Step {
    private static final Optional<ColorSpace> WORKING = Optional.of(ColorSpaces.ACESCG);

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Reference Gamut Compress...",
            "Moves very saturated colors, such as those of LED lights, into the gamut of ACEScg (Reference Gamut Compress"
                    + " of ACES 1.3). The image keeps its color space.",
            List.of(
                    Direction.parameter("forward: compress. inverse: undo it."),
                    SourceSpace.FROM,
                    ImageReplacement.RESULT));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static ReferenceGamutCompress of(Arguments arguments) {
        return new ReferenceGamutCompress(Direction.of(arguments), SourceSpace.given(arguments));
    }

    /** Color multiplied by alpha is compressed as color by itself is: the curve depends on ratios alone. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        Optional<ColorSpace> known = WorkingSpace.source(from, WORKING, source);
        ColorTransform compress = direction == Direction.FORWARD
                ? GamutCompress.REFERENCE
                : GamutCompress.REFERENCE.inverse().orElseThrow();
        String line = new ReferenceGamutCompress(direction, known).text();
        return WorkingSpace.apply(source, new WorkingSpace.Way(known, WORKING, Alpha.STRAIGHT), compress, line, run);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("direction", direction.label());
        from.ifPresent(known -> values.put("from", known.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
