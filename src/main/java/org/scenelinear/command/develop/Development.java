/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.StageSequence;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.color.TransferCurves;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

/**
 * What all operations of developing do around their stages: R, G and B go to linear Rec.2020, through the stages, and
 * to the result's space; all other channels stay. If the stages change nothing and the space is kept, every sample
 * stays.
 *
 * <p>Signals of high dynamic range, PQ and HLG, become light, 1 for 100 cd/m². In the mode that is as agx-photo they
 * are taken for sRGB, as there. Either is told.
 *
 * @param mode what becomes of light outside 0 to 1
 * @param encoding of the result
 * @param from the space to take the source for; empty for the one the image itself says
 */
public record Development(Mode mode, Encoding encoding, Optional<ColorSpace> from) {
    /** What the values of the result mean. */
    public enum Encoding {
        /** The same as those of the source. */
        KEEP,
        /** Linear Rec.2020, not limited. */
        LINEAR,
        /** sRGB, limited to 0 to 1. */
        DISPLAY;

        /** What the parameter {@link #PARAMETER} says. */
        static Encoding of(Arguments arguments) {
            return valueOf(arguments.text(PARAMETER.key()).toUpperCase(Locale.ROOT));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parameter {@code encoding}. */
    static final Parameter PARAMETER = Parameter.choice(
            "Encoding",
            "keep: the image keeps its color space. linear: the result is linear Rec.2020, not limited."
                    + " display: it is sRGB for a display, limited to 0 to 1.",
            List.of("keep", "linear", "display"));

    /** Stages that may have to read files. */
    @FunctionalInterface
    public interface Stages {
        /** Makes them. */
        StageSequence make() throws StepException;
    }

    /**
     * Develops an image.
     *
     * @param source the image
     * @param stages what is done
     * @param label of the operation
     * @param line for the history: what does the same again with an image of a space
     * @param run where
     * @throws StepException if the space is not known, a channel is missing, or the stages cannot be made
     */
    public FloatImage apply(FloatImage source, Stages stages, String label, Function<ColorSpace, String> line, Run run)
            throws StepException {
        ColorSpace said = SourceSpace.of(from, source);
        ColorSpace space = taken(said, label, run);
        float[][] rgb = SourceSpace.rgb(source);
        StageSequence sequence = stages.make();
        ColorSpace target = switch (encoding) {
            case KEEP -> space;
            case LINEAR -> ColorSpaces.LINEAR_REC2020;
            case DISPLAY -> ColorSpaces.SRGB;
        };
        String evidence = (target.equals(said) ? "as given to " : "developed by ") + label;
        ColorState color = SourceSpace.state(source, target, evidence);
        if (sequence.isNeutral() && encoding == Encoding.KEEP) {
            return source.withRgb(rgb, color, line.apply(said));
        }
        ColorTransform in = ColorSpaceConversion.between(space, ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
        ColorTransform out = ColorSpaceConversion.between(ColorSpaces.LINEAR_REC2020, target, Adaptation.BRADFORD);
        if (encoding == Encoding.DISPLAY) {
            out = TransformChain.of(out, new RangeTransform(0, 1, 0, 1, true));
        }
        float[][] result = sequence.develop(rgb, in, out, source.width(), source.height(), mode, run);
        return source.withRgb(result, color, line.apply(said)).withoutIntegers();
    }

    /** What values of a space are taken for; of signals of high dynamic range this is told, since programs differ. */
    private ColorSpace taken(ColorSpace space, String label, Run run) {
        TransferCurve curve = space.curve();
        if (!curve.equals(TransferCurves.PQ) && !curve.equals(TransferCurves.HLG)) {
            return space;
        }
        if (mode == Mode.COMPATIBLE) {
            run.warn(label + " takes " + space.name() + " for sRGB, as agx-photo does; mode=hdr decodes it");
            return ColorSpaces.SRGB;
        }
        run.warn(label + " decodes " + space.name() + " to light, 1 for 100 cd/m²");
        return space;
    }
}
