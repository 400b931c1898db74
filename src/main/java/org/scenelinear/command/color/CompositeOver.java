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
import java.util.Locale;
import java.util.Map;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.SecondImage;
import org.scenelinear.command.menu.TwoImageStep;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scenelinear.transform.LightArithmetic;
import org.scenelinear.transform.PlacedPlane;

/**
 * An image over a background, by Porter and Duff's operator <em>over</em>. Each lies where its data window says and is
 * transparent black elsewhere; the result shows the pixels of both. An image without alpha is opaque where it has
 * pixels. The result has alpha if one of the two has.
 *
 * @param second the background
 * @param alpha how color and alpha belong together, in both images and in the result
 */
public record CompositeOver(SecondImage second, Alpha alpha) implements TwoImageStep {
    /** How color and alpha belong together. */
    public enum Alpha {
        /** Color is multiplied by alpha, as OpenEXR has it. */
        PREMULTIPLIED,
        /** Color stands for itself. */
        STRAIGHT;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Composite Over...",
            "Lays the active image over a background. Both must be in the same linear space. Each lies where its data"
                    + " window says and is transparent elsewhere; without channel A it is opaque. Channels other than R,"
                    + " G, B, A (or Y, A) are those of the active image. Infinities and NaN go as IEEE 754 says: behind"
                    + " an opaque pixel an infinity is NaN.",
            List.of(
                    SecondImage.parameter("With background", "The image behind the active one."),
                    SecondImage.LAYER,
                    Parameter.choice(
                            "Alpha",
                            "premultiplied: in both images color is multiplied by A, as in OpenEXR files. straight: it is"
                                    + " not, nor will it be in the result.",
                            List.of("premultiplied", "straight"))));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static CompositeOver of(Arguments arguments) {
        return new CompositeOver(
                SecondImage.of(arguments), Alpha.valueOf(arguments.text("alpha").toUpperCase(Locale.ROOT)));
    }

    @Override
    public FloatImage apply(FloatImage first, FloatImage other, Run run) throws StepException {
        Window window = first.dataWindow().union(other.dataWindow());
        LightPair pair = LightPair.of(first, other, window);
        PlacedPlane front = pair.firstAlpha();
        PlacedPlane back = pair.secondAlpha();
        Map<String, float[]> planes = new HashMap<>();
        for (String name : pair.light()) {
            PlacedPlane above = pair.first(name, 0);
            PlacedPlane below = pair.second(name, 0);
            planes.put(
                    name,
                    alpha == Alpha.PREMULTIPLIED
                            ? LightArithmetic.over(above, front, below, window, run)
                            : LightArithmetic.overStraight(above, front, below, back, window, run));
        }
        if (pair.hasAlpha()) {
            planes.put("A", LightArithmetic.over(front, front, back, window, run));
        }
        return pair.result(planes, text(), run);
    }

    @Override
    public String text() {
        Map<String, String> values = second.values();
        values.put("alpha", alpha.label());
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
