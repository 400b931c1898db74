/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ChannelCoupling;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.math.Matrix3;

/** All that is known of a color space, as lines of a property and its value, and as curves. */
final class ColorSpaceInfo {
    /** Label, keys, defaults and allowed values. */
    static final Signature SIGNATURE = new Signature(
            "Color Space Info",
            "Shows primaries, white, matrices, names and curve of a color space, and its gamut among others.",
            List.of(SourceSpace.space("Space", "The color space; if it is not given, that of the active image.", "")));

    private static final double MIDDLE_GRAY = 0.18;
    private static final int STEPS = 480;

    private final ColorSpace space;

    ColorSpaceInfo(ColorSpace space) {
        this.space = space;
    }

    /** A property and its value. */
    record Line(String property, String value) {}

    /** Points of a curve. */
    record Curve(String x, String y, double[] xs, double[] ys) {}

    List<Line> lines() {
        Chromaticities c = space.chromaticities();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("name", space.name()));
        lines.add(new Line(
                "values are",
                space.reference() == ColorSpace.Reference.SCENE
                        ? "scene-referred: relative light in a scene"
                        : "display-referred: code values or light of a display"));
        lines.add(new Line("red x, y", point(c.red())));
        lines.add(new Line("green x, y", point(c.green())));
        lines.add(new Line("blue x, y", point(c.blue())));
        lines.add(new Line("white x, y", point(space.white())));
        lines.add(new Line(
                "curve", space.isLinear() ? "none: linear light" : space.curve().name()));
        if (!(space.coupling() instanceof ChannelCoupling.None)) {
            lines.add(new Line(
                    "components",
                    "depend on each other: "
                            + space.coupling().getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        }
        addMatrix(lines, "to CIE XYZ", c.toXyz());
        addMatrix(lines, "to ACES2065-1, Bradford", space.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD));
        lines.add(new Line("other names", space.aliases().stream().collect(Collectors.joining("; "))));
        return lines;
    }

    private static void addMatrix(List<Line> lines, String name, Matrix3 matrix) {
        for (int row = 0; row < 3; row++) {
            lines.add(new Line(
                    name + ", row " + (row + 1),
                    number(matrix.get(row, 0)) + "  " + number(matrix.get(row, 1)) + "  "
                            + number(matrix.get(row, 2))));
        }
    }

    private static String point(Chromaticity point) {
        return number(point.x()) + "  " + number(point.y());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.7g", value);
    }

    /**
     * The stored value of gray light: of a scene over stops from middle gray, 12 below to 10 above; of a display over
     * light from 0 to 1.
     */
    Curve curve() {
        boolean scene = space.reference() == ColorSpace.Reference.SCENE;
        double[] xs = new double[STEPS + 1];
        double[] ys = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            xs[i] = scene ? -12 + 22.0 * i / STEPS : (double) i / STEPS;
            double light = scene ? MIDDLE_GRAY * Math.pow(2, xs[i]) : xs[i];
            ys[i] = space.encode(new double[] {light, light, light})[1];
        }
        return new Curve(
                scene ? "stops from middle gray (0.18)" : "linear light (1: the display's white)",
                "stored value",
                xs,
                ys);
    }
}
