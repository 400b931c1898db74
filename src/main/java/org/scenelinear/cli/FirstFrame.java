/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

/** The first thing to run. */
public final class FirstFrame {
    private FirstFrame() {}

    /** Starts. */
    public static void main(String[] arguments) {}
}
