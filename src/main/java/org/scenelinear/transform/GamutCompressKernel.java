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

import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.GamutCompress.Range;

/**
 * Gamut compression in short loops of plain arithmetic, which Java 17 turns into vector code. What is to change is
 * chosen by a mask of exactly 0 or 1, so that the rest keeps its bits. Where a pixel has no distance (its largest
 * component is 0 or not finite) or an enormous one, the arithmetic ends in NaN; these rare pixels are then evaluated
 * one by one in double.
 */
final class GamutCompressKernel implements Kernel {
    /** Turns any excess over a threshold into 1 or more: one bit of a distance is more than 1e-9. */
    private static final float SHARP = 1e18f;

    /** A little below 1: so much is more than all rounding. */
    private static final float MARGIN = 1 - 1e-6f;

    private final GamutCompress parameters;
    private final GamutCompressBend bend;
    private final Bounds cyan;
    private final Bounds magenta;
    private final Bounds yellow;

    private record Bounds(float threshold, float scale, float inverse) {
        static Bounds of(Range range, double power) {
            double scale = range.scale(power);
            return new Bounds((float) range.threshold(), (float) scale, (float) (1 / scale));
        }
    }

    GamutCompressKernel(GamutCompress parameters) {
        this.parameters = parameters;
        this.bend = parameters.direction() == GamutCompress.Direction.COMPRESS
                ? GamutCompressBend.inward(parameters.power())
                : GamutCompressBend.outward(parameters.power());
        this.cyan = Bounds.of(parameters.cyan(), parameters.power());
        this.magenta = Bounds.of(parameters.magenta(), parameters.power());
        this.yellow = Bounds.of(parameters.yellow(), parameters.power());
    }

    @Override
    public void apply(Tile tile) {
        if (!changesNothing(tile)) {
            compress(tile);
        }
    }

    /**
     * Whether all colors lie well within the thresholds, as most of most images do. Without divisions, so with a margin
     * for rounding; a NaN is not within.
     */
    private boolean changesNothing(Tile tile) {
        int length = tile.length;
        float[] largest = tile.scratch(0);
        float[] excess = tile.scratch(1);
        largest(tile.r, tile.g, tile.b, largest, length);
        anyExcess(
                tile,
                largest,
                MARGIN * cyan.threshold,
                MARGIN * magenta.threshold,
                MARGIN * yellow.threshold,
                excess,
                length);
        return TileSum.of(tile, excess) == 0;
    }

    private static void largest(float[] r, float[] g, float[] b, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float ofTwo = 0.5f * (r[i] + g[i] + Math.abs(r[i] - g[i]));
            result[i] = 0.5f * (ofTwo + b[i] + Math.abs(ofTwo - b[i]));
        }
    }

    /** A number above 0 where a distance exceeds its threshold. */
    private static void anyExcess(
            Tile tile, float[] largest, float cyan, float magenta, float yellow, float[] result, int length) {
        float[] r = tile.r;
        float[] g = tile.g;
        float[] b = tile.b;
        for (int i = 0; i < length; i++) {
            float magnitude = Math.abs(largest[i]);
            float x = largest[i] - r[i] - cyan * magnitude;
            float y = largest[i] - g[i] - magenta * magnitude;
            float z = largest[i] - b[i] - yellow * magnitude;
            result[i] = x + Math.abs(x) + (y + Math.abs(y)) + (z + Math.abs(z));
        }
    }

    private void compress(Tile tile) {
        int length = tile.length;
        float[] r = tile.scratch(0);
        float[] g = tile.scratch(1);
        float[] b = tile.scratch(2);
        float[] largest = tile.scratch(3);
        float[] inverse = tile.scratch(4);
        larger(tile.r, tile.g, inverse, length);
        larger(inverse, tile.b, largest, length);
        invert(largest, inverse, length);
        component(tile, tile.r, r, cyan);
        component(tile, tile.g, g, magenta);
        component(tile, tile.b, b, yellow);
        repair(tile, r, g, b, inverse);
        System.arraycopy(r, 0, tile.r, 0, length);
        System.arraycopy(g, 0, tile.g, 0, length);
        System.arraycopy(b, 0, tile.b, 0, length);
    }

    private void component(Tile tile, float[] plane, float[] result, Bounds bounds) {
        int length = tile.length;
        float[] largest = tile.scratch(3);
        float[] mask = tile.scratch(5);
        float[] work = tile.scratch(6);
        SpanScratch span = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
        excess(plane, largest, tile.scratch(4), bounds.threshold, bounds.inverse, result, length);
        if (TileSum.of(tile, result) == 0) {
            System.arraycopy(plane, 0, result, 0, length); // most of most images: colors far from the border
            return;
        }
        mask(result, mask, length);
        bend.apply(result, mask, work, span, length);
        join(plane, largest, mask, bounds.threshold, bounds.scale, result, length);
    }

    /** The larger of two; of two that differ by less than a float can say, either. */
    private static void larger(float[] first, float[] second, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float difference = second[i] - first[i];
            float isSecond = 0.5f + 0.5f * (difference / (Math.abs(difference) + Float.MIN_NORMAL));
            result[i] = isSecond * second[i] + (1 - isSecond) * first[i];
        }
    }

    /** One over the magnitude: a huge number for 0, so that nothing but black itself is near to black. */
    private static void invert(float[] largest, float[] inverse, int length) {
        for (int i = 0; i < length; i++) {
            inverse[i] = 1 / (Math.abs(largest[i]) + Float.MIN_NORMAL);
        }
    }

    /** By how many scales the distance exceeds the threshold, 0 if it does not. */
    private static void excess(
            float[] plane, float[] largest, float[] inverse, float threshold, float scale, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float x = ((largest[i] - plane[i]) * inverse[i] - threshold) * scale;
            result[i] = 0.5f * (x + Math.abs(x));
        }
    }

    /** 1 for numbers above 0, 0 for 0. */
    private static void mask(float[] excess, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            float room = 1 - excess[i] * SHARP;
            mask[i] = 1 - 0.5f * (room + Math.abs(room));
        }
    }

    private static void join(
            float[] plane, float[] largest, float[] mask, float threshold, float scale, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float below = (threshold + scale * result[i]) * Math.abs(largest[i]) - largest[i];
            result[i] = (1 - mask[i]) * plane[i] - mask[i] * below; // in this form even the sign of a 0 stays
        }
    }

    /** Evaluates what came out as NaN. */
    private void repair(Tile tile, float[] r, float[] g, float[] b, float[] sums) {
        int length = tile.length;
        sum(r, g, b, sums, length);
        if (!Float.isNaN(TileSum.of(tile, sums))) {
            return;
        }
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(sums[i])) {
                double[] exact = parameters.evaluate(tile.r[i], tile.g[i], tile.b[i]);
                r[i] = (float) exact[0];
                g[i] = (float) exact[1];
                b[i] = (float) exact[2];
            }
        }
    }

    private static void sum(float[] r, float[] g, float[] b, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] = r[i] + g[i] + b[i];
        }
    }
}
