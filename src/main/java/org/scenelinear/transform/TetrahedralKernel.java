/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import org.scenelinear.run.Tile;

/**
 * {@link Lut3D} in tetrahedra. Everything up to the places in the table and the weights is short loops of arithmetic
 * alone, which become vector code; only the last loop goes pixel by pixel, without a branch. Fractions are whole
 * multiples of 2^-23, so that sums and differences of a few are exact, and the greater of two needs no
 * {@code Math.max}, which takes more time.
 *
 * <p>A color lies in the tetrahedron of its cell whose corners are met on the way from the cell's first corner to its
 * last, along the component with the largest fraction first and the one with the smallest last.
 */
final class TetrahedralKernel implements Kernel {
    /** The largest size whose entries all have a place that a float holds beside {@link #MAGIC}. */
    static final int LARGEST_SIZE = 160;

    /** 1.5 * 2^23: added to a whole number below 2^22, its low bits are that number. */
    private static final float MAGIC = 12582912f;

    private static final int WHOLE_BITS = 0x3FFFFF;

    /** The smallest difference of two fractions. */
    private static final float STEP = 0x1p-23f;

    private final int size;
    /** r, g, b and nothing, so that an entry never lies across lines of the cache. */
    private final float[] entries;

    TetrahedralKernel(Lut3D lut) {
        size = lut.size();
        float[] packed = lut.entries();
        entries = new float[packed.length / 3 * 4];
        for (int i = 0; i < packed.length / 3; i++) {
            System.arraycopy(packed, 3 * i, entries, 4 * i, 3);
        }
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        float[] cellR = tile.scratch(0);
        float[] cellG = tile.scratch(1);
        float[] cellB = tile.scratch(2);
        cell(tile.r, cellR, size, length);
        cell(tile.g, cellG, size, length);
        cell(tile.b, cellB, size, length);
        float[] first = tile.scratch(3);
        place(cellR, cellG, cellB, first, size, length);
        float[] second = tile.scratch(4);
        float[] third = tile.scratch(5);
        float[] redOverGreen = cellR; // the cells are needed no more
        float[] redOverBlue = cellG;
        float[] greenOverBlue = cellB;
        greater(tile.r, tile.g, redOverGreen, length);
        greater(tile.r, tile.b, redOverBlue, length);
        greater(tile.g, tile.b, greenOverBlue, length);
        afterLargest(first, redOverGreen, redOverBlue, greenOverBlue, second, size, length);
        beforeSmallest(first, redOverGreen, redOverBlue, greenOverBlue, third, size, length);
        if (Float.isNaN(TileSum.of(tile, first))) {
            withoutPlace(first, second, third, length);
        }
        float[] largest = cellR;
        float[] smallest = cellG;
        largest(tile.r, tile.g, tile.b, largest, length);
        smallest(tile.r, tile.g, tile.b, smallest, length);
        interpolate(tile, first, second, third, largest, smallest);
    }

    /**
     * Replaces values by their fractions in the cells they are in, and finds the cells. Rounded to steps of 2^-23 by
     * adding 1.
     */
    private static void cell(float[] values, float[] cells, int size, int length) {
        float scale = size - 1;
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(Math.min(values[i], 1f), 0f) * scale + 1f;
        }
        for (int i = 0; i < length; i++) {
            float whole = (values[i] - 0.4999999f) + MAGIC - MAGIC;
            cells[i] = 0.5f * (whole + scale - Math.abs(whole - scale)); // the last cell has its upper end too
        }
        for (int i = 0; i < length; i++) {
            values[i] = values[i] - cells[i];
        }
    }

    /** The place of the first corner of the cell, plus the magic number. The cells count from 1. */
    private static void place(float[] r, float[] g, float[] b, float[] places, int size, int length) {
        float n = size;
        float offset = -(n * n + n + 1);
        for (int i = 0; i < length; i++) {
            places[i] = (r[i] * n + g[i]) * n + b[i] + offset + MAGIC;
        }
    }

    /** 1 where x is greater than y, otherwise 0. */
    private static void greater(float[] x, float[] y, float[] masks, int length) {
        for (int i = 0; i < length; i++) {
            float difference = x[i] - y[i];
            masks[i] = (Math.abs(difference) - Math.abs(difference - STEP)) * (0.5f / STEP) + 0.5f;
        }
    }

    private static void afterLargest(
            float[] first, float[] rg, float[] rb, float[] gb, float[] places, int size, int length) {
        float n = size;
        float redStep = n * n;
        for (int i = 0; i < length; i++) {
            float step = 1f + gb[i] * (n - 1f);
            places[i] = first[i] + (step + rg[i] * rb[i] * (redStep - step));
        }
    }

    private static void beforeSmallest(
            float[] first, float[] rg, float[] rb, float[] gb, float[] places, int size, int length) {
        float n = size;
        float redAndGreen = n * n + n;
        for (int i = 0; i < length; i++) {
            // The last corner less a step of red if it is the smallest, otherwise of blue or green.
            float withRed = redAndGreen + (1f - gb[i]) * (1f - n);
            float notRed = n + 1f;
            float red = rg[i] + rb[i] - rg[i] * rb[i];
            places[i] = first[i] + (notRed + red * (withRed - notRed));
        }
    }

    /** A NaN in a component has made the place NaN, and will make all weights NaN; any entry will do. */
    private static void withoutPlace(float[] first, float[] second, float[] third, int length) {
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(first[i])) {
                first[i] = MAGIC;
                second[i] = MAGIC;
                third[i] = MAGIC;
            }
        }
    }

    /** Of two at a time: a loop for all three does not become vector code. */
    private static void largest(float[] r, float[] g, float[] b, float[] result, int length) {
        greaterOf(g, b, result, length);
        greaterOf(r, result, length);
    }

    private static void smallest(float[] r, float[] g, float[] b, float[] result, int length) {
        lesserOf(g, b, result, length);
        lesserOf(r, result, length);
    }

    private static void greaterOf(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.5f * (x[i] + y[i] + Math.abs(x[i] - y[i]));
        }
    }

    private static void greaterOf(float[] x, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.5f * (x[i] + result[i] + Math.abs(x[i] - result[i]));
        }
    }

    private static void lesserOf(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.5f * (x[i] + y[i] - Math.abs(x[i] - y[i]));
        }
    }

    private static void lesserOf(float[] x, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.5f * (x[i] + result[i] - Math.abs(x[i] - result[i]));
        }
    }

    private void interpolate(
            Tile tile, float[] first, float[] second, float[] third, float[] largest, float[] smallest) {
        float[] r = tile.r;
        float[] g = tile.g;
        float[] b = tile.b;
        float[] table = entries;
        int diagonal = size * size + size + 1 << 2;
        int length = tile.length;
        for (int i = 0; i < length; i++) {
            int e0 = (Float.floatToRawIntBits(first[i]) & WHOLE_BITS) << 2;
            int e1 = (Float.floatToRawIntBits(second[i]) & WHOLE_BITS) << 2;
            int e2 = (Float.floatToRawIntBits(third[i]) & WHOLE_BITS) << 2;
            int e3 = e0 + diagonal;
            float w0 = 1f - largest[i];
            float middle = r[i] + g[i] + b[i] - largest[i] - smallest[i];
            float w1 = largest[i] - middle;
            float w2 = middle - smallest[i];
            float w3 = smallest[i];
            r[i] = w0 * table[e0] + w1 * table[e1] + w2 * table[e2] + w3 * table[e3];
            g[i] = w0 * table[e0 + 1] + w1 * table[e1 + 1] + w2 * table[e2 + 1] + w3 * table[e3 + 1];
            b[i] = w0 * table[e0 + 2] + w1 * table[e1 + 2] + w2 * table[e2 + 2] + w3 * table[e3 + 2];
        }
    }
}
