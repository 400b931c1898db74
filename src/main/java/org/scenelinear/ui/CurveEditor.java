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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * A curve through points over a histogram. A click adds a point, dragging moves it, dragging it out of the field or
 * Delete removes it. By keyboard: Page Up and Page Down choose a point, arrows move it (with Shift ten times as far),
 * Insert adds one. For the event thread alone.
 */
final class CurveEditor extends JComponent {
    private static final long serialVersionUID = 1L;

    private static final int SIDE = 190;
    private static final int MARGIN = 8;
    private static final double REACH = 9;
    private static final double NEAREST = 0.005;
    private static final double STEP = 0.005;

    private final transient Function<String, float[]> shape;
    private final transient Consumer<String> listener;
    private final transient float[] histogram;
    private transient List<CurvePoint> points;
    private int chosen;
    private boolean dragged;

    /**
     * An editor.
     *
     * @param shape values of the curve of a text, from x = 0 to 1
     * @param histogram shares of the image's pixels by value, from 0 to 1; may be empty
     * @param listener told the text after every change by the user
     */
    CurveEditor(Function<String, float[]> shape, float[] histogram, Consumer<String> listener) {
        this.shape = shape;
        this.histogram = histogram.clone();
        this.listener = listener;
        this.points = CurvePoint.parse("");
        setPreferredSize(new Dimension(SIDE, SIDE));
        setMinimumSize(getPreferredSize());
        setFocusable(true);
        setToolTipText(
                "Click to add a point, drag to move it, drag it out to remove it. Keys: Page Up and Page Down choose"
                        + " a point, arrows move it, Insert adds one, Delete removes it.");
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addKeyListener(new Keys());
        addFocusListener(new FocusListener() {
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

    /** Shows another curve and tells nobody. */
    void set(String text) {
        List<CurvePoint> shown = CurvePoint.parse(text);
        if (!shown.equals(points) && !dragged) {
            points = shown;
            chosen = Math.min(chosen, points.size() - 1);
        }
        repaint();
    }

    private double side() {
        return Math.min(getWidth(), getHeight()) - 2.0 * MARGIN;
    }

    private double screenX(double x) {
        return MARGIN + x * side();
    }

    private double screenY(double y) {
        return MARGIN + (1 - y) * side();
    }

    private static double limit(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** The point under the mouse, or -1. */
    private int at(MouseEvent e) {
        for (int i = 0; i < points.size(); i++) {
            double dx = screenX(points.get(i).x()) - e.getX();
            double dy = screenY(points.get(i).y()) - e.getY();
            if (Math.hypot(dx, dy) <= REACH) {
                return i;
            }
        }
        return -1;
    }

    private void add(double x, double y) {
        List<CurvePoint> more = new ArrayList<>(points);
        int place = 0;
        while (place < more.size() && more.get(place).x() < x) {
            place++;
        }
        boolean room = (place == 0 || x - more.get(place - 1).x() >= NEAREST)
                && (place == more.size() || more.get(place).x() - x >= NEAREST);
        if (room) {
            more.add(place, new CurvePoint(x, limit(y)));
            chosen = place;
            change(more);
        }
    }

    private void move(double x, double y) {
        double least = chosen == 0 ? 0 : points.get(chosen - 1).x() + NEAREST;
        double most = chosen == points.size() - 1 ? 1 : points.get(chosen + 1).x() - NEAREST;
        List<CurvePoint> moved = new ArrayList<>(points);
        moved.set(chosen, new CurvePoint(Math.max(least, Math.min(most, x)), limit(y)));
        change(moved);
    }

    private void remove() {
        if (points.size() > 2) {
            List<CurvePoint> fewer = new ArrayList<>(points);
            fewer.remove(chosen);
            chosen = Math.min(chosen, fewer.size() - 1);
            change(fewer);
        }
    }

    private void change(List<CurvePoint> changed) {
        points = CurvePoint.parse(CurvePoint.text(changed));
        repaint();
        listener.accept(CurvePoint.text(points));
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            int found = at(e);
            if (found < 0) {
                add((e.getX() - MARGIN) / side(), 1 - (e.getY() - MARGIN) / side());
                found = at(e);
            }
            dragged = found >= 0;
            chosen = dragged ? found : chosen;
            repaint();
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (!dragged) {
                return;
            }
            boolean outside = e.getX() < -MARGIN
                    || e.getY() < -MARGIN
                    || e.getX() > getWidth() + MARGIN
                    || e.getY() > getHeight() + MARGIN;
            boolean inner = chosen > 0 && chosen < points.size() - 1;
            if (outside && inner) {
                dragged = false;
                remove();
            } else {
                move((e.getX() - MARGIN) / side(), 1 - (e.getY() - MARGIN) / side());
            }
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            dragged = false;
        }
    }

    private final class Keys extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent e) {
            CurvePoint point = points.get(chosen);
            double step = e.isShiftDown() ? 10 * STEP : STEP;
            switch (e.getKeyCode()) {
                case KeyEvent.VK_PAGE_UP -> chosen = Math.max(0, chosen - 1);
                case KeyEvent.VK_PAGE_DOWN -> chosen = Math.min(points.size() - 1, chosen + 1);
                case KeyEvent.VK_LEFT -> move(point.x() - step, point.y());
                case KeyEvent.VK_RIGHT -> move(point.x() + step, point.y());
                case KeyEvent.VK_UP -> move(point.x(), point.y() + step);
                case KeyEvent.VK_DOWN -> move(point.x(), point.y() - step);
                case KeyEvent.VK_DELETE, KeyEvent.VK_BACK_SPACE -> remove();
                case KeyEvent.VK_INSERT -> insert();
                default -> {
                    return;
                }
            }
            e.consume();
            repaint();
        }

        /** Between the chosen point and the next one, on the curve. */
        private void insert() {
            int next = chosen < points.size() - 1 ? chosen + 1 : chosen - 1;
            double x = (points.get(chosen).x() + points.get(next).x()) / 2;
            float[] values = shape.apply(CurvePoint.text(points));
            double place = x * (values.length - 1);
            int below = Math.min((int) place, values.length - 2);
            add(x, values[below] + (place - below) * (values[below + 1] - values[below]));
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleCurve();
        }
        return accessibleContext;
    }

    /** Says to screen readers what it is. */
    private final class AccessibleCurve extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.CANVAS;
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color ground = UIManager.getColor("TextField.background");
        Color ink = UIManager.getColor("TextField.foreground");
        g.setColor(ground);
        g.fill(new Rectangle2D.Double(MARGIN, MARGIN, side(), side()));
        g.setColor(mix(ground, ink, 0.25));
        paintHistogram(g);
        g.setStroke(new BasicStroke(1));
        for (int i = 0; i <= 4; i++) {
            double place = i / 4.0;
            g.setColor(mix(ground, ink, 0.35));
            g.draw(new Line2D.Double(screenX(place), screenY(0), screenX(place), screenY(1)));
            g.draw(new Line2D.Double(screenX(0), screenY(place), screenX(1), screenY(place)));
        }
        g.draw(new Line2D.Double(screenX(0), screenY(0), screenX(1), screenY(1)));
        g.setColor(ink);
        g.setStroke(new BasicStroke(1.6f));
        float[] values = shape.apply(CurvePoint.text(points));
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < values.length; i++) {
            double x = screenX(i / (values.length - 1.0));
            if (i == 0) {
                curve.moveTo(x, screenY(values[i]));
            } else {
                curve.lineTo(x, screenY(values[i]));
            }
        }
        g.draw(curve);
        for (int i = 0; i < points.size(); i++) {
            double radius = i == chosen && hasFocus() ? 5.5 : 4;
            Ellipse2D dot = new Ellipse2D.Double(
                    screenX(points.get(i).x()) - radius, screenY(points.get(i).y()) - radius, 2 * radius, 2 * radius);
            g.setColor(i == chosen ? new Color(0xE08214) : ground);
            g.fill(dot);
            g.setColor(ink);
            g.draw(dot);
        }
        g.dispose();
    }

    private void paintHistogram(Graphics2D g) {
        float most = 0;
        for (float share : histogram) {
            most = Math.max(most, share);
        }
        for (int i = 0; i < histogram.length && most > 0; i++) {
            double height = side() * Math.sqrt(histogram[i] / most);
            double left = screenX(i / (double) histogram.length);
            double right = screenX((i + 1) / (double) histogram.length);
            g.fill(new Rectangle2D.Double(left, screenY(0) - height, right - left, height));
        }
    }

    private static Color mix(Color first, Color second, double part) {
        return new Color(
                (int) Math.round(first.getRed() + part * (second.getRed() - first.getRed())),
                (int) Math.round(first.getGreen() + part * (second.getGreen() - first.getGreen())),
                (int) Math.round(first.getBlue() + part * (second.getBlue() - first.getBlue())));
    }
}
