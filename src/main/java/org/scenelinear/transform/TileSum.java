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
 * A sum that tells whether a span holds anything unusual. A NaN among the values makes it NaN, infinities of both signs
 * or an overflow may too; of numbers that are not negative it is 0 only if all are. As a number it is good for nothing
 * else: the order of the additions is not that of the values.
 *
 * <p>Java 17 makes no vector code of a loop with one sum, so a quarter of the span is added to the others until little
 * is left.
 */
final class TileSum {
    private static final int QUARTER = Tile.CAPACITY / 4;

    private final float[] first = new float[QUARTER];
    private final float[] second = new float[QUARTER / 4];
    private final float[] third = new float[QUARTER / 16];

    private TileSum() {}

    /**
     * The sum of the first values of a span.
     *
     * @param tile lends room
     * @param values at least {@code tile.length}
     */
    static float of(Tile tile, float[] values) {
        return tile.scratch(TileSum.class, TileSum::new).of(values, tile.length);
    }

    private float of(float[] values, int length) {
        int quarter = length / 4;
        int sixteenth = quarter / 4;
        int last = sixteenth / 4;
        quarters(values, first, quarter);
        quarters(first, second, sixteenth);
        quarters(second, third, last);
        return sum(third, 0, last)
                + (sum(second, 4 * last, sixteenth)
                        + (sum(first, 4 * sixteenth, quarter) + sum(values, 4 * quarter, length)));
    }

    private static void quarters(float[] values, float[] result, int quarter) {
        for (int i = 0; i < quarter; i++) {
            result[i] = values[i] + values[i + quarter] + (values[i + 2 * quarter] + values[i + 3 * quarter]);
        }
    }

    private static float sum(float[] values, int begin, int end) {
        float even = 0;
        float odd = 0;
        int i = begin;
        for (; i < end - 1; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return i < end ? even + odd + values[i] : even + odd;
    }
}
