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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.LightArithmetic;
import org.scenelinear.transform.PlacedPlane;

/**
 * Two images whose light can be put together: both linear and of a scene, in one space, with the same channels of
 * light, in the same frame. Their data windows may differ: each lies in the frame where its own says.
 */
final class LightPair {
    private final FloatImage first;
    private final FloatImage second;
    private final Window window;
    private final List<String> light;

    private LightPair(FloatImage first, FloatImage second, Window window, List<String> light) {
        this.first = first;
        this.second = second;
        this.window = window;
        this.light = light;
    }

    /**
     * Checks two images.
     *
     * @param window what the result shows
     * @throws StepException if they do not go together; the message names what differs and says what to do
     */
    static LightPair of(FloatImage first, FloatImage second, Window window) throws StepException {
        ColorSpace one = SceneLight.space(Optional.empty(), first);
        ColorSpace other = SceneLight.space(Optional.empty(), second);
        if (!one.chromaticities().equals(other.chromaticities()) || !one.white().equals(other.white())) {
            throw new StepException(first.name() + " is in " + one.name() + ", " + second.name() + " in "
                    + other.name() + "; convert one of them with Convert Color Space..., such as the second to="
                    + one.name());
        }
        List<String> light = SceneLight.ofPicture(first);
        if (!new HashSet<>(light).equals(new HashSet<>(SceneLight.ofPicture(second)))) {
            throw new StepException("needs two images with the same channels of R, G, B, Y; " + first.name() + " has "
                    + SceneLight.names(first) + ", " + second.name() + " has " + SceneLight.names(second));
        }
        if (!first.displayWindow().equals(second.displayWindow())) {
            throw new StepException("needs two images of the same frame; the display window of " + first.name() + " is "
                    + text(first.displayWindow()) + ", that of " + second.name() + " is "
                    + text(second.displayWindow()));
        }
        if (first.pixelAspectRatio() != second.pixelAspectRatio()) {
            throw new StepException("needs two images with pixels of the same shape; the pixel aspect ratio of "
                    + first.name() + " is " + first.pixelAspectRatio() + ", that of " + second.name() + " is "
                    + second.pixelAspectRatio());
        }
        requireMemory(first, second, window);
        return new LightPair(first, second, window, light);
    }

    /** Two small pictures may lie so far apart that the one which shows both is none that a memory holds. */
    private static void requireMemory(FloatImage first, FloatImage second, Window window) throws StepException {
        long pixels = (long) window.width() * window.height();
        String place = "the data windows " + text(first.dataWindow()) + " of " + first.name() + " and "
                + text(second.dataWindow()) + " of " + second.name();
        try {
            SizeLimits.arraySize(first.name(), place, pixels);
            SizeLimits.requireMemory(
                    first.name(),
                    place,
                    pixels * Float.BYTES * (first.channels().size() + 1));
        } catch (UnsupportedFileException e) {
            throw new StepException(place + " lie too far apart for one image: " + e.what());
        }
    }

    private static String text(Window window) {
        return window.xMin() + " " + window.yMin() + " to " + window.xMax() + " " + window.yMax();
    }

    /** What the result shows. */
    Window window() {
        return window;
    }

    /** The names of the channels of light, the same in both. */
    List<String> light() {
        return light;
    }

    /** A channel of the first image, with a value for where it has no pixels. */
    PlacedPlane first(String channel, float outside) {
        return plane(first, channel, outside);
    }

    /** A channel of the second image, with a value for where it has no pixels. */
    PlacedPlane second(String channel, float outside) {
        return plane(second, channel, outside);
    }

    /** Alpha of the first image; where it has pixels but no alpha it is opaque. */
    PlacedPlane firstAlpha() {
        return alpha(first);
    }

    /** Alpha of the second image; where it has pixels but no alpha it is opaque. */
    PlacedPlane secondAlpha() {
        return alpha(second);
    }

    /** Whether one of the two says how opaque it is. */
    boolean hasAlpha() {
        return first.channel("A").isPresent() || second.channel("A").isPresent();
    }

    private static PlacedPlane plane(FloatImage image, String channel, float outside) {
        return PlacedPlane.of(image.channel(channel).orElseThrow().samples(), image.dataWindow(), outside);
    }

    private static PlacedPlane alpha(FloatImage image) {
        return image.channel("A").isPresent() ? plane(image, "A", 0) : PlacedPlane.constant(1, image.dataWindow(), 0);
    }

    /**
     * The first image with other planes. Its other channels go along, 0 where it has no pixels.
     *
     * @param planes by the names of their channels, in the result's window
     * @param line what was done
     */
    FloatImage result(Map<String, float[]> planes, String line, Run run) {
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : first.channels()) {
            float[] made = planes.get(channel.name());
            channels.add(
                    made != null
                            ? SceneLight.with(channel, made)
                            : new ImageChannel(channel.name(), channel.source(), carried(channel, run)));
        }
        // Alpha that only the second image has.
        second.channels().stream()
                .filter(channel -> planes.containsKey(channel.name())
                        && first.channel(channel.name()).isEmpty())
                .forEach(channel -> channels.add(SceneLight.with(channel, planes.get(channel.name()))));
        return first.withChannels(channels, window, first.displayWindow()).withStep(line);
    }

    private float[] carried(ImageChannel channel, Run run) {
        return window.equals(first.dataWindow())
                ? channel.samples()
                : LightArithmetic.placed(first(channel.name(), 0), window, run);
    }
}
