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

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * Hue and strength of a tint on a wheel: the angle is the hue, red to the right and green a third of a turn on, the
 * distance from the middle the strength. The mouse drags the mark, a double click puts it in the middle. By keyboard:
 * left and right turn the hue, up and down change the strength (with Shift ten times as far). For the event thread
 * alone.
 */
final class ColorWheel extends JComponent {
    private static final long serialVersionUID = 1L;

    private static final int SIDE = 130;
    private static final int MARGIN = 6;
    private static final double MOST_STRENGTH = 100;
    private static final double FULL_TURN = 360;

    /** The brightness of the colors, so that none is cut. */
    private static final double GRAY = 0.5;

    /** Told of changes by the user. */
    @FunctionalInterface
    interface Listener {
        /**
         * Another tint.
         *
         * @param hue in whole degrees, 0 to 359
         * @param strength in whole percent, 0 to 100
         */
        void changed(int hue, int strength);
    }

    private final transient Listener listener;
    private transient BufferedImage colors;
    private double hue;
    private double strength;

    ColorWheel(Listener listener) {
        this.listener = listener;
        setPreferredSize(new Dimension(SIDE, SIDE));
        setMinimumSize(getPreferredSize());
        setFocusable(true);
        setToolTipText(
                "Drag the mark: the angle is the hue, the distance from the middle the strength; a double click puts it"
                        + " in the middle. Keys: left and right turn, up and down change the strength.");
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addKeyListener(new Keys());
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
    }

    /** Shows another tint and tells nobody. */
    void set(double newHue, double newStrength) {
        hue = newHue;
        strength = newStrength;
        repaint();
    }

    private double radius() {
        return Math.min(getWidth(), getHeight()) / 2.0 - MARGIN;
    }

    private double middleX() {
        return radius() + MARGIN;
    }

    private void change(double newHue, double newStrength) {
        int turned = (int) Math.round((newHue % FULL_TURN + FULL_TURN) % FULL_TURN) % (int) FULL_TURN;
        int limited = (int) Math.round(Math.max(0, Math.min(MOST_STRENGTH, newStrength)));
        set(turned, limited);
        listener.changed(turned, limited);
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            if (e.getClickCount() == 2) {
                change(0, 0);
            } else {
                mouseDragged(e);
            }
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            double right = (e.getX() - middleX()) / radius();
            double up = (middleX() - e.getY()) / radius();
            change(Math.toDegrees(Math.atan2(up, right)), MOST_STRENGTH * Math.hypot(right, up));
        }
    }

    private final class Keys extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent e) {
            int step = e.isShiftDown() ? 10 : 1;
            switch (e.getKeyCode()) {
                case KeyEvent.VK_LEFT -> change(hue + step, strength);
                case KeyEvent.VK_RIGHT -> change(hue - step, strength);
                case KeyEvent.VK_UP -> change(hue, strength + step);
                case KeyEvent.VK_DOWN -> change(hue, strength - step);
                default -> {
                    return;
                }
            }
            e.consume();
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleWheel();
        }
        return accessibleContext;
    }

    /** Says to screen readers what it is. */
    private final class AccessibleWheel extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.COLOR_CHOOSER;
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int side = (int) Math.round(2 * radius());
        if (side > 0) {
            if (colors == null || colors.getWidth() != side) {
                colors = paintColors(side);
            }
            g.drawImage(colors, MARGIN, MARGIN, null);
        }
        double angle = Math.toRadians(hue);
        double x = middleX() + radius() * strength / MOST_STRENGTH * Math.cos(angle);
        double y = middleX() - radius() * strength / MOST_STRENGTH * Math.sin(angle);
        double size = hasFocus() ? 6 : 4.5;
        Ellipse2D mark = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        g.setColor(Color.WHITE);
        g.fill(mark);
        g.setColor(UIManager.getColor("TextField.foreground"));
        g.draw(mark);
        g.dispose();
    }

    /** What the tints make of gray. */
    private static BufferedImage paintColors(int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        double middle = side / 2.0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double right = (x + 0.5 - middle) / middle;
                double up = (middle - y - 0.5) / middle;
                double distance = Math.hypot(right, up);
                if (distance <= 1) {
                    picture.setRGB(x, y, color(Math.atan2(up, right), distance));
                }
            }
        }
        return picture;
    }

    private static int color(double angle, double strength) {
        int argb = 0xFF;
        for (int c = 0; c < 3; c++) {
            double value = GRAY * (1 + strength * Math.cos(angle - 2 * Math.PI / 3 * c));
            argb = argb << 8 | (int) Math.round(255 * value);
        }
        return argb;
    }
}
