/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Locale;
import org.scenelinear.inspect.scope.PlaneCounts;

/** The plot of counts in a plane of colors, with its axes; lines and words can be drawn upon it at their places. */
final class PlanePlot {
    private static final int LEFT = 76;
    private static final int TOP = 34;
    private static final int BOTTOM = 58;
    private static final int RIGHT = 20;
    private static final double MARKS_APART = 0.1;

    private final ScopeStyle style;
    private final PlaneCounts counts;
    private final PlaneCounts.Grid grid;
    private final int zoom;
    private final ScopeSheet sheet;

    /**
     * Draws counts and axes.
     *
     * @param right name of the coordinate to the right
     * @param up name of the coordinate upwards
     * @param note the line above
     */
    PlanePlot(ScopeStyle style, PlaneCounts counts, String right, String up, String note) {
        this.style = style;
        this.counts = counts;
        this.grid = counts.grid();
        this.zoom = Math.max(1, style.pixels(1));
        int width = grid.columns() * zoom;
        int height = grid.rows() * zoom;
        int left = style.pixels(LEFT);
        int top = style.pixels(TOP);
        this.sheet = new ScopeSheet(style, left + width + style.pixels(RIGHT), top + height + style.pixels(BOTTOM));
        long largest = largest();
        sheet.graphics().drawImage(picture(largest, width, height), left, top, null);
        sheet.frame(left, top, width, height);
        for (int i = mark(grid.left()); i <= Math.floor(grid.right() / MARKS_APART); i++) {
            sheet.markBelow(number(i), (int) Math.round(x(i * MARKS_APART)), top + height);
        }
        for (int i = mark(grid.bottom()); i <= Math.floor(grid.top() / MARKS_APART); i++) {
            sheet.markLeft(number(i), left, (int) Math.round(y(i * MARKS_APART)));
        }
        sheet.centered(right, left + width / 2, top + height + style.pixels(46));
        sheet.upwards(up, style.pixels(20), top + height / 2);
        sheet.text(note, left, style.pixels(22));
        sheet.densityBar(largest, left + width, style.pixels(22));
    }

    private static int mark(double place) {
        return (int) Math.ceil(place / MARKS_APART - 1e-9);
    }

    private static String number(int mark) {
        return String.format(Locale.ROOT, "%.1f", mark * MARKS_APART).replace("-0.0", "0.0");
    }

    private long largest() {
        long largest = 1;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                largest = Math.max(largest, counts.count(column, row));
            }
        }
        return largest;
    }

    private BufferedImage picture(long largest, int width, int height) {
        DensityColors colors = style.density();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        Strengths strengths = new Strengths(largest);
        for (int row = 0; row < grid.rows(); row++) {
            int start = (grid.rows() - 1 - row) * zoom * width;
            for (int column = 0; column < grid.columns(); column++) {
                int color = colors.of(strengths.of(counts.count(column, row)));
                Arrays.fill(pixels, start + column * zoom, start + (column + 1) * zoom, color);
            }
            for (int more = 1; more < zoom; more++) {
                System.arraycopy(pixels, start, pixels, start + more * width, width);
            }
        }
        return picture;
    }

    /** Where a place to the right is in the picture. */
    double x(double right) {
        return style.pixels(LEFT) + (right - grid.left()) / grid.step() * zoom;
    }

    /** Where a place upwards is in the picture. */
    double y(double up) {
        return style.pixels(TOP) + (grid.top() - up) / grid.step() * zoom;
    }

    /** The sheet, to write words on. */
    ScopeSheet sheet() {
        return sheet;
    }

    /**
     * Draws a line through places.
     *
     * @param places each to the right and upwards
     * @param closed whether it returns to the first
     * @param thickness on a screen of usual density
     */
    void line(double[][] places, boolean closed, Color color, double thickness) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(places[0][0]), y(places[0][1]));
        for (double[] place : places) {
            path.lineTo(x(place[0]), y(place[1]));
        }
        if (closed) {
            path.closePath();
        }
        draw(path, color, thickness);
    }

    /** Draws a cross at a place. */
    void cross(double[] place, Color color) {
        double arm = style.pixels(6);
        Path2D path = new Path2D.Double();
        path.moveTo(x(place[0]) - arm, y(place[1]));
        path.lineTo(x(place[0]) + arm, y(place[1]));
        path.moveTo(x(place[0]), y(place[1]) - arm);
        path.lineTo(x(place[0]), y(place[1]) + arm);
        draw(path, color, 2);
    }

    /** Draws a shape, in pixels of the picture. */
    void draw(Shape shape, Color color, double thickness) {
        Graphics2D graphics = sheet.graphics();
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) (thickness * style.scale())));
        graphics.draw(shape);
    }

    /** Writes beside a place, so far from it on a screen of usual density. */
    void label(String text, double[] place, int right, int down) {
        sheet.textOnCounts(text, (int) Math.round(x(place[0]) + right * style.scale()), (int)
                Math.round(y(place[1]) + down * style.scale()));
    }
}
