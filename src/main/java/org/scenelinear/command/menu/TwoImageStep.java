/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** An operation on an image with a second one, which its parameters name. Neither is changed. */
public interface TwoImageStep extends Step {
    /** The second image. */
    SecondImage second();

    /**
     * Makes a new image of two.
     *
     * @param first the image the operation is done on, after which the result is named
     * @param other what {@link #second} names
     * @throws StepException if these cannot be put together; the message says what to do
     */
    FloatImage apply(FloatImage first, FloatImage other, Run run) throws StepException;

    /** Reads the second image from a file: without windows there are no titles. */
    @Override
    default FloatImage apply(FloatImage first, Run run) throws StepException {
        return apply(first, second().fromFile(run), run);
    }
}
