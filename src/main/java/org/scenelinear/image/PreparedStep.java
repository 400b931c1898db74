/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

import org.scenelinear.run.Run;

/**
 * A step that has read its files.
 *
 * @param text the canonical text of the step
 * @param operation what it does with an image
 */
public record PreparedStep(String text, Operation operation) implements Step {
    /** What a step does with an image. */
    @FunctionalInterface
    public interface Operation {
        /** As {@link Step#apply}. */
        FloatImage apply(FloatImage source, Run run) throws StepException;
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        return operation.apply(source, run);
    }
}
