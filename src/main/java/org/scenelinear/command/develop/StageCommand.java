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

import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.StepCommand;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;

/** The menu entry of one stage. */
abstract class StageCommand extends StepCommand {
    private final StageOperation operation;

    StageCommand(StageOperation operation) {
        this.operation = operation;
    }

    @Override
    public final Signature signature() {
        return operation.signature();
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        return SelectedPart.of(arguments, this::source, operation::of);
    }
}
