/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.scenelinear.aces.FiniteKernel;
import org.scenelinear.aces.InverseOutputTransform;
import org.scenelinear.aces.PixelCount;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformRunner;

/**
 * The scene, ACES2065-1, that an ACES 2 output transform renders as a picture: undoes {@link AcesOutputTransform} as
 * far as the picture has it.
 *
 * @param target the display whose code values the picture holds, full scale 1, and the view or transform id
 */
public record InverseAcesOutputTransform(DisplayTarget target) implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Inverse ACES Output Transform...",
            "Finds the scene in ACES2065-1 that an ACES 2 output transform renders as this picture. Tells how many pixels"
                    + " are outside of what it can render.",
            DisplayTarget.parameters());

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the display does not have the view, or a custom view lacks something
     */
    public static InverseAcesOutputTransform of(Arguments arguments) throws StepException {
        return new InverseAcesOutputTransform(DisplayTarget.of(arguments, SIGNATURE.label()));
    }

    /** The evidence of the result's color, which files keep, says how many pixels were outside of the range. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        float[][] rgb = SourceSpace.rgb(source);
        int length = rgb[0].length;
        PixelCount notFinite = new PixelCount();
        PixelCount outside = new PixelCount();
        InverseOutputTransform inverse = new InverseOutputTransform(target.transform());
        Kernel finite = new FiniteKernel((float) inverse.highestInput(), notFinite);
        Kernel render = inverse.compile(outside);
        float[][] scene = new float[3][length];
        TransformRunner.apply(
                tile -> {
                    finite.apply(tile);
                    render.apply(tile);
                },
                rgb,
                scene,
                length,
                run);
        if (notFinite.total() > 0) {
            run.warn(source.name() + ": " + notFinite.total() + " of " + length
                    + " pixels are not finite; +infinity counts as the peak, -infinity and NaN as 0");
        }
        String evidence = "inverse of " + target.name();
        if (outside.total() > 0) {
            String count = outside.total() + " of " + length + " pixels";
            run.warn(source.name() + ": " + count + " are outside of what " + target.name()
                    + " can render; the nearest that it can was taken");
            evidence += "; " + count + " were outside of its range";
        }
        return source.withRgb(scene, ColorState.of(ColorSpaces.ACES2065_1, evidence), text())
                .withRgbFor(SampleType.FLOAT);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>(target.options());
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
