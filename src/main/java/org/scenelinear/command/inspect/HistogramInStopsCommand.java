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
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.StopHistogram;
import org.scenelinear.inspect.StopHistogram.Apart;
import org.scenelinear.inspect.StopHistogram.Channel;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plots how often which light occurs: stops across, counts up, both logarithmic. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Histogram in Stops...", headless = true)
public class HistogramInStopsCommand extends MenuCommand {
    private static final String TABLE = "table";

    private static final Signature SIGNATURE = new Signature(
            "Histogram in Stops...",
            "Plots how often which light occurs in red, green, blue and luminance, in stops from 18 % gray. Clipped and"
                    + " broken values are counted apart.",
            List.of(
                    SourceSpace.FROM,
                    Frames.CURRENT_OR_ALL,
                    org.scenelinear.command.macro.Parameter.choice(
                            "Data", "table: the counts of each frame as a table too.", List.of("none", TABLE)),
                    LiveFrames.LIVE));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String data;

    @Parameter(required = false, persist = false)
    String live;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    /**
     * What was counted.
     *
     * @param sum of all frames
     * @param table of each frame
     */
    record Counted(StopHistogram sum, ResultsTable table) {}

    @Override
    protected void execute(Arguments arguments) throws StepException {
        LiveFrames.check(arguments);
        ImagePlus image = source();
        Counted counted = count(image, arguments, this::isCanceled);
        String title = "Histogram of " + image.getTitle();
        Plot plot = plot(title, counted.sum());
        if (LiveFrames.isAsked(arguments)) {
            PlotWindow window = plot.show();
            LiveFrames.follow(
                    image,
                    window.getImagePlus(),
                    LiveFrames.Quick.NOTHING,
                    (frame, area, run) -> plot(title, count(frame, arguments, area, run)),
                    window::drawPlot);
        } else {
            show(plot);
        }
        if (arguments.text("data").equals(TABLE)) {
            counted.table().show("Counts of " + image.getTitle());
        }
    }

    /** Counts the selection, or the whole image if there is none, in the frames that are asked for. */
    static Counted count(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        Regions.Region region = Regions.selection(image);
        ResultsTable table = new ResultsTable();
        StopHistogram[] sum = {StopHistogram.empty()};
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                StopHistogram counts = count(frame, arguments, region.area(), inside);
                addRows(table, place, counts);
                sum[0] = sum[0].plus(counts);
            });
            return null;
        });
        return new Counted(sum[0], table);
    }

    private static StopHistogram count(FloatImage frame, Arguments arguments, Area area, Run run) throws StepException {
        LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
        return StopHistogram.of(light.rgb(), frame.width(), light.space(), area, run);
    }

    private static void addRows(ResultsTable table, Frames.Frame place, StopHistogram counts) {
        for (int bin = 0; bin < StopHistogram.BINS; bin++) {
            addPlace(table, place, "from " + StopHistogram.stops(bin) + " to " + StopHistogram.stops(bin + 1));
            for (Channel channel : Channel.values()) {
                table.addValue(LightPlot.NAMES.get(channel.ordinal()), counts.count(channel, bin));
            }
        }
        for (Apart kind : Apart.values()) {
            addPlace(table, place, words(kind));
            for (Channel channel : Channel.values()) {
                table.addValue(LightPlot.NAMES.get(channel.ordinal()), counts.count(channel, kind));
            }
        }
    }

    private static void addPlace(ResultsTable table, Frames.Frame place, String stops) {
        table.addRow();
        table.addValue("Slice", place.slice());
        table.addValue("Time", place.time());
        table.addValue("Stops", stops);
    }

    private static String words(Apart kind) {
        return kind == Apart.NAN ? "NaN" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Plot plot(String title, StopHistogram counts) {
        int first = StopHistogram.BINS;
        int last = -1;
        long most = 1;
        for (Channel channel : Channel.values()) {
            for (int bin = 0; bin < StopHistogram.BINS; bin++) {
                long count = counts.count(channel, bin);
                if (count > 0) {
                    first = Math.min(first, bin);
                    last = Math.max(last, bin);
                    most = Math.max(most, count);
                }
            }
        }
        Plot plot = new Plot(title, "stops from 18 % gray", "samples");
        plot.setFrameSize(640, 360);
        plot.setAxisYLog(true);
        plot.setLimits(
                first > last ? -1 : Math.floor(StopHistogram.stops(first)),
                first > last ? 1 : Math.ceil(StopHistogram.stops(last + 1)),
                0.5,
                2.0 * most);
        for (Channel channel : Channel.values()) {
            LightPlot.addLine(plot, channel.ordinal(), edges(), heights(counts, channel));
        }
        LightPlot.addLegend(plot);
        plot.addLabel(0, 0, apart(counts));
        return plot;
    }

    /** Both ends of every bin, so that its line is level. */
    private static double[] edges() {
        double[] edges = new double[2 * StopHistogram.BINS];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = StopHistogram.stops((i + 1) / 2);
        }
        return edges;
    }

    /** An empty bin has no logarithm; half a sample lies on the lower edge of the plot. */
    private static double[] heights(StopHistogram counts, Channel channel) {
        double[] heights = new double[2 * StopHistogram.BINS];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(0.5, counts.count(channel, i / 2));
        }
        return heights;
    }

    /** What lies in no bin, in one line above the plot. */
    private static String apart(StopHistogram counts) {
        List<String> found = new ArrayList<>();
        for (Apart kind : Apart.values()) {
            long r = counts.count(Channel.R, kind);
            long g = counts.count(Channel.G, kind);
            long b = counts.count(Channel.B, kind);
            if (r + g + b > 0) {
                found.add(words(kind) + " " + r + "/" + g + "/" + b);
            }
        }
        return found.isEmpty() ? "all R, G, B in range" : "R/G/B apart: " + String.join(", ", found);
    }
}
