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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.LightArithmetic;
import org.scenelinear.transform.PlacedPlane;

/**
 * More or less light, as a longer or shorter exposure of the same scene would have caught: R, G, B (or Y) times 2 to
 * the power of the stops. Alpha stays, nothing is clipped; NaN stays NaN, and infinities stay what they are.
 *
 * @param from the space to take the source for, linear and of a scene; empty for the one the image itself says
 * @param stops a stop is a factor of two
 * @param channels which channels are light
 */
public record Exposure(Optional<ColorSpace> from, double stops, Channels channels) implements Step {
    /** Which channels get more or less light. */
    public enum Channels {
        /** Those of the picture itself. */
        RGB,
        /** Those of its layers too. */
        ALL;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The most stops there are in either direction: the factor is then still a normal float. */
    static final int MOST_STOPS = 100;

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Exposure...",
            "Changes the light of a linear image by stops: a stop up is twice the light. Nothing is clipped.",
            List.of(
                    SourceSpace.FROM,
                    stops("Stops", "1 doubles the light, -1 halves it."),
                    Parameter.choice(
                            "Channels",
                            "rgb: R, G, B (or Y) of the picture. all: those of its layers too, such as diffuse.R."
                                    + " Alpha, depth and others always stay.",
                            List.of("rgb", "all")),
                    ImageReplacement.RESULT));

    static Parameter stops(String label, String help) {
        return Parameter.number(label, help, "0", -MOST_STOPS, MOST_STOPS);
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static Exposure of(Arguments arguments) {
        return new Exposure(
                SourceSpace.given(arguments),
                Double.parseDouble(arguments.text("stops")),
                arguments.text("channels").equals(Channels.ALL.label()) ? Channels.ALL : Channels.RGB);
    }

    /** What light is multiplied with. */
    static float gain(double stops) {
        return (float) Math.pow(2, stops);
    }

    /** A number of stops as a macro line has it. */
    static String text(double stops) {
        return stops == 0 ? "0" : BigDecimal.valueOf(stops).stripTrailingZeros().toPlainString();
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        ColorSpace space = SceneLight.space(from, source);
        if (channels == Channels.RGB || source.channels().stream().noneMatch(c -> SceneLight.isLight(c.name()))) {
            SceneLight.ofPicture(source); // refuses an image without light
        }
        List<ImageChannel> exposed = new ArrayList<>();
        for (ImageChannel channel : source.channels()) {
            boolean light = channels == Channels.ALL
                    ? SceneLight.isLight(channel.name())
                    : SceneLight.isOfPicture(channel.name());
            exposed.add(light ? SceneLight.with(channel, exposed(channel, source, run)) : channel);
        }
        ColorState color = SourceSpace.state(source, space, "as given to " + SIGNATURE.label());
        String line = new Exposure(Optional.of(space), stops, channels).text();
        return source.withChannels(exposed).withColor(color).withStep(line);
    }

    private float[] exposed(ImageChannel channel, FloatImage source, Run run) {
        PlacedPlane plane = PlacedPlane.of(channel.samples(), source.dataWindow(), 0);
        return LightArithmetic.scaled(plane, gain(stops), source.dataWindow(), run);
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        from.ifPresent(space -> values.put("from", space.name()));
        values.put("stops", text(stops));
        values.put("channels", channels.label());
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
