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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scenelinear.agx.WhiteBalanceExposure;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.cie.PlanckianLocus;
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
                    + " and blue of such a pixel, as they are in the image, or the light it stood in, such as [4000 K] or"
                    + " [4000 K 0.004], with its distance Duv from the Planckian locus.",
            PickedGray::canonical,
            SELECTION + ", three numbers, or a temperature from 1000 K to 25000 K with a Duv from -0.05 to 0.05");

    private static final Pattern LIGHT = Pattern.compile("([0-9.]+) ?K(?: ([-+]?[0-9.]+))?");
    private static final double LEAST_KELVIN = 1000;
    private static final double MOST_KELVIN = 25000;
    private static final double MOST_DUV = 0.05;

    private static Optional<String> canonical(String text) {
        if (text.strip().equalsIgnoreCase(SELECTION)) {
            return Optional.of(SELECTION);
        }
        if (light(text).isPresent()) {
            return Optional.of(text.strip());
        }
        try {
            return Optional.of(TRIPLE.read(text)).filter(triple -> triple.split(" ").length == 3);
        } catch (StepException e) {
            return Optional.empty();
        }
    }

    /** The color of the light that a text names; empty if it names none. */
    private static Optional<Chromaticity> light(String text) {
        Matcher found = LIGHT.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            double kelvin = Double.parseDouble(found.group(1));
            double duv = found.group(2) == null ? 0 : Double.parseDouble(found.group(2));
            boolean within = kelvin >= LEAST_KELVIN && kelvin <= MOST_KELVIN && Math.abs(duv) <= MOST_DUV;
            return within ? Optional.of(PlanckianLocus.at(kelvin, duv)) : Optional.empty();
        } catch (NumberFormatException e) {
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
        double[] gray = linearRec2020(source);
        WhiteBalanceExposure found;
        try {
            found = WhiteBalanceExposure.makingGray(gray[0], gray[1], gray[2]);
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

    private double[] linearRec2020(FloatImage source) throws StepException {
        Optional<Chromaticity> light = light(arguments.text(PARAMETER.key()));
        if (light.isPresent()) {
            return ColorSpaces.LINEAR_REC2020
                    .chromaticities()
                    .toXyz()
                    .inverse()
                    .times(light.get().toXyz());
        }
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
        return new double[] {tile.r[0], tile.g[0], tile.b[0]};
    }

    @Override
    public String text() {
        return arguments.with("result", "").line();
    }
}
