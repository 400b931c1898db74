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
 * An operation with its parameters, ready to run on any image: what a command, a batch and a headless call have in
 * common.
 */
public interface Step {
    /**
     * Makes a new image; the source keeps its samples.
     *
     * @throws StepException if the image is not one this operation can work on; the message says what to do
     */
    FloatImage apply(FloatImage source, Run run) throws StepException;

    /**
     * The same step with all files read that it needs, for use on many images in a row.
     *
     * @throws StepException if one of them cannot be read
     */
    default Step prepared() throws StepException {
        return this;
    }

    /** The canonical text: the label and the {@code key=value} words of a macro line. */
    String text();
}
