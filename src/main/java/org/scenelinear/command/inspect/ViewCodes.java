/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import java.util.List;
import java.util.Optional;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.scope.LumaWeights;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;

/**
 * The code values that a display is given for an image: what an output transform makes of light of a scene. Of an image
 * that is made for a display they are its own values.
 *
 * @param rgb the image's planes; not to be changed
 * @param kernel makes code values of them; empty if they are code values
 * @param luma how they make luma
 */
record ViewCodes(float[][] rgb, Optional<Kernel> kernel, LumaWeights luma) {
    /** The parameters that choose the view. */
    static List<Parameter> parameters() {
        return DisplayTarget.ownViews();
    }

    /** Makes them for images of one space after the other, which are usually the same. For one thread at a time. */
    static final class Maker {
        private final Optional<ColorSpace> given;
        private final OutputTransform view;
        private ColorSpace compiledFor;
        private Kernel compiled;

        /**
         * For a view.
         *
         * @param arguments with {@link #parameters} and the space to take values for
         */
        Maker(Arguments arguments) {
            this.given = SourceSpace.given(arguments);
            this.view = OutputTransforms.find(arguments.text("display"), arguments.text("view"))
                    .orElseThrow();
        }

        /**
         * The code values of an image.
         *
         * @throws StepException if its space is not known or it has no R, G and B
         */
        ViewCodes of(FloatImage image) throws StepException {
            float[][] rgb = SourceSpace.rgb(image);
            ColorSpace space = SourceSpace.of(given, image);
            if (space.reference() == ColorSpace.Reference.DISPLAY) {
                return new ViewCodes(rgb, Optional.empty(), LumaWeights.of(space.chromaticities()));
            }
            if (!space.equals(compiledFor)) {
                compiled = TransformChain.of(
                                ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD), view)
                        .compile();
                compiledFor = space;
            }
            return new ViewCodes(
                    rgb, Optional.of(compiled), LumaWeights.of(view.encoding().chromaticities()));
        }
    }
}
