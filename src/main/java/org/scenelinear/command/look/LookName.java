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

import java.nio.file.Path;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookLibrary;

/**
 * The name of a look: a path or one of {@link LookLibrary}. In dialogs it is a field to type in, as a name of the
 * library cannot be chosen among files; that is why it has an empty default and is asked for here.
 */
final class LookName {
    private LookName() {}

    /**
     * A parameter that names a look.
     *
     * @param label the label in dialogs
     * @param help what it may be, a phrase
     */
    static Parameter parameter(String label, String help) {
        return Parameter.file(
                label,
                Parameter.Kind.INPUT_FILE,
                help + " or the name of a look that comes with SceneLinear: " + String.join(", ", LookLibrary.names())
                        + ". It must be given.",
                "");
    }

    /**
     * The path or name that was given.
     *
     * @throws StepException if none was
     */
    static Path of(Arguments arguments, String key) throws StepException {
        if (arguments.text(key).isBlank()) {
            throw new StepException("give " + key + "=, a file or one of " + String.join(", ", LookLibrary.names()));
        }
        return arguments.path(key);
    }
}
