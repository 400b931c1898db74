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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.agx.ToneCurve;

/** The curve editor without a screen: events in, text out. */
class CurveEditorTest {
    private static final int SIDE = 216;
    private static final int MARGIN = 8;

    private final List<String> told = new ArrayList<>();
    private CurveEditor editor;

    @BeforeEach
    void make() {
        editor = new CurveEditor(CurveEditorTest::shape, new float[] {0, 1, 2}, told::add);
        editor.setSize(SIDE, SIDE);
    }

    private static float[] shape(String text) {
        List<ToneCurve.Point> points = CurvePoint.parse(text).stream()
                .map(point -> new ToneCurve.Point(point.x(), point.y()))
                .toList();
        return new ToneCurve(points).table();
    }

    private MouseEvent mouse(int kind, double x, double y) {
        int side = SIDE - 2 * MARGIN;
        return new MouseEvent(
                editor,
                kind,
                0,
                0,
                MARGIN + (int) Math.round(x * side),
                MARGIN + (int) Math.round((1 - y) * side),
                1,
                false);
    }

    private void press(double x, double y) {
        for (MouseListener listener : editor.getMouseListeners()) {
            listener.mousePressed(mouse(MouseEvent.MOUSE_PRESSED, x, y));
        }
    }

    private void drag(double x, double y) {
        for (MouseMotionListener listener : editor.getMouseMotionListeners()) {
            listener.mouseDragged(mouse(MouseEvent.MOUSE_DRAGGED, x, y));
        }
    }

    private void release() {
        for (MouseListener listener : editor.getMouseListeners()) {
            listener.mouseReleased(mouse(MouseEvent.MOUSE_RELEASED, 0, 0));
        }
    }

    private void key(int code, int modifiers) {
        for (KeyListener listener : editor.getKeyListeners()) {
            listener.keyPressed(
                    new KeyEvent(editor, KeyEvent.KEY_PRESSED, 0, modifiers, code, KeyEvent.CHAR_UNDEFINED));
        }
    }

    private String last() {
        return told.get(told.size() - 1);
    }

    @Test
    void aClickAddsAPointAndDraggingMovesIt() {
        press(0.5, 0.5);
        assertEquals("0,0 0.5,0.5 1,1", last());
        drag(0.4, 0.6);
        assertEquals("0,0 0.4,0.6 1,1", last());
        release();
        drag(0.9, 0.9);
        assertEquals("0,0 0.4,0.6 1,1", last());
    }

    @Test
    void aPointNeverPassesItsNeighborsAndEndsStayWithin() {
        press(0.5, 0.5);
        drag(1.02, 1.02);
        assertEquals("0,0 0.995,1 1,1", last());
        release();
        press(0, 0);
        drag(-0.02, 0.3);
        assertEquals("0,0.3 0.995,1 1,1", last());
    }

    @Test
    void draggingOutRemovesAnInnerPointButNoEnd() {
        press(0.5, 0.5);
        drag(0.5, 1.4);
        assertEquals("", last());
        release();
        press(0, 0);
        drag(-0.5, -0.5);
        assertEquals("", last());
    }

    @Test
    void theKeyboardAloneDoesTheSame() {
        key(KeyEvent.VK_INSERT, 0);
        assertEquals("0,0 0.5,0.5 1,1", last());
        key(KeyEvent.VK_UP, 0);
        assertEquals("0,0 0.5,0.505 1,1", last());
        key(KeyEvent.VK_LEFT, KeyEvent.SHIFT_DOWN_MASK);
        assertEquals("0,0 0.45,0.505 1,1", last());
        key(KeyEvent.VK_PAGE_DOWN, 0);
        key(KeyEvent.VK_DOWN, KeyEvent.SHIFT_DOWN_MASK);
        assertEquals("0,0 0.45,0.505 1,0.95", last());
        key(KeyEvent.VK_PAGE_UP, 0);
        key(KeyEvent.VK_DELETE, 0);
        assertEquals("0,0 1,0.95", last());
        key(KeyEvent.VK_DELETE, 0);
        assertEquals("0,0 1,0.95", last());
    }

    @Test
    void settingATextTellsNobody() {
        editor.set("0,0.1 0.5,0.7 1,1");
        assertTrue(told.isEmpty());
        key(KeyEvent.VK_UP, 0);
        assertEquals("0,0.105 0.5,0.7 1,1", last());
    }

    @Test
    void theCurveIsPaintedWhereItLies() {
        editor.set("0,0 0.5,0.9 1,1");
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        editor.paint(picture.getGraphics());
        int side = SIDE - 2 * MARGIN;
        int x = MARGIN + side / 4;
        int darkest = 0;
        for (int y = MARGIN; y < SIDE - MARGIN; y++) {
            if (sum(picture.getRGB(x + 3, y))
                    < sum(picture.getRGB(x + 3, darkest == 0 ? MARGIN + side / 2 + 7 : darkest))) {
                darkest = y;
            }
        }
        float[] values = shape("0,0 0.5,0.9 1,1");
        double at = values[(int) Math.round((x + 3 - MARGIN) / (double) side * 255)];
        assertEquals(MARGIN + (1 - at) * side, darkest, 3);
    }

    private static int sum(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() + color.getGreen() + color.getBlue();
    }
}
