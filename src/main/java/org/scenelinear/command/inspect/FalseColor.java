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
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.ColorZones;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.LightThreshold;
import org.scenelinear.inspect.ZonePainter;
import org.scenelinear.inspect.ZonePainter.Background;
import org.scenelinear.run.Run;

/**
 * A picture that shows by color how bright each pixel is. The result has 8 bits, in sRGB, R, G and B only.
 *
 * @param choice what the zones are called in macros
 * @param zones which light has which color
 * @param custom the zones as text, if they are the user's own
 * @param zebra from which light on pixels are striped; empty for none
 * @param legend whether a strip at the right says what the colors mean
 * @param from the space to take the source for; empty for the one the image itself says
 */
public record FalseColor(
        String choice,
        ColorZones zones,
        String custom,
        Optional<LightThreshold> zebra,
        boolean legend,
        Optional<ColorSpace> from)
        implements Step {
    /** The value of {@code result} for colors over the image instead of a new one. */
    static final String OVERLAY = "overlay";

    private static final String CUSTOM = "custom";
    private static final String SHOW = "show";
    private static final String NONE = "none";

    private static final Map<String, ColorZones> PREPARED = prepared();

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "False Color...",
            "Shows by color how many stops each pixel is from 18 % gray, as a new RGB image or over the image. Stripes mark"
                    + " light from a level on.",
            List.of(
                    SourceSpace.FROM,
                    Parameter.choice(
                            "Zones",
                            "stops: a color for each stop. ARRI-style: clipping, gray and skin in the colors of ARRI's"
                                    + " cameras. EL Zone: the zones of the EL Zone System. custom: those given there. none:"
                                    + " gray, for the zebra alone.",
                            List.of("stops", "ARRI-style", "EL Zone", CUSTOM, NONE)),
                    Parameter.text(
                            "Custom (zones)",
                            "Of zones=custom: colors from the darkest on and between them the limits in stops, such as"
                                    + " [blue -6 none 0.5 pink 1.5 none 6 #FF0000]; none leaves pixels gray."),
                    Parameter.text(
                            "Zebra (level)",
                            "Light from which on pixels are striped, such as [5 stops], [1 linear] or [203 nits].",
                            text -> LightThreshold.parse(text).map(FalseColor::text),
                            "a number of stops, linear or nits, such as 5 stops"),
                    Parameter.choice(
                            "Legend", "show: a strip says what the colors mean. none: no strip.", List.of(SHOW, NONE)),
                    Parameter.choice(
                            "Result",
                            "new: an RGB image in a window of its own. overlay: the colors lie over the image, which stays"
                                    + " as it is; Image > Overlay hides and removes them.",
                            List.of("new", OVERLAY))));

    private static Map<String, ColorZones> prepared() {
        return Map.of(
                "stops",
                ColorZones.STOPS,
                "ARRI-style",
                ColorZones.ARRI_STYLE,
                "EL Zone",
                ColorZones.EL_ZONE,
                NONE,
                ColorZones.parse(NONE));
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if custom zones are missing, cannot be read, or are given where they have no use
     */
    public static FalseColor of(Arguments arguments) throws StepException {
        String choice = arguments.text("zones");
        String custom = arguments.text("custom");
        if (choice.equals(CUSTOM) == custom.isEmpty()) {
            throw new StepException(
                    SIGNATURE.label() + ": zones=custom and custom=[blue -6 none 6 red] belong together");
        }
        return new FalseColor(
                choice,
                choice.equals(CUSTOM) ? zones(custom) : PREPARED.get(choice),
                custom,
                LightThreshold.parse(arguments.text("zebra")),
                arguments.text("legend").equals(SHOW),
                SourceSpace.given(arguments));
    }

    private static ColorZones zones(String custom) throws StepException {
        try {
            return ColorZones.parse(custom);
        } catch (IllegalArgumentException e) {
            throw new StepException(SIGNATURE.label() + ": custom=[" + custom + "] is not allowed: " + e.getMessage());
        }
    }

    /** A level as macros have it. */
    static String text(LightThreshold level) {
        return MacroOptions.number(level.amount()) + " " + level.unitName();
    }

    /**
     * The colors of an image's pixels.
     *
     * @param background what pixels without a zone's color get
     * @return ARGB, line by line
     * @throws StepException if the image's space is not known, or it has no R, G and B
     */
    int[] paint(FloatImage source, Background background, Run run) throws StepException {
        LinearPlanes light = LinearPlanes.of(from, source, run);
        LightCalibration calibration = LightCalibration.of(source).orElse(LightCalibration.ASSUMED);
        OptionalDouble level =
                zebra.map(found -> OptionalDouble.of(found.linear(calibration))).orElse(OptionalDouble.empty());
        return new ZonePainter(zones, light.space(), level, background).paint(light.rgb(), source.width(), run);
    }

    /** The strip that says what the colors mean, if it is wanted, for a picture of a height. */
    Optional<BufferedImage> strip(int height) {
        return legend ? Optional.of(ZoneLegend.draw(zones, zebra, height)) : Optional.empty();
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SourceSpace.of(from, source);
        int[] picture = paint(source, Background.GRAY, run);
        FalseColor exact = new FalseColor(choice, zones, custom, zebra, legend, Optional.of(space));
        return ZonePicture.of(source, picture, strip(source.height()), exact.text());
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        from.ifPresent(known -> values.put("from", known.name()));
        values.put("zones", choice);
        if (!custom.isEmpty()) {
            values.put("custom", custom);
        }
        zebra.ifPresent(level -> values.put("zebra", text(level)));
        values.put("legend", legend ? SHOW : NONE);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
