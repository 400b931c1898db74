/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** A picture with room for one or more plots, their axes, a line above and the colors of counts. */
final class ScopeSheet {
    private static final int MARK = 5;
    private static final int LETTERS = 13;

    private final ScopeStyle style;
    private final BufferedImage picture;
    private final Graphics2D graphics;

    /**
     * An empty sheet.
     *
     * @param width in pixels of the picture
     * @param height in pixels of the picture
     */
    ScopeSheet(ScopeStyle style, int width, int height) {
        this.style = style;
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, style.pixels(LETTERS)));
        graphics.setColor(style.ground());
        graphics.fillRect(0, 0, width, height);
        graphics.setStroke(new BasicStroke(style.pixels(1)));
    }

    /** To draw in pixels of the picture. */
    Graphics2D graphics() {
        return graphics;
    }

    /** What was drawn; nothing more can be. */
    BufferedImage finished() {
        graphics.dispose();
        return picture;
    }

    /** A frame around a plot. */
    void frame(int x, int y, int width, int height) {
        graphics.setColor(style.text());
        graphics.drawRect(x - 1, y - 1, width + 1, height + 1);
    }

    /** Text that begins at a place. */
    void text(String text, int x, int baseline) {
        graphics.setColor(style.text());
        graphics.drawString(text, x, baseline);
    }

    /** Text that can be read on any counts. */
    void textOnCounts(String text, int x, int baseline) {
        graphics.setColor(style.ground());
        int around = style.pixels(1);
        for (int dx = -around; dx <= around; dx += around) {
            for (int dy = -around; dy <= around; dy += around) {
                graphics.drawString(text, x + dx, baseline + dy);
            }
        }
        text(text, x, baseline);
    }

    /** Text around a place. */
    void centered(String text, int x, int baseline) {
        text(text, x - graphics.getFontMetrics().stringWidth(text) / 2, baseline);
    }

    /** Text upwards at the left edge. */
    void upwards(String text, int x, int middle) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, middle);
        centered(text, x, middle);
        graphics.setTransform(before);
    }

    /** A mark at the left of a plot. */
    void markLeft(String text, int x, int y) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(style.text());
        graphics.drawLine(x - style.pixels(MARK), y, x - 1, y);
        text(text, x - style.pixels(MARK + 3) - metrics.stringWidth(text), y + metrics.getAscent() / 2 - 1);
    }

    /** A mark below a plot. */
    void markBelow(String text, int x, int y) {
        graphics.setColor(style.text());
        graphics.drawLine(x, y, x, y + style.pixels(MARK));
        centered(text, x, y + style.pixels(MARK + 2) + graphics.getFontMetrics().getAscent());
    }

    /** What the colors mean, with its right end at a place: 1 to the largest count, by their logarithms. */
    void densityBar(long largest, int right, int y) {
        DensityColors colors = style.density();
        String most = String.format("%,d pixels", Math.max(1, largest));
        int width = style.pixels(120);
        int height = style.pixels(10);
        int left = right - graphics.getFontMetrics().stringWidth(most) - style.pixels(6) - width;
        for (int x = 0; x < width; x++) {
            graphics.setColor(new Color(colors.of(Math.max(1e-9, (double) x / (width - 1)))));
            graphics.fillRect(left + x, y - height, 1, height);
        }
        text(most, left + width + style.pixels(6), y);
        String least = "1";
        text(least, left - style.pixels(6) - graphics.getFontMetrics().stringWidth(least), y);
    }

    /** Names of lines, each in its color, one below the other. */
    void legend(List<String> names, List<Color> colors, int x, int y) {
        int line = graphics.getFontMetrics().getHeight();
        for (int i = 0; i < names.size(); i++) {
            int middle = y + i * line;
            graphics.setColor(colors.get(i));
            graphics.fillRect(x, middle - style.pixels(2), style.pixels(18), style.pixels(3));
            text(
                    names.get(i),
                    x + style.pixels(24),
                    middle + graphics.getFontMetrics().getAscent() / 2 - 1);
        }
    }
}
