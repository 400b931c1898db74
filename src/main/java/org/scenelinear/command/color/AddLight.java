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
 * The light of two images together, the second one's by some stops more or less: passes of one scene lit by one lamp
 * each become the scene lit by all. Alpha is the first image's: light covers nothing. Where one image has no pixels it
 * adds none; the result shows the pixels of both.
 *
 * @param second whose light is added
 * @param stops exposure of the second; a stop is a factor of two
 */
public record AddLight(SecondImage second, double stops) implements TwoImageStep {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Add Light...",
            "Adds the light of a second image, channel by channel: R, G, B (or Y). Both must be in the same linear space."
                    + " Alpha and all other channels are those of the active image. Where an image has no pixels it"
                    + " counts as 0. Nothing is clipped; infinities and NaN add up as IEEE 754 says.",
            List.of(
                    SecondImage.parameter("With light", "The image whose light is added."),
                    SecondImage.LAYER,
                    Exposure.stops("Stops", "Exposure of the second image before it is added: 1 doubles its light.")));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static AddLight of(Arguments arguments) {
        return new AddLight(SecondImage.of(arguments), Double.parseDouble(arguments.text("stops")));
    }

    @Override
    public FloatImage apply(FloatImage first, FloatImage other, Run run) throws StepException {
        LightPair pair = LightPair.of(first, other, first.dataWindow().union(other.dataWindow()));
        Map<String, float[]> planes = new HashMap<>();
        for (String name : pair.light()) {
            float gain = Exposure.gain(stops);
            planes.put(name, LightArithmetic.sum(pair.first(name, 0), pair.second(name, 0), gain, pair.window(), run));
        }
        return pair.result(planes, text(), run);
    }

    @Override
    public String text() {
        Map<String, String> values = second.values();
        values.put("stops", Exposure.text(stops));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
