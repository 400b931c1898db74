/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.gui.Plot;
import java.awt.Color;
import java.util.List;

/** How plots of red, green, blue and luminance look. */
final class LightPlot {
    /** What the lines are called, in their order. */
    static final List<String> NAMES = List.of("R", "G", "B", "Luminance");

    /** Colors that people with any color vision tell apart: Okabe and Ito, Color Universal Design, 2008. */
    private static final List<Color> COLORS =
            List.of(new Color(213, 94, 0), new Color(0, 158, 115), new Color(0, 114, 178), Color.BLACK);

    private LightPlot() {}

    /** Adds a line, by its place in {@link #NAMES}. */
    static void addLine(Plot plot, int series, double[] x, double[] y) {
        plot.setLineWidth(2);
        plot.setColor(COLORS.get(series));
        plot.add("line", x, y);
    }

    /** Says what the lines are; after all of them. */
    static void addLegend(Plot plot) {
        plot.setColor(Color.BLACK);
        plot.setLineWidth(1);
        plot.addLegend(String.join("\t", NAMES));
    }
}
