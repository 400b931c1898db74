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
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LinearityFit;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that tells from a bracketed series how a sensor answers to light. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Light Linearity...", headless = true)
public class LightLinearityCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Light Linearity...",
            "Fits the response of a sensor to a stack of exposures of one even area: slope, read noise, full scale,"
                    + " dynamic range.",
            List.of(org.scenelinear.command.macro.Parameter.text(
                    "Exposures",
                    "The exposure of each slice or frame, in any unit, in the order of the stack.",
                    text -> numbers(text).map(found -> text.strip()),
                    "numbers above 0, separated by blanks or commas")));

    @Parameter(required = false, persist = false)
    String exposures;

    private static Optional<double[]> numbers(String text) {
        try {
            double[] numbers = Arrays.stream(text.strip().split("[\\s,]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Optional.of(numbers).filter(all -> Arrays.stream(all).allMatch(n -> n > 0 && n < 1e30));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        ResultsTable table = ImageJRun.call(this::isCanceled, run -> table(image, arguments, run));
        table.show("Linearity of " + image.getTitle());
    }

    /** The table of a stack, a row for each channel. */
    static ResultsTable table(ImagePlus image, Arguments arguments, Run run) throws StepException {
        double[] times = numbers(arguments.text("exposures")).orElse(new double[0]);
        int slices = ImagePlusConversion.slices(image);
        int count = slices * image.getNFrames();
        if (times.length != count) {
            throw new StepException("exposures= has " + times.length + " numbers, " + image.getTitle() + " has " + count
                    + " slices and frames; give one for each");
        }
        List<List<LinearityFit.Point>> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            run.checkCanceled();
            FloatImage frame = ImagePlusConversion.toFloatImage(image, i % slices + 1, i / slices + 1);
            for (int c = 0; c < frame.channels().size(); c++) {
                ImageChannel channel = frame.channels().get(c);
                if (i == 0) {
                    series.add(new ArrayList<>());
                    names.add(channel.name());
                }
                series.get(c).add(point(times[i], channel, frame.width(), image));
            }
            run.update("measuring exposures", (i + 1.0) / count);
        }
        ResultsTable table = new ResultsTable();
        table.setPrecision(6);
        for (int c = 0; c < names.size(); c++) {
            add(table, names.get(c), series.get(c));
        }
        return table;
    }

    /** Mean and variance of the finite values inside the selection, or of all. */
    private static LinearityFit.Point point(double time, ImageChannel channel, int width, ImagePlus image)
            throws StepException {
        Roi roi = image.getRoi();
        Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
        Rectangle bounds = roi == null ? whole : roi.getBounds().intersection(whole);
        double mean = 0;
        double squares = 0;
        long count = 0;
        for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
            for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
                float value = channel.samples()[y * width + x];
                if (Float.isFinite(value) && (roi == null || roi.contains(x, y))) {
                    count++;
                    double before = value - mean; // Welford, Technometrics 4, 1962
                    mean += before / count;
                    squares += before * (value - mean);
                }
            }
        }
        if (count < 2) {
            throw new StepException(
                    "the selection has " + count + " finite values of " + channel.name() + "; at least 2 are needed");
        }
        return new LinearityFit.Point(time, mean, squares / (count - 1), count);
    }

    private static void add(ResultsTable table, String channel, List<LinearityFit.Point> points) throws StepException {
        LinearityFit fit;
        try {
            fit = LinearityFit.of(points);
        } catch (IllegalArgumentException e) {
            throw new StepException("channel " + channel + ": " + e.getMessage());
        }
        table.addRow();
        table.addValue("Channel", channel);
        table.addValue("Slope", fit.slope());
        table.addValue("Offset", fit.offset());
        table.addValue("Exposures in linear range", fit.used());
        table.addValue("Largest deviation (%)", 100 * fit.deviation());
        table.addValue("Read noise", fit.readNoise());
        table.addValue("Variance per signal", fit.noiseSlope());
        table.addValue("Full scale", fit.fullScale());
        table.addValue("Dynamic range (stops)", fit.stops());
    }
}
