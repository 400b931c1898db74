/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;

/** Whether an operation is done or undone. */
public enum Direction {
    /** It is done. */
    FORWARD,
    /** It is undone. */
    INVERSE;

    /** The parameter {@code direction}; forward by default. */
    static Parameter parameter(String help) {
        List<String> labels = Arrays.stream(values()).map(Direction::label).toList();
        return Parameter.choice("Direction", help, labels);
    }

    static Direction of(Arguments arguments) {
        return valueOf(arguments.text("direction").toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
