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

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Plot;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatPolygon;
import java.util.List;
import java.util.Locale;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.LineProfile;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that plots the light along a line selection, and makes a table of it. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Plot Profile in Stops...", headless = true)
public class PlotProfileInStopsCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Plot Profile in Stops...",
            "Plots red, green, blue and luminance along a straight or curved line selection, and makes a table of them.",
            List.of(
                    SourceSpace.FROM,
                    org.scenelinear.command.macro.Parameter.choice(
                            "Axis",
                            "Stops from 18 % gray, linear values, or cd/m² by the image's calibration.",
                            List.of("stops", "linear", "nits")),
                    Frames.CURRENT_OR_ALL));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String axis;

    @Parameter(required = false, persist = false)
    String frames;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    /** The points of a line, about one pixel apart. */
    private record Path(double[] x, double[] y, double[] distance) {
        /** The points of a selection. */
        static Path of(Roi roi) throws StepException {
            if (roi instanceof Line line) {
                return straight(line);
            }
            if (roi == null || !roi.isLine()) {
                throw new StepException("needs a line selection, straight or curved");
            }
            FloatPolygon polygon = roi.getInterpolatedPolygon(1, false);
            double[] x = new double[polygon.npoints];
            double[] y = new double[polygon.npoints];
            double[] distance = new double[polygon.npoints];
            for (int i = 0; i < x.length; i++) {
                x[i] = polygon.xpoints[i];
                y[i] = polygon.ypoints[i];
                distance[i] = i == 0 ? 0 : distance[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
            }
            return new Path(x, y, distance);
        }

        private static Path straight(Line line) {
            double length = Math.hypot(line.x2d - line.x1d, line.y2d - line.y1d);
            int steps = Math.max(1, (int) Math.round(length));
            double[] x = new double[steps + 1];
            double[] y = new double[steps + 1];
            double[] distance = new double[steps + 1];
            for (int i = 0; i <= steps; i++) {
                double part = (double) i / steps;
                x[i] = line.x1d + part * (line.x2d - line.x1d);
                y[i] = line.y1d + part * (line.y2d - line.y1d);
                distance[i] = part * length;
            }
            return new Path(x, y, distance);
        }
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        ResultsTable table = ImageJRun.call(this::isCanceled, run -> table(image, arguments, run));
        Plot plot = plot(image, arguments);
        show(plot);
        table.show("Profile of " + image.getTitle());
    }

    /** The table of an image with a line selection. */
    static ResultsTable table(ImagePlus image, Arguments arguments, Run run) throws StepException {
        Path path = Path.of(image.getRoi());
        ResultsTable table = new ResultsTable();
        table.setPrecision(6);
        Frames.visit(image, arguments, run, (frame, place, inside) -> {
            double[][] values = values(frame, path, arguments);
            for (int i = 0; i < path.distance.length; i++) {
                table.addRow();
                table.addValue("Slice", place.slice());
                table.addValue("Frame", place.time());
                table.addValue("Distance (pixels)", path.distance[i]);
                for (int series = 0; series < LightPlot.NAMES.size(); series++) {
                    table.addValue(LightPlot.NAMES.get(series), values[series][i]);
                }
            }
        });
        return table;
    }

    private static double[][] values(FloatImage frame, Path path, Arguments arguments) throws StepException {
        ColorSpace space = SourceSpace.of(SourceSpace.given(arguments), frame);
        LineProfile profile =
                LineProfile.along(SourceSpace.rgb(frame), frame.width(), frame.height(), space, path.x, path.y);
        LineProfile.Unit unit = LineProfile.Unit.valueOf(arguments.text("axis").toUpperCase(Locale.ROOT));
        LightCalibration calibration = LightCalibration.of(frame).orElse(LightCalibration.ASSUMED);
        double[][] values = new double[LightPlot.NAMES.size()][];
        for (int series = 0; series < values.length; series++) {
            values[series] = profile.values(series, unit, calibration);
        }
        return values;
    }

    private static Plot plot(ImagePlus image, Arguments arguments) throws StepException {
        Path path = Path.of(image.getRoi());
        int slice = Math.min(image.getZ(), ImagePlusConversion.slices(image));
        double[][] values = values(ImagePlusConversion.toFloatImage(image, slice, image.getT()), path, arguments);
        String label = switch (arguments.text("axis")) {
            case "stops" -> "stops from 18 % gray";
            case "nits" -> "cd/m²";
            default -> "linear light";
        };
        Plot plot = new Plot("Profile of " + image.getTitle(), "distance (pixels)", label);
        plot.setFrameSize(600, 360);
        for (int series = 0; series < values.length; series++) {
            LightPlot.addLine(plot, series, path.distance, values[series]);
        }
        LightPlot.addLegend(plot);
        plot.setLimitsToFit(false);
        return plot;
    }
}
