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
import java.util.Locale;
import org.scenelinear.inspect.PixelInspection;
import org.scenelinear.inspect.PixelReport;

/** Reports of pixels as rows of a table. Columns of what cannot be said hold NaN. */
final class PixelTable {
    private static final String[] RGB = {"R", "G", "B"};
    private static final int DIGITS = 6;

    private final ResultsTable table = new ResultsTable();

    PixelTable() {
        table.setPrecision(DIGITS);
    }

    /** Adds the row of a pixel; the number of the sample counts from 1, column and line from 0, the others from 1. */
    void add(int sample, int x, int y, int slice, int time, PixelReport report) {
        table.addRow();
        table.addValue("Sample", sample);
        table.addValue("x", x);
        table.addValue("y", y);
        table.addValue("Slice", slice);
        table.addValue("Frame", time);
        for (int i = 0; i < RGB.length; i++) {
            table.addValue(RGB[i], report.stored().get(i));
        }
        for (int i = 0; i < RGB.length; i++) {
            table.addValue("Linear " + RGB[i], report.linear().get(i));
        }
        table.addValue("Luminance (cd/m²)", report.nits());
        table.addValue("Stops from 18 %", report.stops());
        table.addValue("CIE x", report.chromaticity().map(xy -> xy.x()).orElse(Double.NaN));
        table.addValue("CIE y", report.chromaticity().map(xy -> xy.y()).orElse(Double.NaN));
        table.addValue("u'", report.uniform().map(uv -> uv.u()).orElse(Double.NaN));
        table.addValue("v'", report.uniform().map(uv -> uv.v()).orElse(Double.NaN));
        table.addValue(
                "CCT (K)", report.temperature().map(near -> near.kelvin()).orElse(Double.NaN));
        table.addValue("Duv", report.temperature().map(near -> near.duv()).orElse(Double.NaN));
        table.addValue("I", report.ictcp().intensity());
        table.addValue("Ct", report.ictcp().tritan());
        table.addValue("Cp", report.ictcp().protan());
        table.addValue("L*", report.lab().lightness());
        table.addValue("a*", report.lab().a());
        table.addValue("b*", report.lab().b());
        for (int i = 0; i < RGB.length; i++) {
            table.addValue("Half " + RGB[i], String.format(Locale.ROOT, "0x%04X", report.halfBits(i)));
            table.addValue("Step " + RGB[i], report.halfStep(i));
        }
        for (String gamut : PixelInspection.gamuts()) {
            table.addValue("In " + gamut, report.gamuts().contains(gamut) ? "yes" : "no");
        }
        for (int i = 0; i < RGB.length; i++) {
            table.addValue(
                    "View " + RGB[i],
                    report.view().isEmpty() ? Double.NaN : report.view().get(i));
        }
    }

    ResultsTable results() {
        return table;
    }
}
