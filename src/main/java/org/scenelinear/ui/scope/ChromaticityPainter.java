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

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.cie.PlanckianLocus;
import org.scenelinear.color.cie.SpectralLocus;
import org.scenelinear.inspect.scope.ColorPlane;
import org.scenelinear.inspect.scope.PlaneCounts;

/**
 * Draws a chromaticity diagram: how many pixels lie where, the colors of single wavelengths with those in nanometers,
 * the gamuts of common spaces and the image's own, and the colors of glowing bodies with their temperatures.
 */
public final class ChromaticityPainter {
    private static final List<Integer> WAVELENGTHS = List.of(450, 480, 490, 500, 520, 560, 580, 600, 620);
    private static final List<Integer> TEMPERATURES = List.of(2000, 3000, 4000, 6500, 10000, 25000);

    /** A space, its usual name, and a color that people with any color vision tell from the others (as of traces). */
    private record Gamut(ColorSpace space, String name, Color color) {}

    private static final List<Gamut> GAMUTS = List.of(
            new Gamut(ColorSpaces.LINEAR_REC709, "Rec.709", new Color(213, 94, 0)),
            new Gamut(ColorSpaces.LINEAR_P3_D65, "P3-D65", new Color(230, 159, 0)),
            new Gamut(ColorSpaces.LINEAR_REC2020, "Rec.2020", new Color(0, 158, 115)),
            new Gamut(ColorSpaces.ACESCG, "ACEScg (AP1)", new Color(0, 114, 178)),
            new Gamut(ColorSpaces.ACES2065_1, "ACES2065-1 (AP0)", new Color(86, 180, 233)));

    private final ScopeStyle style;

    /** A painter. */
    public ChromaticityPainter(ScopeStyle style) {
        this.style = style;
    }

    /**
     * The picture of a diagram.
     *
     * @param counts of its grid
     * @param own the image's space
     * @param note the line above
     */
    public BufferedImage paint(PlaneCounts counts, ColorPlane.Diagram diagram, ColorSpace own, String note) {
        PlanePlot plot = new PlanePlot(
                style,
                counts,
                diagram.standard() + " " + diagram.right(),
                diagram.standard() + " " + diagram.up(),
                note);
        List<String> names = new ArrayList<>();
        List<Color> colors = new ArrayList<>();
        for (Gamut gamut : GAMUTS) {
            if (!gamut.space().chromaticities().equals(own.chromaticities())) {
                plot.line(corners(diagram, gamut.space().chromaticities()), true, gamut.color(), 1.5);
                names.add(gamut.name());
                colors.add(gamut.color());
            }
        }
        plot.line(corners(diagram, own.chromaticities()), true, style.text(), 2);
        plot.cross(diagram.place(own.white()), style.text());
        names.add(own.name() + " and its white");
        colors.add(style.text());
        names.add("Planckian locus");
        colors.add(style.muted());
        spectralLocus(plot, diagram);
        planckianLocus(plot, diagram);
        PlaneCounts.Grid grid = counts.grid();
        // The corner where neither diagram has a gamut or a color.
        boolean above = diagram == ColorPlane.Diagram.CIE_1931;
        int x = (int) plot.x(grid.right()) - style.pixels(210);
        int y = above ? (int) plot.y(grid.top()) + style.pixels(24) : (int) plot.y(grid.bottom()) - style.pixels(150);
        plot.sheet().legend(names, colors, x, y);
        return plot.sheet().finished();
    }

    private static double[][] corners(ColorPlane.Diagram diagram, Chromaticities c) {
        return new double[][] {diagram.place(c.red()), diagram.place(c.green()), diagram.place(c.blue())};
    }

    private void spectralLocus(PlanePlot plot, ColorPlane.Diagram diagram) {
        double[][] places = SpectralLocus.points().stream().map(diagram::place).toArray(double[][]::new);
        plot.line(places, true, style.muted(), 1);
        double[] middle = diagram.place(new Chromaticity(1 / 3.0, 1 / 3.0));
        for (int nanometers : WAVELENGTHS) {
            double[] place = diagram.place(SpectralLocus.at(nanometers));
            double dx = place[0] - middle[0];
            double dy = place[1] - middle[1];
            double far = Math.hypot(dx, dy);
            double tick = 0.01 / far;
            double[] outside = {place[0] + tick * dx, place[1] + tick * dy};
            plot.line(new double[][] {place, outside}, false, style.muted(), 1);
            plot.label(nanometers + " nm", place, dx < 0 ? -60 : 10, (int) Math.round(4 - 12 * dy / far));
        }
    }

    private void planckianLocus(PlanePlot plot, ColorPlane.Diagram diagram) {
        double[][] places = new double[60][];
        for (int i = 0; i < places.length; i++) {
            double reciprocal = 1 / 25000.0 + i * (1 / 1000.0 - 1 / 25000.0) / (places.length - 1);
            places[i] = diagram.place(PlanckianLocus.at(1 / reciprocal));
        }
        plot.line(places, false, style.muted(), 1.5);
        for (int kelvin : TEMPERATURES) {
            double[] place = diagram.place(PlanckianLocus.at(kelvin));
            double tick = 0.008;
            plot.line(
                    new double[][] {{place[0], place[1] - tick}, {place[0], place[1] + tick}},
                    false,
                    style.muted(),
                    1.5);
            plot.label(kelvin + " K", place, 8, 16);
        }
    }
}
