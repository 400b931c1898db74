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

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Panel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * ImageJ's image window with a panel below, and a status line that tells of the source instead of the rendered pixels.
 */
final class LiveViewWindow extends ImageWindow {
    private static final long serialVersionUID = 1L;

    private final transient BiFunction<Integer, Integer, String> readout;
    private final transient Runnable onClose;
    private final transient Supplier<String> subtitle;
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * Opens a window.
     *
     * @param picture what is shown
     * @param canvas shows it
     * @param subtitle the end of the line above the picture
     * @param readout the status line of a pixel, by column and line
     * @param onClose called when the window has been closed
     */
    LiveViewWindow(
            ImagePlus picture,
            ImageCanvas canvas,
            Supplier<String> subtitle,
            BiFunction<Integer, Integer, String> readout,
            Runnable onClose) {
        super(picture, canvas);
        this.subtitle = subtitle;
        this.readout = readout;
        this.onClose = onClose;
    }

    /** Adds what stands below the picture. */
    void addBelow(Component controls) {
        // ImageWindow paints none of its lightweight components; a heavyweight one between them does.
        Panel panel = new Panel(new BorderLayout());
        panel.add(controls, BorderLayout.CENTER);
        add(panel);
        setSliderHeight(panel.getPreferredSize().height + VGAP);
        pack();
        getCanvas().requestFocusInWindow();
        repaint();
    }

    @Override
    public void mouseMoved(int x, int y) {
        IJ.showStatus(readout.apply(x, y));
    }

    /** The size, and what the picture is. Called by the superclass's constructor too. */
    @Override
    public String createSubtitle() {
        ImagePlus picture = getImagePlus();
        return picture == null || subtitle == null
                ? ""
                : picture.getWidth() + "x" + picture.getHeight() + " pixels; " + subtitle.get();
    }

    /**
     * Closes the window once. Close All closes it on a thread of its own while the event thread closes it because its
     * source is gone; two threads in {@link #dispose} at once can wait for each other forever.
     */
    @Override
    public boolean close() {
        if (closing.getAndSet(true)) {
            return true;
        }
        boolean done = super.close();
        closing.set(done);
        if (done) {
            onClose.run();
        }
        return done;
    }
}
