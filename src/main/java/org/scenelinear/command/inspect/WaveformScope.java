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

import ij.measure.ResultsTable;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.scope.ValueAxis;
import org.scenelinear.inspect.scope.Waveform;
import org.scenelinear.run.Run;
import org.scenelinear.ui.scope.ScopeStyle;
import org.scenelinear.ui.scope.WaveformPainter;

/** Waveforms as arguments ask for them: which channels, on which axis. */
final class WaveformScope implements ScopeCommand.Scope<WaveformScope.Counts> {
    private static final String LUMA = "luma";
    private static final String PARADE = "parade";
    private static final String OVERLAY = "overlay";
    private static final String DISPLAY = "display";
    private static final List<String> COLORS = List.of("R", "G", "B");

    /** Label, keys, defaults and allowed values. */
    static final Signature SIGNATURE = new Signature(
            "Waveform...",
            "Shows which light lies where across the image: luma, or red, green and blue side by side or in one. Its"
                    + " axis is in stops, linear values, cd/m², PQ or the code values of a display.",
            parameters());

    private final Arguments arguments;
    private final ViewCodes.Maker view;

    /** The axis that was made last, and for which calibration: one follows the other. */
    private ValueAxis axis;

    private LightCalibration axisFor;

    /**
     * What was counted.
     *
     * @param what the values are, for the line above the picture
     * @param area where they lie in the image
     */
    record Counts(Waveform waveform, String what, Area area) {}

    WaveformScope(Arguments arguments) throws StepException {
        this.arguments = arguments;
        this.view = new ViewCodes.Maker(arguments);
        top();
    }

    private static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                SourceSpace.FROM,
                Parameter.choice(
                        "Channels",
                        "luma: luminance, for code values Y'. parade: red, green and blue side by side. overlay: the"
                                + " three in one.",
                        List.of(LUMA, PARADE, OVERLAY)),
                Parameter.choice(
                        "Scale",
                        "The axis: stops from 18 % gray, linear values, cd/m² by the image's calibration, PQ code"
                                + " values of that, or what the view makes of it.",
                        List.of("stops", "linear", "nits", "PQ", DISPLAY)),
                Parameter.text(
                        "Top (of the axis)",
                        "Where the axis ends. If it is not given: 10 stops, linear 4, 1000 cd/m². PQ and code values"
                                + " end at 1.",
                        WaveformScope::number,
                        "a number, above 0 but for stops")));
        parameters.addAll(ViewCodes.parameters());
        parameters.addAll(List.of(Frames.CURRENT_OR_ALL, ScopeCommand.DATA, ScopeCommand.BACKGROUND, LiveFrames.LIVE));
        return parameters;
    }

    private static Optional<String> number(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Optional.of(text.strip()).filter(t -> Math.abs(number) <= 1e9);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String scale() {
        return arguments.text("scale");
    }

    private double top() throws StepException {
        String given = arguments.text("top");
        boolean ends = scale().equals("PQ") || scale().equals(DISPLAY);
        if (given.isEmpty() || ends) {
            if (!given.isEmpty()) {
                throw new StepException("top=" + given + " does not go with scale=" + scale() + ", which ends at 1");
            }
            return scale().equals("stops") ? 10 : scale().equals("linear") ? 4 : 1000;
        }
        double top = Double.parseDouble(given);
        if (scale().equals("stops") ? Math.abs(top) > 100 : !(top >= 1e-6)) {
            throw new StepException("top=" + given + " is no end of an axis of " + scale() + "; give a number "
                    + (scale().equals("stops") ? "of stops from -100 to 100" : "from 0.000001"));
        }
        return top;
    }

    private ValueAxis axis(LightCalibration calibration) throws StepException {
        if (!calibration.equals(axisFor)) {
            axis = switch (scale()) {
                case "stops" -> ValueAxis.stops(top());
                case "linear" -> ValueAxis.linear(top());
                case "nits" -> ValueAxis.nits(top(), calibration);
                case "PQ" -> ValueAxis.pq(calibration);
                default -> ValueAxis.codes();
            };
            axisFor = calibration;
        }
        return axis;
    }

    @Override
    public Counts count(FloatImage frame, Area area, Run run) throws StepException {
        boolean luma = arguments.text("channels").equals(LUMA);
        int columns = layout() == WaveformPainter.Layout.PARADE && !luma
                ? WaveformPainter.PARADE_COLUMNS
                : WaveformPainter.COLUMNS;
        ValueAxis used = axis(LightCalibration.of(frame).orElse(LightCalibration.ASSUMED));
        if (scale().equals(DISPLAY)) {
            ViewCodes codes = view.of(frame);
            Waveform.Source source = new Waveform.Source(
                    codes.rgb(),
                    frame.width(),
                    area,
                    codes.kernel(),
                    Optional.of(codes.luma().weights()).filter(weights -> luma));
            String seen = codes.kernel().isPresent() ? arguments.text("view") : "its own code values";
            return new Counts(
                    Waveform.of(source, used, columns, run),
                    (luma ? "luma of " + codes.luma() : "R'G'B'") + ", " + seen,
                    area);
        }
        LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
        Waveform.Source source = new Waveform.Source(
                light.rgb(),
                frame.width(),
                area,
                Optional.empty(),
                Optional.of(luminance(light.space())).filter(weights -> luma));
        return new Counts(
                Waveform.of(source, used, columns, run),
                (luma ? "luminance, " : "R, G, B, ") + light.space().name(),
                area);
    }

    private static double[] luminance(ColorSpace space) {
        return Arrays.copyOfRange(space.chromaticities().toXyz().toArray(), 3, 6);
    }

    private WaveformPainter.Layout layout() {
        return arguments.text("channels").equals(OVERLAY)
                ? WaveformPainter.Layout.OVERLAY
                : WaveformPainter.Layout.PARADE;
    }

    private static List<String> names(Counts counts) {
        return counts.waveform().traces() == 1 ? List.of("Luma") : COLORS;
    }

    @Override
    public Counts sum(Counts first, Counts second) {
        return new Counts(first.waveform().plus(second.waveform()), first.what(), first.area());
    }

    @Override
    public BufferedImage picture(Counts counts, ScopeStyle style) {
        WaveformPainter.Legend legend = new WaveformPainter.Legend(
                names(counts),
                counts.what() + " \u00b7 " + apart(counts.waveform()),
                counts.area().x(),
                counts.area().width());
        return new WaveformPainter(style).paint(counts.waveform(), layout(), legend);
    }

    /** What lies in no bin. */
    private static String apart(Waveform waveform) {
        List<String> found = new ArrayList<>();
        for (ValueAxis.Apart kind : ValueAxis.Apart.values()) {
            List<String> counts = new ArrayList<>();
            long sum = 0;
            for (int trace = 0; trace < waveform.traces(); trace++) {
                long count = waveform.count(trace, kind);
                counts.add(String.valueOf(count));
                sum += count;
            }
            if (sum > 0) {
                found.add(words(kind) + " " + String.join("/", counts));
            }
        }
        return found.isEmpty() ? "all on the axis" : String.join(", ", found);
    }

    private static String words(ValueAxis.Apart kind) {
        return switch (kind) {
            case BELOW -> "below";
            case ABOVE -> "above";
            case POSITIVE_INFINITY -> "+\u221e";
            case NEGATIVE_INFINITY -> "-\u221e";
            case NAN -> "NaN";
        };
    }

    @Override
    public void addRows(ResultsTable table, Frames.Frame place, Counts counts) {
        Waveform waveform = counts.waveform();
        for (int trace = 0; trace < waveform.traces(); trace++) {
            for (int column = 0; column < waveform.columns(); column++) {
                for (int bin = 0; bin < ValueAxis.BINS; bin++) {
                    if (waveform.count(trace, column, bin) > 0) {
                        addPlace(table, place, counts, trace, column);
                        table.addValue("From", waveform.axis().value(bin));
                        table.addValue("To", waveform.axis().value(bin + 1));
                        table.addValue("Pixels", waveform.count(trace, column, bin));
                    }
                }
                for (ValueAxis.Apart kind : ValueAxis.Apart.values()) {
                    if (waveform.count(trace, column, kind) > 0) {
                        addPlace(table, place, counts, trace, column);
                        table.addValue("From", words(kind));
                        table.addValue("Pixels", waveform.count(trace, column, kind));
                    }
                }
            }
        }
    }

    private static void addPlace(ResultsTable table, Frames.Frame place, Counts counts, int trace, int column) {
        ScopeCommand.addPlace(table, place);
        table.addValue("Channel", names(counts).get(trace));
        table.addValue("Column", counts.area().x() + column * counts.waveform().pixelsPerColumn());
    }
}
