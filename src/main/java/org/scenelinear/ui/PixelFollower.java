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

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Toolbar;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.util.Set;

/**
 * Tells where the mouse is in ImageJ's images: one listener to all events, so that none is left at a window. Over a
 * live view it is over its source. For the event thread alone.
 */
final class PixelFollower implements AWTEventListener, ImageListener, AutoCloseable {
    /** With these tools a click alone draws nothing. */
    private static final Set<Integer> IDLE_TOOLS =
            Set.of(Toolbar.RECTANGLE, Toolbar.OVAL, Toolbar.FREEROI, Toolbar.LINE, Toolbar.FREELINE, Toolbar.DROPPER);

    private final Listener listener;
    private volatile boolean closed;

    /** Hears of the mouse and the images, on the event thread. */
    interface Listener {
        /** The mouse is over a pixel. */
        void moved(InspectedPixel pixel);

        /** A pixel was clicked, with a tool whose click draws nothing. */
        void clicked(InspectedPixel pixel);

        /** Another image's window came to the front. */
        void activated(ImagePlus image);

        /** An image has other pixels, or shows another slice or time. */
        void changed(ImagePlus image);

        /** An image is gone. */
        void closed(ImagePlus image);
    }

    PixelFollower(Listener listener) {
        this.listener = listener;
    }

    /** Begins. */
    void start() {
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        this,
                        AWTEvent.MOUSE_MOTION_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.WINDOW_EVENT_MASK);
        ImagePlus.addImageListener(this);
    }

    /** Ends; nothing is told any more. */
    @Override
    public void close() {
        closed = true;
        Toolkit.getDefaultToolkit().removeAWTEventListener(this);
        ImagePlus.removeImageListener(this);
    }

    @Override
    public void eventDispatched(AWTEvent event) {
        if (event instanceof MouseEvent mouse && event.getSource() instanceof ImageCanvas canvas) {
            mouse(mouse, canvas);
        } else if (event.getID() == WindowEvent.WINDOW_ACTIVATED && event.getSource() instanceof ImageWindow window) {
            listener.activated(LivePictures.sourceOf(window.getImagePlus()));
        }
    }

    private void mouse(MouseEvent event, ImageCanvas canvas) {
        ImagePlus image = LivePictures.sourceOf(canvas.getImage());
        int x = canvas.offScreenX(event.getX());
        int y = canvas.offScreenY(event.getY());
        if (x < 0 || y < 0 || x >= image.getWidth() || y >= image.getHeight()) {
            return;
        }
        if (event.getID() == MouseEvent.MOUSE_MOVED || event.getID() == MouseEvent.MOUSE_DRAGGED) {
            listener.moved(InspectedPixel.inFront(image, x, y));
        } else if (event.getID() == MouseEvent.MOUSE_CLICKED && isPlainClick(event)) {
            listener.clicked(InspectedPixel.inFront(image, x, y));
        }
    }

    private static boolean isPlainClick(MouseEvent event) {
        return event.getButton() == MouseEvent.BUTTON1
                && event.getModifiersEx() == 0
                && IDLE_TOOLS.contains(Toolbar.getToolId());
    }

    @Override
    public void imageOpened(ImagePlus image) {
        // Its window will come to the front.
    }

    @Override
    public void imageUpdated(ImagePlus image) {
        later(() -> listener.changed(image));
    }

    @Override
    public void imageClosed(ImagePlus image) {
        later(() -> listener.closed(image));
    }

    /** ImageJ tells of images on any thread. */
    private void later(Runnable task) {
        EventQueue.invokeLater(() -> {
            if (!closed) {
                task.run();
            }
        });
    }
}
