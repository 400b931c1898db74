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

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.scenelinear.inspect.scope.PlaneCounts;
import org.scenelinear.inspect.scope.VectorscopeTargets;

/**
 * Draws a vectorscope: how many pixels lie where in a plane of color differences, with targets and the line of skin.
 */
public final class VectorscopePainter {
    private static final double OUTERMOST = 0.5;
    /** Sides of the boxes around targets on a screen of usual density. */
    private static final double BOX = 14;

    private final ScopeStyle style;

    /** A painter. */
    public VectorscopePainter(ScopeStyle style) {
        this.style = style;
    }

    /**
     * The picture of a vectorscope.
     *
     * @param counts of the plane
     * @param right name of the coordinate to the right
     * @param up name of the coordinate upwards
     * @param targets what helps to read it
     * @param note the line above
     */
    public BufferedImage paint(PlaneCounts counts, String right, String up, VectorscopeTargets targets, String note) {
        PlanePlot plot = new PlanePlot(style, counts, right, up, note);
        PlaneCounts.Grid grid = counts.grid();
        plot.line(new double[][] {{grid.left(), 0}, {grid.right(), 0}}, false, style.grid(), 1);
        plot.line(new double[][] {{0, grid.bottom()}, {0, grid.top()}}, false, style.grid(), 1);
        for (double radius : new double[] {OUTERMOST / 2, OUTERMOST}) {
            double across = plot.x(radius) - plot.x(-radius);
            plot.draw(new Ellipse2D.Double(plot.x(-radius), plot.y(radius), across, across), style.grid(), 1);
        }
        plot.line(new double[][] {{0, 0}, targets.skin()}, false, style.muted(), 1.5);
        plot.label("skin", targets.skin(), -30, -6);
        for (VectorscopeTargets.Target target : targets.targets()) {
            boolean full = target.percent() == 100;
            double side = BOX * style.scale();
            double x = plot.x(target.place()[0]) - side / 2;
            double y = plot.y(target.place()[1]) - side / 2;
            plot.draw(new Rectangle2D.Double(x, y, side, side), full ? style.text() : style.muted(), 1.5);
            int aside = full && target.place()[0] < 0 ? -30 : 11; // outwards, so that it does not meet its 75 %
            plot.label(full ? target.name() : target.name() + " 75", target.place(), aside, 4);
        }
        return plot.sheet().finished();
    }
}
