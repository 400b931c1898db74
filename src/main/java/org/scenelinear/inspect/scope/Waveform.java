/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import java.util.Optional;
import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/**
 * How often which value occurs in each column of an image. Every sample is counted once: in the bin of its
 * {@link ValueAxis}, or apart. Workers share columns among them, so neither their number nor their order changes a
 * count.
 */
public final class Waveform {
    /** Columns of the waveform that are counted together: their counts stay in a core's cache. */
    private static final int BAND = 64;

    private final ValueAxis axis;
    private final int pixelsPerColumn;
    private final int columns;
    private final long[][] counts;

    private Waveform(ValueAxis axis, int pixelsPerColumn, int columns, long[][] counts) {
        this.axis = axis;
        this.pixelsPerColumn = pixelsPerColumn;
        this.columns = columns;
        this.counts = counts;
    }

    /**
     * What is counted.
     *
     * @param rgb planes of red, green and blue; not changed
     * @param width columns of the planes
     * @param area which pixels count; lies within the planes and has a pixel
     * @param kernel makes code values of the planes' values, where a pixel that is not finite counts as NaN; empty to
     *     count them as they are
     * @param luma weights of red, green and blue in the sum that is counted instead of them; empty to count each
     */
    public record Source(float[][] rgb, int width, Area area, Optional<Kernel> kernel, Optional<double[]> luma) {}

    /**
     * Counts.
     *
     * @param source what
     * @param axis in which bins
     * @param mostColumns the most columns to have, at least 1; where the area has more, some are counted as one
     * @param run how to work
     */
    public static Waveform of(Source source, ValueAxis axis, int mostColumns, Run run) {
        int width = source.area.width();
        int together = Math.min(Tile.CAPACITY, (width + mostColumns - 1) / mostColumns);
        int columns = (width + together - 1) / together;
        int band = Math.min(BAND, Tile.CAPACITY / together);
        int bands = (columns + band - 1) / band;
        int traces = source.luma.isPresent() ? 1 : 3;
        Waveform found = new Waveform(axis, together, columns, new long[traces][columns * ValueAxis.SLOTS]);
        run.forEach("counting values", bands, () -> found.new Worker(source), (worker, index) -> {
            int first = index * band * together;
            worker.countBand(first, Math.min(band * together, width - first), run);
        });
        return found;
    }

    /**
     * The sum of two.
     *
     * @param other with the same axis, columns and traces
     */
    public Waveform plus(Waveform other) {
        if (other.columns != columns || other.counts.length != counts.length) {
            throw new IllegalArgumentException("waveforms of " + columns + " and " + other.columns + " columns");
        }
        long[][] sum = new long[counts.length][];
        for (int trace = 0; trace < sum.length; trace++) {
            sum[trace] = counts[trace].clone();
            for (int i = 0; i < sum[trace].length; i++) {
                sum[trace][i] += other.counts[trace][i];
            }
        }
        return new Waveform(axis, pixelsPerColumn, columns, sum);
    }

    /** In which bins it counts. */
    public ValueAxis axis() {
        return axis;
    }

    /** How many columns it has. */
    public int columns() {
        return columns;
    }

    /** Columns of the image that one of its columns stands for; the last may stand for fewer. */
    public int pixelsPerColumn() {
        return pixelsPerColumn;
    }

    /** 1 for a weighted sum, else 3: red, green and blue. */
    public int traces() {
        return counts.length;
    }

    /**
     * The samples of a bin.
     *
     * @param bin 0 to {@link ValueAxis#BINS} - 1, from the bottom
     */
    public long count(int trace, int column, int bin) {
        if (bin < 0 || bin >= ValueAxis.BINS) {
            throw new IndexOutOfBoundsException("bin " + bin + " of " + ValueAxis.BINS);
        }
        return counts[trace][column * ValueAxis.SLOTS + 1 + bin];
    }

    /** The samples of a column that are counted apart. */
    public long count(int trace, int column, ValueAxis.Apart kind) {
        return counts[trace][column * ValueAxis.SLOTS + ValueAxis.slot(kind)];
    }

    /** The samples of all columns that are counted apart. */
    public long count(int trace, ValueAxis.Apart kind) {
        long sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += count(trace, column, kind);
        }
        return sum;
    }

    /** One worker's tile. */
    private final class Worker {
        private final Source source;
        private final ScopeTile pixels = new ScopeTile();
        private final int[] slots = new int[Tile.CAPACITY];
        private final int[] lines = new int[Tile.CAPACITY];
        private int gathered;

        Worker(Source source) {
            this.source = source;
        }

        /** Counts some columns of the area, as many of their lines at once as a tile holds. */
        void countBand(int first, int length, Run run) {
            for (int x = 0; x < length; x++) {
                slots[x] = (first + x) / pixelsPerColumn * ValueAxis.SLOTS;
            }
            begin();
            for (int line = 0; line < source.area.height(); line++) {
                if (!source.area.hasPixels(line, first, length)) {
                    continue;
                }
                lines[gathered++] = line;
                int start = (source.area.y() + line) * source.width + source.area.x() + first;
                pixels.add(source.rgb, start, length);
                if (pixels.tile.length + length > Tile.CAPACITY) {
                    run.checkCanceled();
                    countLines(first, length);
                    begin();
                }
            }
            if (gathered > 0) {
                countLines(first, length);
            }
        }

        private void begin() {
            gathered = 0;
            pixels.tile.length = 0;
        }

        private void countLines(int first, int length) {
            source.kernel.ifPresent(pixels::render);
            Tile tile = pixels.tile;
            if (source.luma.isPresent()) {
                weigh(source.luma.get(), tile.r, tile.g, tile.b, tile.length);
                count(tile.r, counts[0], first, length);
            } else {
                count(tile.r, counts[0], first, length);
                count(tile.g, counts[1], first, length);
                count(tile.b, counts[2], first, length);
            }
        }

        private void count(float[] values, long[] target, int first, int length) {
            boolean[] inside = source.area.inside();
            int next = 0;
            for (int i = 0; i < gathered; i++) {
                int masked = lines[i] * source.area.width() + first;
                for (int x = 0; x < length; x++) {
                    if (inside == null || inside[masked + x]) {
                        target[slots[x] + axis.slot(values[next])]++;
                    }
                    next++;
                }
            }
        }

        /** The weighted sum in double, rounded to float, in place of red. */
        private static void weigh(double[] weights, float[] r, float[] g, float[] b, int length) {
            double red = weights[0];
            double green = weights[1];
            double blue = weights[2];
            for (int i = 0; i < length; i++) {
                r[i] = (float) (red * r[i] + green * g[i] + blue * b[i]);
            }
        }
    }
}
