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

import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * How many pixels of an image lie where in a plane of colors. Every pixel is counted once: in the square bin where its
 * place in double falls, or apart. Neither the number of workers nor the order of their work changes a count.
 */
public final class PlaneCounts {
    /** What is counted outside the bins. */
    public enum Apart {
        /** A place beyond the grid. */
        OUTSIDE,
        /** No place: black, or colors whose sum is negative. */
        NO_COLOR,
        /** A component is infinite. */
        INFINITE,
        /** A component is not a number. */
        NAN
    }

    /**
     * The bins: squares, from the bottom left.
     *
     * @param left where the first column begins
     * @param bottom where the first row begins
     * @param step the side of a bin
     * @param columns how many to the right
     * @param rows how many upwards
     */
    public record Grid(double left, double bottom, double step, int columns, int rows) {
        /** Where the last column ends. */
        public double right() {
            return left + columns * step;
        }

        /** Where the last row ends. */
        public double top() {
            return bottom + rows * step;
        }
    }

    private final Grid grid;
    private final long[] counts;

    private PlaneCounts(Grid grid, long[] counts) {
        this.grid = grid;
        this.counts = counts;
    }

    /**
     * Counts the pixels of an area.
     *
     * @param rgb planes of red, green and blue as the plane of colors takes them; not changed
     * @param width columns of the planes
     * @param area which pixels count; lies within the planes
     * @param plane where they lie
     * @param run how to work
     */
    public static PlaneCounts of(float[][] rgb, int width, Area area, ColorPlane plane, Run run) {
        Grid grid = plane.grid();
        PlaneCounts sum = new PlaneCounts(grid, new long[grid.columns * grid.rows + Apart.values().length]);
        run.forEach(
                "counting colors",
                area.height(),
                () -> sum.new Worker(rgb, width, area, plane.projection()),
                Worker::countLine);
        return sum;
    }

    /**
     * The sum of two.
     *
     * @param other with the same grid
     */
    public PlaneCounts plus(PlaneCounts other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("counts on " + grid + " and on " + other.grid);
        }
        long[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new PlaneCounts(grid, sum);
    }

    private synchronized void add(int[] more) {
        for (int i = 0; i < more.length; i++) {
            counts[i] += more[i];
        }
    }

    /** Where the bins are. */
    public Grid grid() {
        return grid;
    }

    /**
     * The pixels of a bin.
     *
     * @param column from 0 at the left
     * @param row from 0 at the bottom
     */
    public long count(int column, int row) {
        if (column < 0 || column >= grid.columns) {
            throw new IndexOutOfBoundsException("column " + column + " of " + grid.columns);
        }
        return counts[row * grid.columns + column];
    }

    /** The pixels that are counted apart. */
    public long count(Apart kind) {
        return counts[slot(grid, kind)];
    }

    private static int slot(Grid grid, Apart kind) {
        return grid.columns * grid.rows + kind.ordinal();
    }

    /** One worker's counts, added to the sum at the end. */
    private final class Worker implements AutoCloseable {
        private final float[][] rgb;
        private final int width;
        private final Area area;
        private final Projection projection;
        private final ScopeTile pixels = new ScopeTile();
        private final double[] x = new double[Tile.CAPACITY];
        private final double[] y = new double[Tile.CAPACITY];
        private final int[] own = new int[counts.length];

        Worker(float[][] rgb, int width, Area area, Projection projection) {
            this.rgb = rgb;
            this.width = width;
            this.area = area;
            this.projection = projection;
        }

        void countLine(int line) {
            for (int first = 0; first < area.width(); first += Tile.CAPACITY) {
                int length = Math.min(Tile.CAPACITY, area.width() - first);
                if (!area.hasPixels(line, first, length)) {
                    continue;
                }
                pixels.tile.length = 0;
                pixels.add(rgb, (area.y() + line) * width + area.x() + first, length);
                projection.project(pixels.tile, x, y);
                count(line * area.width() + first, pixels.tile.length);
            }
        }

        private void count(int masked, int length) {
            boolean[] inside = area.inside();
            for (int i = 0; i < length; i++) {
                if (inside == null || inside[masked + i]) {
                    own[slot(x[i], y[i])]++;
                }
            }
        }

        private int slot(double right, double up) {
            double column = (right - grid.left) / grid.step;
            double row = (up - grid.bottom) / grid.step;
            if (column >= 0 && row >= 0 && column < grid.columns && row < grid.rows) {
                return (int) row * grid.columns + (int) column;
            }
            return PlaneCounts.slot(grid, kind(right));
        }

        private static Apart kind(double right) {
            if (Double.isNaN(right)) {
                return Apart.NAN;
            }
            if (right == Projection.INFINITE) {
                return Apart.INFINITE;
            }
            return right == Projection.NO_COLOR ? Apart.NO_COLOR : Apart.OUTSIDE;
        }

        @Override
        public void close() {
            add(own);
        }
    }
}
