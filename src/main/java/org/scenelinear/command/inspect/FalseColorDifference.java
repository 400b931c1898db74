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

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.SecondImage;
import org.scenelinear.command.menu.TwoImageStep;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.ColorZones;
import org.scenelinear.inspect.ExposureDifference;
import org.scenelinear.inspect.ZonePainter;
import org.scenelinear.inspect.ZonePainter.Background;
import org.scenelinear.run.Run;

/**
 * A picture that shows by color how many stops each pixel is brighter or darker than in a second image.
 *
 * @param second what it is compared with
 * @param zones which difference in stops has which color
 * @param custom the zones as text; empty for the usual ones
 * @param legend whether a strip at the right says what the colors mean
 */
public record FalseColorDifference(SecondImage second, ColorZones zones, String custom, boolean legend)
        implements TwoImageStep {
    private static final String SHOW = "show";
    private static final String NONE = "none";

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "False Color Difference...",
            "Shows by color how many stops each pixel is brighter or darker than in a second image, as a new RGB image.",
            List.of(
                    SecondImage.parameter("With (second image)", "The image to compare with, of the same size."),
                    SecondImage.LAYER,
                    Parameter.text(
                            "Zones",
                            "Colors from darker than the second image to brighter, and between them the limits in stops,"
                                    + " such as [blue -1 none 1 red]. If it is not given, from blue over white to orange."),
                    Parameter.choice(
                            "Legend",
                            "show: a strip says what the colors mean. none: no strip.",
                            List.of(SHOW, NONE))));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if the zones cannot be read
     */
    public static FalseColorDifference of(Arguments arguments) throws StepException {
        String custom = arguments.text("zones");
        try {
            return new FalseColorDifference(
                    SecondImage.of(arguments),
                    custom.isEmpty() ? ColorZones.DIFFERENCE : ColorZones.parse(custom),
                    custom,
                    arguments.text("legend").equals(SHOW));
        } catch (IllegalArgumentException e) {
            throw new StepException(SIGNATURE.label() + ": zones=[" + custom + "] is not allowed: " + e.getMessage());
        }
    }

    @Override
    public FloatImage apply(FloatImage first, FloatImage other, Run run) throws StepException {
        if (first.width() != other.width() || first.height() != other.height()) {
            throw new StepException("needs two images of the same size; " + first.name() + " has " + first.width()
                    + " x " + first.height() + " pixels, " + other.name() + " has " + other.width() + " x "
                    + other.height());
        }
        LinearPlanes light = LinearPlanes.of(Optional.empty(), first, run);
        LinearPlanes compared = LinearPlanes.of(Optional.empty(), other, run);
        float[] gray = ExposureDifference.asGray(light.rgb(), light.space(), compared.rgb(), compared.space(), run);
        int[] picture = new ZonePainter(zones, ColorSpaces.ACES2065_1, OptionalDouble.empty(), Background.GRAY)
                .paint(new float[][] {gray, gray, gray}, first.width(), run);
        Optional<BufferedImage> strip =
                legend ? Optional.of(ZoneLegend.draw(zones, Optional.empty(), first.height())) : Optional.empty();
        return ZonePicture.of(first, picture, strip, text());
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>(second.values());
        if (!custom.isEmpty()) {
            values.put("zones", custom);
        }
        values.put("legend", legend ? SHOW : NONE);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
