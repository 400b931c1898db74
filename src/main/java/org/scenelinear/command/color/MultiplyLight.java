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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.SecondImage;
import org.scenelinear.command.menu.TwoImageStep;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.LightArithmetic;

/**
 * The light of an image times that of a second one: albedo times illumination, a shadow, a ratio of two lightings.
 * Alpha is the first image's. Where the second has no pixels it says nothing of the first, which stays as it is; where
 * the first has none there is nothing to multiply, so the result shows the first image's pixels.
 *
 * @param second the factor
 */
public record MultiplyLight(SecondImage second) implements TwoImageStep {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Multiply Light...",
            "Multiplies the light with that of a second image, channel by channel: R, G, B (or Y). Both must be in the"
                    + " same linear space. Alpha and all other channels are those of the active image. Where the second"
                    + " image has no pixels it counts as 1. Nothing is clipped; infinities and NaN multiply as IEEE 754"
                    + " says.",
            List.of(SecondImage.parameter("With factor", "The image to multiply with."), SecondImage.LAYER));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static MultiplyLight of(Arguments arguments) {
        return new MultiplyLight(SecondImage.of(arguments));
    }

    @Override
    public FloatImage apply(FloatImage first, FloatImage other, Run run) throws StepException {
        LightPair pair = LightPair.of(first, other, first.dataWindow());
        Map<String, float[]> planes = new HashMap<>();
        for (String name : pair.light()) {
            planes.put(name, LightArithmetic.product(pair.first(name, 0), pair.second(name, 1), pair.window(), run));
        }
        return pair.result(planes, text(), run);
    }

    @Override
    public String text() {
        return SIGNATURE.label() + " " + MacroOptions.format(second.values());
    }
}
