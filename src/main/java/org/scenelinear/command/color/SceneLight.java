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

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;

/** What arithmetic with light needs: values proportional to light in a scene, and which channels hold such. */
final class SceneLight {
    private static final List<String> NAMES = List.of("R", "G", "B", "Y");

    private SceneLight() {}

    /**
     * The space of an image, if it is one of linear light in a scene.
     *
     * @param given the space to take it for; empty for the one the image itself says
     * @throws StepException if it is encoded, meant for a display, or not known
     */
    static ColorSpace space(Optional<ColorSpace> given, FloatImage image) throws StepException {
        Optional<ColorSpace> known = given.or(() -> image.color().space());
        if (known.isEmpty()) {
            throw new StepException("the color space of " + image.name() + " is not known ("
                    + image.color().evidence()
                    + "); say it with Convert Color Space..., from= and to= the same linear space");
        }
        ColorSpace space = known.get();
        if (!space.isLinear() || space.reference() != ColorSpace.Reference.SCENE) {
            throw new StepException(image.name() + " is in " + space.name()
                    + ", whose values are not linear light in a scene; convert it first with Convert Color Space... to="
                    + ColorSpaces.ACESCG.name());
        }
        return space;
    }

    /** Whether a channel of this name, with or without a layer, holds light: R, G, B or the luminance Y. */
    static boolean isLight(String channel) {
        return NAMES.contains(channel.substring(channel.lastIndexOf('.') + 1));
    }

    /** Whether a channel of this name holds the light of the picture itself, that of no layer. */
    static boolean isOfPicture(String channel) {
        return NAMES.contains(channel);
    }

    /**
     * The channels of the picture itself that hold light.
     *
     * @throws StepException if there are none
     */
    static List<String> ofPicture(FloatImage image) throws StepException {
        List<String> found =
                NAMES.stream().filter(name -> image.channel(name).isPresent()).toList();
        if (found.isEmpty()) {
            throw new StepException("needs channels of light, R, G, B or Y; " + image.name() + " has " + names(image));
        }
        return found;
    }

    static String names(FloatImage image) {
        return image.channels().stream().map(ImageChannel::name).collect(Collectors.joining(", "));
    }

    /** A channel with other samples; integers hold no light above 1, so it is not stored like them. */
    static ImageChannel with(ImageChannel channel, float[] samples) {
        SampleType type = channel.source() == SampleType.HALF ? SampleType.HALF : SampleType.FLOAT;
        return new ImageChannel(channel.name(), type, samples);
    }
}
