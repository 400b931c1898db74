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
import ij.gui.ImageCanvas;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.event.MouseEvent;

/** Shows another picture left of a border that can be dragged; away from it the mouse does what it always does. */
final class WipeCanvas extends ImageCanvas {
    private static final long serialVersionUID = 1L;

    /** So near the border, in pixels of the screen, the mouse has hold of it. */
    private static final int REACH = 6;

    private final transient ColorProcessor left;
    private double border;
    private boolean held;

    WipeCanvas(ImagePlus image, ColorProcessor left) {
        super(image);
        this.left = left;
        moveTo(image.getWidth() / 2.0);
    }

    private void moveTo(double column) {
        border = Math.max(0, Math.min(left.getWidth(), column));
        Overlay overlay = new Overlay();
        int columns = (int) Math.round(border);
        if (columns > 0) {
            left.setRoi(0, 0, columns, left.getHeight());
            overlay.add(new ImageRoi(0, 0, left.crop()));
        }
        Line line = new Line(border, 0, border, left.getHeight());
        line.setStrokeColor(Color.YELLOW);
        overlay.add(line);
        imp.setOverlay(overlay);
    }

    private boolean isNear(MouseEvent e) {
        return Math.abs(screenXD(border) - e.getX()) <= REACH;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        held = isNear(e);
        if (!held) {
            super.mousePressed(e);
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        if (held) {
            moveTo(offScreenXD(e.getX()));
        } else {
            super.mouseDragged(e);
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (held) {
            held = false;
        } else {
            super.mouseReleased(e);
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        super.mouseMoved(e);
        if (isNear(e)) {
            setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
        }
    }
}
