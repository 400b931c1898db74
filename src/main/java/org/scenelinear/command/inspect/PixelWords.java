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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.PixelInspection;
import org.scenelinear.inspect.PixelReport;
import org.scenelinear.ui.PixelReading;
import org.scenelinear.ui.PixelReadout;

/** Reports of pixels in words and figures for a panel and the status bar. What cannot be said is a dash. */
final class PixelWords {
    private static final String NOTHING = "-";
    private static final int CODES = 255;

    private PixelWords() {}

    /** A reading that says why there is none. */
    static PixelReading problem(String sentence) {
        return new PixelReading(sentence, List.of(new PixelReading.Line("Problem", sentence)));
    }

    /**
     * A reading.
     *
     * @param report of the pixel
     * @param space what the stored values mean
     * @param calibration what the image says of its light
     * @param x column
     * @param y line
     */
    static PixelReading reading(
            PixelReport report, ColorSpace space, Optional<LightCalibration> calibration, int x, int y) {
        List<PixelReading.Line> lines = new ArrayList<>();
        lines.add(line(space.name(), join(report.stored())));
        if (!space.isLinear()) {
            lines.add(line("Linear", join(report.linear())));
        }
        lines.add(line("Luminance", luminance(report, calibration)));
        lines.add(line("Stops", stops(report.stops()) + " from 18 % gray"));
        lines.add(line(
                "CIE xy",
                report.chromaticity()
                        .map(xy -> fixed("%.4f %.4f", xy.x(), xy.y()))
                        .orElse(NOTHING)));
        lines.add(line(
                "CIE u'v'",
                report.uniform().map(uv -> fixed("%.4f %.4f", uv.u(), uv.v())).orElse(NOTHING)));
        lines.add(line(
                "CCT, Duv",
                report.temperature()
                        .map(near -> fixed("%.0f K, %+.4f", near.kelvin(), near.duv()))
                        .orElse(NOTHING)));
        lines.add(line(
                "ICtCp",
                fixed(
                        "%.4f %+.4f %+.4f",
                        report.ictcp().intensity(),
                        report.ictcp().tritan(),
                        report.ictcp().protan())));
        lines.add(line(
                "L*a*b*",
                fixed(
                        "%.2f %+.2f %+.2f",
                        report.lab().lightness(), report.lab().a(), report.lab().b())));
        lines.add(line("Half bits", components(c -> fixed("0x%04X", report.halfBits(c)))));
        lines.add(line("Half step", components(c -> fixed("%.2e", report.halfStep(c)))));
        lines.add(line("Inside", report.gamuts().isEmpty() ? NOTHING : String.join(", ", report.gamuts())));
        lines.add(line("Outside", outside(report)));
        lines.add(line("Rendered", rendered(report)));
        return new PixelReading(status(report, x, y), lines);
    }

    private static PixelReading.Line line(String name, String value) {
        return new PixelReading.Line(name, value);
    }

    private static String luminance(PixelReport report, Optional<LightCalibration> calibration) {
        double white = calibration.orElse(LightCalibration.ASSUMED).nits();
        return PixelReadout.number(report.nits()) + " cd/m² (1.0 = " + PixelReadout.number(white)
                + (calibration.isPresent() ? ")" : ", assumed)");
    }

    private static String outside(PixelReport report) {
        String names = PixelInspection.gamuts().stream()
                .filter(gamut -> !report.gamuts().contains(gamut))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NOTHING : names;
    }

    private static String rendered(PixelReport report) {
        List<Double> view = report.view();
        return view.isEmpty()
                ? NOTHING
                : fixed("%.4f %.4f %.4f", view.get(0), view.get(1), view.get(2)) + " = "
                        + components(c -> String.valueOf(Math.round(CODES * view.get(c)))) + " of 255";
    }

    private static String status(PixelReport report, int x, int y) {
        return "x=" + x + ",y=" + y + " " + join(report.stored()) + "; " + PixelReadout.number(report.nits())
                + " cd/m²; "
                + stops(report.stops()) + " stops"
                + report.temperature()
                        .map(near -> fixed("; %.0f K", near.kelvin()))
                        .orElse("");
    }

    private static String stops(double stops) {
        return Double.isNaN(stops) ? NOTHING : fixed("%+.2f", stops);
    }

    private static String join(List<? extends Number> values) {
        return components(c -> PixelReadout.number(values.get(c).doubleValue()));
    }

    private static String components(IntFunction<String> text) {
        return IntStream.range(0, 3).mapToObj(text).collect(Collectors.joining(" "));
    }

    private static String fixed(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
