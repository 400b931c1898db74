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
import java.util.Optional;
import org.scenelinear.agx.WhiteBalanceExposure;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;

/**
 * The white balance that makes a color gray. The history gets the temperature and tint that were found.
 *
 * @param arguments of {@link StageOperation#WHITE_BALANCE} with three numbers for {@code gray}
 */
record PickedGray(Arguments arguments) implements Step {
    /** What {@code gray} is where the image's selection says it. */
    static final String SELECTION = "selection";

    private static final Parameter TRIPLE = Parameter.triple("Gray", "", "0 0 0", -1e9, 1e9);

    /** The parameter {@code gray}. */
    static final Parameter PARAMETER = Parameter.text(
            "Gray that shall be neutral",
            "selection: what is selected in the image is to be gray, and temperature and tint are found. Also red, green"
                    + " and blue of such a pixel, as they are in the image.",
            PickedGray::canonical,
            SELECTION + " or three numbers");

    private static Optional<String> canonical(String text) {
        if (text.strip().equalsIgnoreCase(SELECTION)) {
            return Optional.of(SELECTION);
        }
        try {
            return Optional.of(TRIPLE.read(text)).filter(triple -> triple.split(" ").length == 3);
        } catch (StepException e) {
            return Optional.empty();
        }
    }

    /** Whether a gray is given. */
    static boolean isIn(Arguments arguments) {
        return !arguments.text(PARAMETER.key()).isEmpty();
    }

    /**
     * The step of checked arguments.
     *
     * @throws StepException if temperature or tint is given too, or the selection is meant, which only an open image
     *     has
     */
    static PickedGray of(Arguments arguments) throws StepException {
        for (String key : List.of("temperature", "tint")) {
            if (Double.parseDouble(arguments.text(key)) != 0) {
                throw new StepException(StageOperation.WHITE_BALANCE.signature().label()
                        + ": gray= finds temperature and tint; give " + "either it or " + key + "=");
            }
        }
        if (arguments.text(PARAMETER.key()).equals(SELECTION)) {
            throw new StepException(StageOperation.WHITE_BALANCE.signature().label()
                    + ": gray=selection needs an open image with a selection; give three numbers");
        }
        return new PickedGray(arguments);
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(SourceSpace.given(arguments), source);
        double[] gray = arguments.triple(PARAMETER.key());
        ColorTransform conversion =
                ColorSpaceConversion.between(space, ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
        Tile tile = new Tile();
        tile.length = 1;
        tile.r[0] = (float) gray[0];
        tile.g[0] = (float) gray[1];
        tile.b[0] = (float) gray[2];
        conversion.compile().apply(tile);
        WhiteBalanceExposure found;
        try {
            found = WhiteBalanceExposure.makingGray(tile.r[0], tile.g[0], tile.b[0]);
        } catch (IllegalArgumentException e) {
            throw new StepException(
                    "gray=" + arguments.text(PARAMETER.key()) + " cannot be made neutral: " + e.getMessage());
        }
        Arguments settled = arguments
                .with(PARAMETER.key(), "")
                .with("temperature", String.valueOf(found.temperature()))
                .with("tint", String.valueOf(found.tint()));
        return StageOperation.WHITE_BALANCE.stageStep(settled).apply(source, run);
    }

    @Override
    public String text() {
        return arguments.with("result", "").line();
    }
}
