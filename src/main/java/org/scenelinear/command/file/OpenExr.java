/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.Window;

/**
 * Which picture of which OpenEXR file to open.
 *
 * @param file the file
 * @param options its part, layer and window
 */
public record OpenExr(Path file, OpenOptions options) {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Open EXR...",
            "Opens a picture of an OpenEXR file as 32-bit channels.",
            List.of(
                    Parameter.file("File", Parameter.Kind.INPUT_FILE, "The OpenEXR file.", null),
                    Parameter.wholeNumber("Part", "Number of the part, from 0.", 0),
                    Parameter.text(
                            "Layer",
                            "The channels whose names begin with it and a dot; empty for those of no layer, * for all."),
                    Parameter.numbers(
                            "Level",
                            "Of a mipmap how often the picture was halved, 0 for full size; of a ripmap two numbers, for width and height.",
                            "0",
                            "one or two whole numbers, 0 or more",
                            numbers -> numbers.length >= 1
                                    && numbers.length <= 2
                                    && Arrays.stream(numbers).allMatch(n -> n >= 0)),
                    Parameter.choice(
                            "Window",
                            "data: all pixels of the file. display: the picture's frame, padded with 0.",
                            List.of("data", "display")),
                    Parameter.numbers(
                            "Region",
                            "Only these pixels: x, y, width and height in the coordinates of the data window; empty for all.",
                            "",
                            "x, y, width and height in whole pixels",
                            numbers -> numbers.length == 4 && isRectangle(numbers)),
                    Parameter.choice(
                            "Partial",
                            "Of a damaged file: refuse it, or open the pixels that are there, the others 0.",
                            List.of("no", "yes"))));

    /**
     * What checked arguments say.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static OpenExr of(Arguments arguments) {
        int[] level = arguments.wholeNumbers("level");
        int[] region = arguments.wholeNumbers("region");
        return new OpenExr(
                arguments.path("file"),
                new OpenOptions(
                        arguments.wholeNumber("part"),
                        arguments.text("layer"),
                        level[0],
                        level[level.length - 1],
                        region.length == 0
                                ? Optional.empty()
                                : Optional.of(new Window(
                                        region[0], region[1], region[0] + region[2] - 1, region[1] + region[3] - 1)),
                        arguments.text("window").equals("display"),
                        arguments.text("partial").equals("yes")));
    }

    /** Whether x, y, width and height make a rectangle whose far corner is a number. */
    private static boolean isRectangle(int[] numbers) {
        return numbers[2] >= 1
                && numbers[3] >= 1
                && (long) numbers[0] + numbers[2] <= Integer.MAX_VALUE
                && (long) numbers[1] + numbers[3] <= Integer.MAX_VALUE;
    }
}
