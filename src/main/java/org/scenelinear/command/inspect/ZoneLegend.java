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

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.inspect.ColorZones;
import org.scenelinear.inspect.LightThreshold;

/** A strip that says which color stands for which light, the brightest on top. */
final class ZoneLegend {
    private static final int LEAST_ROW = 15;
    /** The height of a picture in rows; so the strip is as large beside few zones as beside many. */
    private static final int ROWS_OF_PICTURE = 20;

    private static final double TEXT_OF_ROW = 0.6;
    /** What it is drawn on, and a picture's rest below it. */
    static final Color PAPER = new Color(0x20, 0x20, 0x20);

    private static final Color TEXT = new Color(0xE8, 0xE8, 0xE8);

    private record Row(int argb, String text) {}

    private ZoneLegend() {}

    /**
     * Draws it.
     *
     * @param height of the picture it belongs to, which gives the size of its rows
     * @return as high as its rows
     */
    static BufferedImage draw(ColorZones zones, Optional<LightThreshold> zebra, int height) {
        List<Row> rows = rows(zones, zebra);
        int row = Math.max(LEAST_ROW, height / ROWS_OF_PICTURE);
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, (int) (row * TEXT_OF_ROW));
        int width = 3 * row + longest(rows, font);
        BufferedImage strip = new BufferedImage(width, row * rows.size(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = strip.createGraphics();
        try {
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, width, strip.getHeight());
            graphics.setFont(font);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            FontMetrics metrics = graphics.getFontMetrics();
            int baseline = (row + metrics.getAscent() - metrics.getDescent()) / 2;
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).argb() != ColorZones.NO_COLOR) {
                    graphics.setColor(new Color(rows.get(i).argb()));
                    graphics.fillRect(row / 3, i * row + 1, 2 * row, row - 2);
                }
                graphics.setColor(TEXT);
                graphics.drawString(rows.get(i).text(), 2 * row + 2 * row / 3, i * row + baseline);
            }
        } finally {
            graphics.dispose();
        }
        return strip;
    }

    private static List<Row> rows(ColorZones zones, Optional<LightThreshold> zebra) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(ColorZones.NO_COLOR, "stops"));
        for (int i = zones.zones().size() - 1; i >= 0; i--) {
            int argb = zones.zones().get(i).argb();
            if (argb != ColorZones.NO_COLOR) {
                rows.add(new Row(argb, zones.label(i)));
            }
        }
        zebra.ifPresent(level -> rows.add(new Row(ColorZones.NO_COLOR, "zebra from " + FalseColor.text(level))));
        return rows;
    }

    private static int longest(List<Row> rows, Font font) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            FontMetrics metrics = graphics.getFontMetrics(font);
            return rows.stream()
                    .mapToInt(row -> metrics.stringWidth(row.text()))
                    .max()
                    .orElseThrow();
        } finally {
            graphics.dispose();
        }
    }
}
