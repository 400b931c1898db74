/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.run.Run;

/**
 * Says what the values of an image mean, for one that nobody told of or that was told wrong. No value changes.
 *
 * @param space what they mean
 */
public record AssignColorSpace(ColorSpace space) implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Assign Color Space...",
            "Says which color space the values of the image are in. No pixel changes; to change them use Convert Color Space.",
            List.of(SourceSpace.space("Space", "The color space that the values are in.", null)));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static AssignColorSpace of(Arguments arguments) {
        return new AssignColorSpace(ColorSpaces.byName(arguments.text("space")).orElseThrow());
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) {
        return source.withColor(ColorState.of(space, "assigned")).withStep(text());
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("space", space.name());
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
