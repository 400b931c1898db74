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

import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.math.PixelCounts;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * A conversion between color spaces in three parts, which counts on the way what it meets: light in the target's
 * primaries before and after what is done about colors outside them.
 *
 * @param toLight from stored values to linear values in the target's primaries
 * @param onLight what is done about colors outside, or anything else that is done to light
 * @param toStored from there to stored values of the target
 * @param back from the result to stored values of the source, as far as there is a way back
 */
public record CountedConversion(
        ColorTransform toLight, ColorTransform onLight, ColorTransform toStored, ColorTransform back) {
    /** About how many tiles of a large image take the way back. */
    private static final int SAMPLED_TILES = 64;

    /** Relative errors are not taken of less than this. */
    public static final float LEAST_SIZE = 1e-3f;

    /**
     * The conversion of {@link ColorSpaceConversion}.
     *
     * @param from the space the pixels are in
     * @param to the space they shall be in
     * @param adaptation how to carry over the white, if the two have different ones
     * @param onLight what to do with linear values in the target's primaries. The way back undoes it if it has an
     *     inverse, and otherwise leaves it out
     */
    public static CountedConversion between(
            ColorSpace from, ColorSpace to, Adaptation adaptation, ColorTransform onLight) {
        ColorTransform back = ColorSpaceConversion.between(from, to, adaptation, onLight)
                .inverse()
                .orElseGet(() -> ColorSpaceConversion.between(to, from, adaptation));
        if (ColorSpaceConversion.between(from, to, adaptation, onLight).isIdentity()) {
            TransformChain nothing = TransformChain.of();
            return new CountedConversion(nothing, nothing, nothing, nothing);
        }
        return new CountedConversion(
                TransformChain.of(
                        ColorSpaceConversion.decoding(from), new MatrixTransform(from.matrixTo(to, adaptation))),
                onLight,
                ColorSpaceConversion.decoding(to).inverse().orElseThrow(),
                back);
    }

    /**
     * What was met. A negative component is one below 0, in a pixel without NaN and infinities.
     *
     * @param outside pixels with a negative component in linear values of the target
     * @param left pixels that still have one after what is done about them
     * @param invalid pixels with a NaN or an infinity in linear values of the target
     * @param largestBefore the largest finite component of the source, minus infinity if there is none
     * @param largestAfter the largest finite component of the result
     */
    public record Counts(long outside, long left, long invalid, float largestBefore, float largestAfter) {}

    /** The counters of one tile or of all. */
    private record Counters(PixelCounts stored, PixelCounts light, PixelCounts left, PixelCounts result) {
        Counters(float knownStored, float knownResult) {
            this(new PixelCounts(knownStored), new PixelCounts(), new PixelCounts(), new PixelCounts(knownResult));
        }

        /** Counters of a tile that need not look for what is larger than in this one. */
        synchronized Counters ofTile() {
            return new Counters(stored.largest(), result.largest());
        }

        synchronized void add(Counters other) {
            stored.add(other.stored);
            light.add(other.light);
            left.add(other.left);
            result.add(other.result);
        }
    }

    /**
     * The way there and back.
     *
     * @param error the largest difference of a component, relative to the largest magnitude of its pixel or
     *     {@value #LEAST_SIZE}; infinite if a finite pixel comes back as none
     * @param pixels how many were tried
     */
    public record RoundTrip(double error, long pixels) {}

    /**
     * Converts and counts.
     *
     * @param source planes of r, g, b
     * @param target receives the result; may be the source
     * @param length how many pixels
     * @param run where
     */
    public Counts apply(float[][] source, float[][] target, int length, Run run) {
        Kernel first = toLight.compile();
        Kernel second = onLight.compile();
        Kernel third = toStored.compile();
        boolean nothingDone = onLight.isIdentity();
        Counters counts = new Counters(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
        Kernel counting = tile -> {
            SpanScratch span = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
            Counters here = counts.ofTile();
            here.stored.addLargest(tile.r, tile.g, tile.b, span, tile.length);
            first.apply(tile);
            here.light.addSigns(tile.r, tile.g, tile.b, span, tile.length);
            second.apply(tile);
            if (nothingDone) {
                here.left.add(here.light);
            } else {
                here.left.addSigns(tile.r, tile.g, tile.b, span, tile.length);
            }
            third.apply(tile);
            here.result.addLargest(tile.r, tile.g, tile.b, span, tile.length);
            counts.add(here);
        };
        TransformRunner.apply(counting, source, target, length, run);
        return new Counts(
                counts.light.negative(),
                counts.left.negative(),
                counts.light.invalid(),
                counts.stored.largest(),
                counts.result.largest());
    }

    /**
     * Measures what the way there and back changes: on all pixels of small images, on evenly spread stretches of large
     * ones. The same pixels whatever the number of workers.
     *
     * @param source planes of r, g, b
     * @param length how many pixels
     * @param run where
     */
    public RoundTrip roundTrip(float[][] source, int length, Run run) {
        Kernel there = TransformChain.of(toLight, onLight, toStored).compile();
        Kernel again = back.compile();
        int tiles = (length + Tile.CAPACITY - 1) / Tile.CAPACITY;
        int step = Math.max(1, tiles / SAMPLED_TILES);
        int samples = (tiles + step - 1) / step;
        double[] errors = new double[samples];
        run.quiet().forEach("measuring the way back", samples, Tile::new, (tile, index) -> {
            int offset = index * step * Tile.CAPACITY;
            tile.length = Math.min(Tile.CAPACITY, length - offset);
            System.arraycopy(source[0], offset, tile.r, 0, tile.length);
            System.arraycopy(source[1], offset, tile.g, 0, tile.length);
            System.arraycopy(source[2], offset, tile.b, 0, tile.length);
            there.apply(tile);
            again.apply(tile);
            for (int i = 0; i < tile.length; i++) {
                errors[index] = Math.max(errors[index], error(source, offset + i, tile, i));
            }
        });
        double largest = 0;
        long pixels = 0;
        for (int i = 0; i < samples; i++) {
            largest = Math.max(largest, errors[i]);
            pixels += Math.min(Tile.CAPACITY, length - i * step * Tile.CAPACITY);
        }
        return new RoundTrip(largest, pixels);
    }

    private static double error(float[][] source, int at, Tile tile, int i) {
        float r = source[0][at];
        float g = source[1][at];
        float b = source[2][at];
        float size = Math.max(Math.abs(r), Math.max(Math.abs(g), Math.abs(b)));
        if (!(size <= Float.MAX_VALUE)) {
            return 0; // not a number or infinite: there is nothing to compare with
        }
        double difference =
                Math.max(Math.abs(tile.r[i] - r), Math.max(Math.abs(tile.g[i] - g), Math.abs(tile.b[i] - b)));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference / Math.max(size, LEAST_SIZE);
    }
}
