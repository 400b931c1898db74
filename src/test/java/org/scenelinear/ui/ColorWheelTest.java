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

/** The color wheel without a screen: events in, hue and strength out. */
class ColorWheelTest {
    private static final int SIDE = 212;
    private static final int RADIUS = 100;

    private final List<String> told = new ArrayList<>();
    private ColorWheel wheel;

    @BeforeEach
    void make() {
        wheel = new ColorWheel((hue, strength) -> told.add(hue + " " + strength));
        wheel.setSize(SIDE, SIDE);
    }

    private MouseEvent mouse(int kind, int right, int up, int clicks) {
        return new MouseEvent(wheel, kind, 0, 0, SIDE / 2 + right, SIDE / 2 - up, clicks, false);
    }

    private void press(int right, int up, int clicks) {
        for (MouseListener listener : wheel.getMouseListeners()) {
            listener.mousePressed(mouse(MouseEvent.MOUSE_PRESSED, right, up, clicks));
        }
    }

    private void key(int code, int modifiers) {
        for (KeyListener listener : wheel.getKeyListeners()) {
            listener.keyPressed(new KeyEvent(wheel, KeyEvent.KEY_PRESSED, 0, modifiers, code, KeyEvent.CHAR_UNDEFINED));
        }
    }

    private String last() {
        return told.get(told.size() - 1);
    }

    @Test
    void theAngleIsTheHueAndTheDistanceTheStrength() {
        press(50, 0, 1);
        assertEquals("0 50", last());
        press(0, 80, 1);
        assertEquals("90 80", last());
        press(-30, 0, 1);
        assertEquals("180 30", last());
        press(0, -20, 1);
        assertEquals("270 20", last());
        press(300, 0, 1);
        assertEquals("0 100", last());
        for (MouseMotionListener listener : wheel.getMouseMotionListeners()) {
            listener.mouseDragged(mouse(MouseEvent.MOUSE_DRAGGED, -50, 50, 1));
        }
        assertEquals("135 71", last());
        press(40, 40, 2);
        assertEquals("0 0", last());
    }

    @Test
    void theKeyboardAloneDoesTheSame() {
        wheel.set(10, 20);
        assertTrue(told.isEmpty());
        key(KeyEvent.VK_LEFT, 0);
        assertEquals("11 20", last());
        key(KeyEvent.VK_RIGHT, KeyEvent.SHIFT_DOWN_MASK);
        assertEquals("1 20", last());
        key(KeyEvent.VK_RIGHT, KeyEvent.SHIFT_DOWN_MASK);
        assertEquals("351 20", last());
        key(KeyEvent.VK_UP, 0);
        assertEquals("351 21", last());
        key(KeyEvent.VK_DOWN, KeyEvent.SHIFT_DOWN_MASK);
        key(KeyEvent.VK_DOWN, KeyEvent.SHIFT_DOWN_MASK);
        key(KeyEvent.VK_DOWN, KeyEvent.SHIFT_DOWN_MASK);
        assertEquals("351 0", last());
    }

    @Test
    void colorsLieWhereTheirHueIs() {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        wheel.paint(picture.getGraphics());
        for (int component = 0; component < 3; component++) {
            double angle = Math.toRadians(120 * component);
            int x = (int) (SIDE / 2 + 0.9 * RADIUS * Math.cos(angle));
            int y = (int) (SIDE / 2 - 0.9 * RADIUS * Math.sin(angle));
            float[] rgb = new Color(picture.getRGB(x, y)).getRGBColorComponents(null);
            for (int other = 0; other < 3; other++) {
                assertTrue(other == component || rgb[component] > rgb[other] + 0.5, "component " + component);
            }
        }
    }
}
