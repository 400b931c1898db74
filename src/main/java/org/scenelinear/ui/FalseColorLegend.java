/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;
import org.scenelinear.inspect.FalseColor;
import org.scenelinear.inspect.FalseColor.Zone;

/** A strip that says which color is which exposure, the highest zone at the top. */
public final class FalseColorLegend {
    private static final int LEAST_TEXT = 9;
    private static final int MOST_TEXT = 18;

    private FalseColorLegend() {}

    /**
     * Paints it.
     *
     * @param colors whose zones with a color are shown
     * @param height of the picture it stands beside
     */
    public static BufferedImage paint(FalseColor colors, int height) {
        List<Zone> zones = colors.zones().stream().filter(Zone::isColored).toList();
        int rows = zones.size() + 1;
        int text = Math.max(LEAST_TEXT, Math.min(MOST_TEXT, height / rows * 2 / 3));
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, text);
        FontRenderContext context = new FontRenderContext(null, true, true);
        double longest = zones.stream()
                .mapToDouble(zone -> font.getStringBounds(label(zone), context).getWidth())
                .max()
                .orElse(0);
        int width = 3 * text + (int) Math.ceil(Math.max(longest, 2 * text)) + text / 2;
        BufferedImage strip = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = strip.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setFont(font);
        g.setColor(Color.BLACK);
        g.drawString("stops", text / 2, text + text / 4);
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(zones.size() - 1 - i);
            int top = (i + 1) * height / rows;
            int bottom = (i + 2) * height / rows;
            g.setColor(new Color(zone.rgb()));
            g.fillRect(text / 2, top, 2 * text, bottom - top);
            g.setColor(Color.BLACK);
            g.drawRect(text / 2, top, 2 * text, bottom - top - 1);
            g.drawString(label(zone), 3 * text, (top + bottom + text) / 2 - text / 8);
        }
        g.dispose();
        return strip;
    }

    private static String label(Zone zone) {
        if (!zone.label().isEmpty()) {
            return zone.label();
        }
        return zone.from() == Double.NEGATIVE_INFINITY ? "below" : "from " + zone.from();
    }
}
