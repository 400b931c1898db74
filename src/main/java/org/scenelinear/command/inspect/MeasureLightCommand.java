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
import ij.measure.ResultsTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.cie.PlanckianLocus;
import org.scenelinear.color.cie.SpectralLocus;
import org.scenelinear.color.cie.UniformChromaticity;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightStatistics;
import org.scenelinear.inspect.PixelClass;
import org.scenelinear.inspect.PlaneTally;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures the light of regions into a table: a row for each channel of each region and frame. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Measure Light...", headless = true)
public class MeasureLightCommand extends MenuCommand {
    /** The title of the table. */
    static final String TABLE = "Light";

    private static final Signature SIGNATURE = new Signature(
            "Measure Light...",
            "Measures the light of regions: how much, how far it reaches, noise, mean color, share out of gamut.",
            List.of(SourceSpace.FROM, Regions.ROI, Frames.CURRENT_OR_ALL));

    private static final List<String> NAMES = List.of("R", "G", "B", "luminance");
    private static final int DIGITS = 7;
    private static final double PERCENT = 100;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String frames;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        measure(image, arguments, this::isCanceled).show(TABLE + " of " + image.getTitle());
    }

    /** The table; not yet shown. */
    static ResultsTable measure(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        List<Regions.Region> regions = Regions.of(image, arguments);
        ResultsTable table = new ResultsTable();
        table.setPrecision(DIGITS);
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, inside);
                for (Regions.Region region : regions) {
                    LightStatistics found =
                            LightStatistics.of(light.rgb(), frame.width(), light.space(), region.area(), inside);
                    for (int c = 0; c < NAMES.size(); c++) {
                        table.addRow();
                        table.addValue("Image", image.getTitle());
                        table.addValue("Slice", place.slice());
                        table.addValue("Time", place.time());
                        table.addValue("Region", region.name());
                        table.addValue("Space", light.space().name());
                        table.addValue("Channel", NAMES.get(c));
                        table.addValue("Pixels", found.pixels());
                        addValues(table, found.channels().get(c));
                        addColor(table, found);
                    }
                }
            });
            return null;
        });
        return table;
    }

    private static void addValues(ResultsTable table, LightStatistics.Channel channel) {
        PlaneTally tally = channel.tally();
        addLight(table, "Mean", tally.mean());
        addLight(table, "Geometric mean", tally.geometricMean());
        addLight(table, "Min", tally.least());
        addLight(table, "Max", tally.largest());
        for (double percent : LightStatistics.PERCENTS) {
            String name = percent == 50 ? "Median" : "P" + (percent % 1 == 0 ? "" + (int) percent : "" + percent);
            addLight(table, name, channel.percentile(percent));
        }
        table.addValue("Range 99.9/0.1 (stops)", channel.rangeOfValues());
        table.addValue("Noise sigma", channel.noise());
        table.addValue("Range 99.9/noise (stops)", channel.rangeOverNoise());
        table.addValue("Above 1 (%)", PERCENT * tally.aboveOne() / tally.samples());
        for (PixelClass kind : PixelClass.values()) {
            table.addValue("Count " + kind.label(), tally.count(kind));
        }
    }

    private static void addLight(ResultsTable table, String name, double value) {
        table.addValue(name, value);
        table.addValue(name + " (stops)", LightStatistics.stops(value));
    }

    private static void addColor(ResultsTable table, LightStatistics found) {
        double[] color = new double[8];
        Arrays.fill(color, Double.NaN);
        if (found.meanChromaticity().isPresent()) {
            Chromaticity xy = found.meanChromaticity().get();
            UniformChromaticity uv = UniformChromaticity.of(xy);
            color[0] = xy.x();
            color[1] = xy.y();
            color[2] = uv.u();
            color[3] = uv.v();
            PlanckianLocus.nearest(xy).ifPresent(nearest -> {
                color[4] = nearest.kelvin();
                color[5] = nearest.duv();
            });
            SpectralLocus.dominant(xy, found.space().white()).ifPresent(dominant -> {
                color[6] = dominant.nanometers();
                color[7] = dominant.purity();
            });
        }
        List<String> names = List.of("x", "y", "u'", "v'", "CCT (K)", "Duv", "Dominant (nm)", "Purity");
        for (int i = 0; i < names.size(); i++) {
            table.addValue(names.get(i), color[i]);
        }
        found.outside().forEach((gamut, share) -> table.addValue("Outside " + gamut + " (%)", PERCENT * share));
    }
}
