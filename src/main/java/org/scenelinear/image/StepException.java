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

/** An operation cannot be done on an image, or its parameters make no sense; the message says what to do about it. */
public final class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message what is wrong and what to do, one sentence
     */
    public StepException(String message) {
        super(message);
    }
}
