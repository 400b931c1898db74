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
import java.util.List;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.OpenOptions;

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
                    Parameter.choice(
                            "Window",
                            "data: all pixels of the file. display: the picture's frame, padded with 0.",
                            List.of("data", "display"))));

    /**
     * What checked arguments say.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static OpenExr of(Arguments arguments) {
        return new OpenExr(
                arguments.path("file"),
                new OpenOptions(
                        arguments.wholeNumber("part"),
                        arguments.text("layer"),
                        arguments.text("window").equals("display")));
    }
}
