/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.io.IOException;
import java.io.Writer;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;

/** Writes the formats that hold tables alone. */
final class TableText {
    private TableText() {}

    /** A line of a three-dimensional table. */
    static String entry(Lut3D lut, int r, int g, int b) {
        return Numbers.text(lut.entry(r, g, b, 0)) + " " + Numbers.text(lut.entry(r, g, b, 1)) + " "
                + Numbers.text(lut.entry(r, g, b, 2)) + "\n";
    }

    private static String entry(Lut1D lut, int index) {
        return Numbers.text(lut.entry(0, index)) + " " + Numbers.text(lut.entry(1, index)) + " "
                + Numbers.text(lut.entry(2, index)) + "\n";
    }

    /** A {@code .cube} file: one table in the form of Iridas, two in that of Resolve. */
    static void cube(LookFile look, Writer out) throws IOException {
        TableChain tables = TableChain.of(look.chain());
        boolean both = tables.table() != null && tables.cube() != null;
        if (both && !(tables.tableDomain().isSame() && tables.cubeDomain().isSame())) {
            throw new IllegalArgumentException("a .cube file of two tables has one range for all components");
        }
        if (both && !look.name().isBlank()) {
            comment(look.name(), out); // OpenColorIO refuses a title in a file of two tables
        }
        for (String description : look.descriptions()) {
            comment(description, out);
        }
        if (!both && !look.name().isEmpty()) {
            out.write("TITLE \"" + look.name().replaceAll("[\"\\r\\n]", " ") + "\"\n");
        }
        if (tables.table() != null) {
            out.write("LUT_1D_SIZE " + tables.table().length() + "\n");
            out.write(tables.tableDomain().text(both ? "LUT_1D_INPUT_RANGE" : null));
        }
        if (tables.cube() != null) {
            out.write("LUT_3D_SIZE " + tables.cube().size() + "\n");
            out.write(tables.cubeDomain().text(both ? "LUT_3D_INPUT_RANGE" : null));
        }
        if (tables.table() != null) {
            for (int i = 0; i < tables.table().length(); i++) {
                out.write(entry(tables.table(), i));
            }
        }
        if (tables.cube() != null) {
            int n = tables.cube().size();
            for (int b = 0; b < n; b++) {
                for (int g = 0; g < n; g++) {
                    for (int r = 0; r < n; r++) {
                        out.write(entry(tables.cube(), r, g, b));
                    }
                }
            }
        }
    }

    private static void comment(String text, Writer out) throws IOException {
        out.write("# " + text.replaceAll("\\R", "\n# ") + "\n");
    }

    /** A {@code .spi1d} file. */
    static void spi1d(LookFile look, Writer out) throws IOException {
        TableChain tables = TableChain.of(look.chain());
        Lut1D lut = tables.table();
        if (lut == null || tables.cube() != null) {
            throw new IllegalArgumentException("a .spi1d file holds a 1D LUT and nothing else");
        }
        if (!tables.tableDomain().isSame()) {
            throw new IllegalArgumentException("a .spi1d file has one range for all components");
        }
        ChannelValues from = tables.tableDomain().from();
        ChannelValues to = tables.tableDomain().to();
        out.write("Version 1\nFrom " + Numbers.text(from.r()) + " " + Numbers.text(to.r()) + "\nLength " + lut.length()
                + "\nComponents " + (lut.isCommon() ? 1 : 3) + "\n{\n");
        for (int i = 0; i < lut.length(); i++) {
            out.write(lut.isCommon() ? Numbers.text(lut.entry(0, i)) + "\n" : entry(lut, i));
        }
        out.write("}\n");
    }

    /** A {@code .spi3d} file. */
    static void spi3d(LookFile look, Writer out) throws IOException {
        TableChain tables = TableChain.of(look.chain());
        Lut3D lut = tables.cube();
        if (lut == null || tables.table() != null || !tables.cubeDomain().equals(TableChain.Domain.UNIT)) {
            throw new IllegalArgumentException("a .spi3d file holds a 3D LUT from 0 to 1 and nothing else");
        }
        int n = lut.size();
        out.write("SPILUT 1.0\n3 3\n" + n + " " + n + " " + n + "\n");
        for (int r = 0; r < n; r++) {
            for (int g = 0; g < n; g++) {
                for (int b = 0; b < n; b++) {
                    out.write(r + " " + g + " " + b + " " + entry(lut, r, g, b));
                }
            }
        }
    }
}
