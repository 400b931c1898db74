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

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.cie.SpectralLocus;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link ColorSpaceInfo}: a table and two plots. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Color Space Info", headless = true)
public class ColorSpaceInfoCommand extends MenuCommand {
    /** Colors that people with any color vision tell apart: Okabe and Ito, Color Universal Design, 2008. */
    private static final Map<String, Color> OTHERS = Map.of(
            "Linear Rec.709 (sRGB)", new Color(213, 94, 0),
            "Linear P3-D65", new Color(230, 159, 0),
            "Linear Rec.2020", new Color(0, 158, 115),
            "ACEScg", new Color(0, 114, 178),
            "ACES2065-1", new Color(86, 180, 233));

    private static final List<String> ORDER =
            List.of("Linear Rec.709 (sRGB)", "Linear P3-D65", "Linear Rec.2020", "ACEScg", "ACES2065-1");

    @Parameter(required = false, persist = false)
    String space;

    @Override
    public Signature signature() {
        return ColorSpaceInfo.SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, "space");
    }

    /** An image's own space is told at once. */
    @Override
    public boolean needsDialog(Optional<ImagePlus> active) {
        return active.flatMap(image -> ImagePlusConversion.color(image).space()).isEmpty();
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ColorSpace found = ColorSpaces.byName(arguments.text("space"))
                .or(() -> activeImage()
                        .flatMap(image -> ImagePlusConversion.color(image).space()))
                .orElseThrow(() -> new StepException("the active image has no color space; give space="));
        ColorSpaceInfo info = new ColorSpaceInfo(found);
        ResultsTable table = new ResultsTable();
        for (ColorSpaceInfo.Line line : info.lines()) {
            table.addRow();
            table.addValue("Property", line.property());
            table.addValue("Value", line.value());
        }
        show(gamut(found));
        if (!found.isLinear()) {
            show(curve(found, info.curve()));
        }
        table.show("Color space " + found.name());
    }

    private static Plot curve(ColorSpace space, ColorSpaceInfo.Curve curve) {
        Plot plot = new Plot("Curve of " + space.name(), curve.x(), curve.y());
        plot.setFrameSize(520, 360);
        plot.setLineWidth(2);
        plot.setColor(new Color(0, 114, 178));
        plot.add("line", curve.xs(), curve.ys());
        plot.setLimitsToFit(false);
        return plot;
    }

    private static Plot gamut(ColorSpace space) {
        Plot plot = new Plot("Gamut of " + space.name(), "CIE 1931 x", "CIE 1931 y");
        plot.setFrameSize(480, 560);
        plot.setLimits(-0.1, 0.9, -0.12, 1.05);
        List<Chromaticity> locus = SpectralLocus.points();
        double[] x = new double[locus.size() + 1];
        double[] y = new double[locus.size() + 1];
        for (int i = 0; i <= locus.size(); i++) {
            x[i] = locus.get(i % locus.size()).x();
            y[i] = locus.get(i % locus.size()).y();
        }
        StringBuilder legend = new StringBuilder("spectral locus");
        plot.setColor(Color.GRAY);
        plot.setLineWidth(1);
        plot.add("line", x, y);
        for (String name : ORDER) {
            Chromaticities other = ColorSpaces.byName(name).orElseThrow().chromaticities();
            if (!other.equals(space.chromaticities())) {
                plot.setColor(OTHERS.get(name));
                triangle(plot, other);
                legend.append('\t').append(name);
            }
        }
        plot.setColor(Color.BLACK);
        plot.setLineWidth(3);
        triangle(plot, space.chromaticities());
        legend.append('\t').append(space.name());
        plot.setLineWidth(2);
        plot.add("cross", new double[] {space.white().x()}, new double[] {
            space.white().y()
        });
        legend.append("\twhite");
        plot.setLineWidth(1);
        plot.addLegend(legend.toString(), "top-right");
        return plot;
    }

    private static void triangle(Plot plot, Chromaticities c) {
        plot.add(
                "line",
                new double[] {c.red().x(), c.green().x(), c.blue().x(), c.red().x()},
                new double[] {c.red().y(), c.green().y(), c.blue().y(), c.red().y()});
    }
}
