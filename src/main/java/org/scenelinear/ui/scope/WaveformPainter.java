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

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import org.scenelinear.inspect.scope.ValueAxis;
import org.scenelinear.inspect.scope.Waveform;

/** Draws a waveform: columns of the image across, its axis up, one trace beside the other or all in one. */
public final class WaveformPainter {
    /** How the traces stand. */
    public enum Layout {
        /** One plot for each trace. */
        PARADE,
        /** One plot, in which red, green and blue add up. */
        OVERLAY
    }

    /** The most columns of a waveform with one plot. */
    public static final int COLUMNS = 1024;
    /** The most columns of a waveform with three plots. */
    public static final int PARADE_COLUMNS = 340;

    /** Columns that are drawn together: counts lie column by column, pixels row by row. */
    private static final int BLOCK = 16;

    private static final int LEFT = 108;
    private static final int TOP = 34;
    private static final int BOTTOM = 58;
    private static final int RIGHT = 20;
    private static final int GAP = 36;

    private final ScopeStyle style;

    /** A painter. */
    public WaveformPainter(ScopeStyle style) {
        this.style = style;
    }

    /**
     * What the picture says beside the counts.
     *
     * @param traces names of the traces, such as R, G, B
     * @param note the line above
     * @param firstColumn of the image, where the waveform begins
     * @param columns of the image that it shows
     */
    public record Legend(List<String> traces, String note, int firstColumn, int columns) {}

    /** The picture of a waveform. */
    public BufferedImage paint(Waveform waveform, Layout layout, Legend legend) {
        int plots = layout == Layout.OVERLAY ? 1 : waveform.traces();
        int zoomY = Math.max(1, style.pixels(1));
        int room = (waveform.traces() > 1 && plots > 1 ? PARADE_COLUMNS : COLUMNS) * zoomY;
        int zoomX = Math.max(1, room / waveform.columns());
        int width = waveform.columns() * zoomX;
        int height = ValueAxis.BINS * zoomY;
        int left = style.pixels(LEFT);
        int top = style.pixels(TOP);
        int gap = style.pixels(GAP);
        ScopeSheet sheet = new ScopeSheet(
                style,
                left + Math.max(plots * width + (plots - 1) * gap, style.pixels(640)) + style.pixels(RIGHT),
                top + height + style.pixels(BOTTOM));
        long largest = largest(waveform);
        for (int plot = 0; plot < plots; plot++) {
            int x = left + plot * (width + gap);
            BufferedImage counts = layout == Layout.OVERLAY
                    ? overlay(waveform, largest, zoomX, zoomY)
                    : single(waveform, plot, largest, zoomX, zoomY);
            sheet.graphics().drawImage(counts, x, top, null);
            sheet.frame(x, top, width, height);
            across(sheet, legend, plots, x, width, top + height);
            sheet.centered(
                    (plots > 1 ? legend.traces().get(plot) + ", " : "") + "column (pixels)",
                    x + width / 2,
                    top + height + style.pixels(46));
        }
        for (ValueAxis.Mark mark : waveform.axis().marks()) {
            sheet.markLeft(mark.text(), left, rowOf(mark, top, height));
        }
        sheet.upwards(waveform.axis().label(), style.pixels(20), top + height / 2);
        sheet.text(legend.note(), left, style.pixels(22));
        int right = left + Math.max(plots * width + (plots - 1) * gap, style.pixels(640));
        if (layout == Layout.OVERLAY) {
            names(sheet, legend.traces(), right, style.pixels(22));
        } else {
            sheet.densityBar(largest, right, style.pixels(22));
        }
        return sheet.finished();
    }

    private static int rowOf(ValueAxis.Mark mark, int top, int height) {
        return top + (int) Math.round((1 - mark.position()) * (height - 1));
    }

    /** Names of the overlaid traces, the last at the right. */
    private void names(ScopeSheet sheet, List<String> traces, int right, int baseline) {
        for (int i = 0; i < traces.size(); i++) {
            sheet.legend(
                    List.of(traces.get(i)),
                    List.of(style.trace(i)),
                    right - style.pixels(48) * (traces.size() - i),
                    baseline - style.pixels(5));
        }
    }

    private void across(ScopeSheet sheet, Legend legend, int plots, int x, int width, int bottom) {
        int parts = plots > 1 ? 2 : 4;
        for (int i = 0; i <= parts; i++) {
            int column = legend.firstColumn() + (int) Math.round((double) (legend.columns() - 1) * i / parts);
            sheet.markBelow(String.valueOf(column), x + (int) Math.round((double) (width - 1) * i / parts), bottom);
        }
    }

    private static long largest(Waveform waveform) {
        long largest = 1;
        for (int trace = 0; trace < waveform.traces(); trace++) {
            for (int column = 0; column < waveform.columns(); column++) {
                for (int bin = 0; bin < ValueAxis.BINS; bin++) {
                    largest = Math.max(largest, waveform.count(trace, column, bin));
                }
            }
        }
        return largest;
    }

    /** The color of a bin. */
    @FunctionalInterface
    private interface BinColor {
        int of(int column, int bin);
    }

    private BufferedImage single(Waveform waveform, int trace, long largest, int zoomX, int zoomY) {
        DensityColors colors = style.density();
        Strengths strengths = new Strengths(largest);
        return picture(waveform, zoomX, zoomY, (column, bin) -> {
            long count = waveform.count(trace, column, bin);
            return count == 0 ? 0 : colors.of(strengths.of(count));
        });
    }

    private BufferedImage overlay(Waveform waveform, long largest, int zoomX, int zoomY) {
        Strengths strengths = new Strengths(largest);
        return picture(waveform, zoomX, zoomY, (column, bin) -> {
            long red = waveform.count(0, column, bin);
            long green = waveform.count(1, column, bin);
            long blue = waveform.count(2, column, bin);
            return red + green + blue == 0
                    ? 0
                    : style.overlay(
                            visible(strengths.of(red)), visible(strengths.of(green)), visible(strengths.of(blue)));
        });
    }

    /** A single pixel is to be seen too. */
    private static double visible(double strength) {
        return strength == 0 ? 0 : 0.3 + 0.7 * strength;
    }

    /** The counts, with the grid where there are none. */
    private BufferedImage picture(Waveform waveform, int zoomX, int zoomY, BinColor color) {
        int width = waveform.columns() * zoomX;
        int height = ValueAxis.BINS * zoomY;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        boolean[] onGrid = new boolean[ValueAxis.BINS];
        for (ValueAxis.Mark mark : waveform.axis().marks()) {
            onGrid[rowOf(mark, 0, height) / zoomY] = true;
        }
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int block = 0; block < waveform.columns(); block += BLOCK) {
            int end = Math.min(block + BLOCK, waveform.columns());
            for (int row = 0; row < ValueAxis.BINS; row++) {
                int empty = (onGrid[row] ? style.grid() : style.ground()).getRGB();
                int start = row * zoomY * width;
                for (int column = block; column < end; column++) {
                    int found = color.of(column, ValueAxis.BINS - 1 - row);
                    Arrays.fill(
                            pixels, start + column * zoomX, start + (column + 1) * zoomX, found == 0 ? empty : found);
                }
            }
        }
        for (int y = 0; y < height; y++) {
            if (y % zoomY > 0) {
                System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
            }
        }
        return picture;
    }
}
