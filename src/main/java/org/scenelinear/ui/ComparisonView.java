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

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.gui.ImageWindow;
import ij.process.ColorProcessor;
import java.awt.EventQueue;
import java.util.concurrent.ForkJoinPool;
import org.scenelinear.image.FloatImage;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** Two images as the live view shows them, to be compared by eye. */
public final class ComparisonView {
    private ComparisonView() {}

    /** A stack of both, not yet shown: the keys &lt; and &gt; go back and forth, Start Animation flickers. */
    public static ImagePlus flicker(FloatImage first, FloatImage second) {
        ImageStack stack = new ImageStack(first.width(), first.height());
        stack.addSlice(first.name(), picture(first));
        stack.addSlice(second.name(), picture(second));
        return new ImagePlus(title(first, second), stack);
    }

    /** Shows both in one window: the first left of a border that the mouse drags, the second right of it. */
    public static void wipe(FloatImage first, FloatImage second) {
        ImagePlus image = new ImagePlus(title(first, second), picture(second));
        ColorProcessor left = picture(first);
        EventQueue.invokeLater(() -> new ImageWindow(image, new WipeCanvas(image, left)));
    }

    private static String title(FloatImage first, FloatImage second) {
        return first.name() + " and " + second.name() + " (pictures)";
    }

    private static ColorProcessor picture(FloatImage image) {
        Run run = Run.on(ForkJoinPool.commonPool(), Math.max(1, Prefs.getThreads()), Progress.NONE, () -> false);
        return new ColorProcessor(new PreviewPicture().of(image, run).picture());
    }
}
