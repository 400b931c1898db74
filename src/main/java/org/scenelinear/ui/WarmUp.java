/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.scenelinear.aces.OutputTransforms;

/**
 * Lets Java compile the rendering in the background as soon as somebody looks at a first linear image: its many small
 * loops take a second or two the first time, which nobody shall wait for when the first picture is rendered.
 */
public final class WarmUp {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private WarmUp() {}

    /** Begins once in the life of the program, and only where there is a screen and no batch. */
    public static void begin() {
        if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() || !BEGUN.compareAndSet(false, true)) {
            return;
        }
        String display = OutputTransforms.displays().get(0);
        start(new Rendering(display, OutputTransforms.views(display).get(0), ""), () -> false);
    }

    /** Begins with a view; ends early once it is told to. */
    static void start(Rendering rendering, BooleanSupplier canceled) {
        Thread thread = new Thread(() -> FrameRenderer.warmUp(rendering, canceled), "SceneLinear warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }
}
