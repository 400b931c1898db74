/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * What the light of a region is like: how much there is in each channel and in luminance, how far it reaches, and its
 * mean color. Luminance is that of the color space, 1 for its white at 1. Where the space's blue or red counts negative
 * (ACES2065-1), an infinite pixel may have a luminance that is NaN.
 *
 * <pre>{@code
 * LightStatistics light = LightStatistics.of(rgb, width, ColorSpaces.ACESCG, Area.whole(width, height), run);
 * double stops = LightStatistics.stops(light.luminance().percentile(50));
 * }</pre>
 *
 * @param pixels how many were measured
 * @param channels of R, G, B and luminance
 * @param space the linear space they are in
 * @param outside the share of finite pixels outside a gamut, 0 to 1, by the gamut's name
 */
public record LightStatistics(int pixels, List<Channel> channels, ColorSpace space, Map<String, Double> outside) {
    /** What percentiles are taken of each channel. */
    public static final List<Double> PERCENTS = List.of(0.1, 1.0, 5.0, 25.0, 50.0, 75.0, 95.0, 99.0, 99.9);

    /** The linear value of middle gray. */
    public static final double GRAY = 0.18;

    private static final int PIECE = 128 * TileTally.CAPACITY;
    private static final int CHANNELS = 4;

    /**
     * One channel's figures.
     *
     * @param tally counts, extremes and means
     * @param percentiles of finite samples, as many as {@link #PERCENTS}
     * @param noise the robust standard deviation of noise; NaN where a region is too small for it
     */
    public record Channel(PlaneTally tally, List<Double> percentiles, double noise) {
        /** A percentile; one of {@link #PERCENTS}. */
        public double percentile(double percent) {
            return percentiles.get(PERCENTS.indexOf(percent));
        }

        /** How many stops there are from the 0.1 % percentile to the 99.9 %; NaN where the lower is not above 0. */
        public double rangeOfValues() {
            return range(percentile(0.1));
        }

        /** How many stops there are from the noise to the 99.9 % percentile; NaN where there is no noise. */
        public double rangeOverNoise() {
            return range(noise);
        }

        private double range(double floor) {
            double top = percentile(99.9);
            return floor > 0 && top > 0 ? Math.log(top / floor) / Math.log(2) : Double.NaN;
        }
    }

    /** Keeps unmodifiable lists. */
    public LightStatistics {
        channels = List.copyOf(channels);
    }

    /** Stops above middle gray; minus infinity for 0, NaN below. */
    public static double stops(double linear) {
        return Math.log(linear / GRAY) / Math.log(2);
    }

    /**
     * Measures a region.
     *
     * @param rgb planes of R, G and B of the whole image, linear
     * @param width columns of the image
     * @param space a linear color space
     * @param area the region
     * @param run on how many threads, who can cancel
     */
    public static LightStatistics of(float[][] rgb, int width, ColorSpace space, Area area, Run run) {
        float[][] inside = {area.samples(rgb[0], width), area.samples(rgb[1], width), area.samples(rgb[2], width)};
        List<PlaneTally> tallies = tallies(inside, space, run);
        double[] percents = PERCENTS.stream().mapToDouble(p -> p).toArray();
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < CHANNELS; c++) {
            float[] whole = c < 3 ? rgb[c] : luminance(rgb, space);
            float[] samples = c < 3 ? inside[c] : area.samples(whole, width);
            List<Double> found = new ArrayList<>();
            for (double value : OrderStatistics.percentiles(samples, percents, run)) {
                found.add(value);
            }
            channels.add(new Channel(tallies.get(c), List.copyOf(found), NoiseEstimate.sigma(whole, width, area, run)));
        }
        return new LightStatistics(inside[0].length, channels, space, GamutShare.outside(inside, space, run));
    }

    /** The figures of luminance. */
    public Channel luminance() {
        return channels.get(3);
    }

    /** The chromaticity of the mean color; empty if it has none, as black. */
    public Optional<Chromaticity> meanChromaticity() {
        double[] mean = new double[3];
        for (int c = 0; c < 3; c++) {
            mean[c] = channels.get(c).tally().mean();
        }
        double[] xyz = space.chromaticities().toXyz().times(mean);
        double sum = xyz[0] + xyz[1] + xyz[2];
        return sum > 0 ? Optional.of(new Chromaticity(xyz[0] / sum, xyz[1] / sum)) : Optional.empty();
    }

    /**
     * Counts, extremes and means of R, G, B and luminance, in one pass on all cores.
     *
     * @param rgb linear planes of one length
     * @param space their color space
     * @param run on how many threads; the result does not depend on it
     * @return four
     */
    public static List<PlaneTally> tallies(float[][] rgb, ColorSpace space, Run run) {
        float[] weights = luminanceWeights(space);
        int length = rgb[0].length;
        int pieces = (int) (((long) length + PIECE - 1) / PIECE);
        PlaneTally[][] parts = new PlaneTally[pieces][];
        run.forEach("measuring light", pieces, () -> new Room(weights), (room, piece) -> {
            int begin = piece * PIECE;
            parts[piece] = room.tally(rgb, begin, (int) Math.min((long) begin + PIECE, length));
        });
        PlaneTally[] total = new PlaneTally[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            total[c] = new PlaneTally();
            for (PlaneTally[] part : parts) {
                total[c].add(part[c]);
            }
        }
        return List.of(total);
    }

    /** What one thread works in. */
    private static final class Room {
        private final float[] weights;
        private final Tile tile = new Tile();
        private final TileTally[] tallies = new TileTally[CHANNELS];

        Room(float[] weights) {
            this.weights = weights;
            Arrays.setAll(tallies, c -> new TileTally());
        }

        PlaneTally[] tally(float[][] rgb, int begin, int end) {
            float[] y = tile.scratch(0);
            for (int offset = begin; offset < end; offset += TileTally.CAPACITY) {
                int count = Math.min(TileTally.CAPACITY, end - offset);
                System.arraycopy(rgb[0], offset, tile.r, 0, count);
                System.arraycopy(rgb[1], offset, tile.g, 0, count);
                System.arraycopy(rgb[2], offset, tile.b, 0, count);
                luminance(tile.r, tile.g, tile.b, weights, y, count);
                tallies[0].add(tile.r, count);
                tallies[1].add(tile.g, count);
                tallies[2].add(tile.b, count);
                tallies[3].add(y, count);
            }
            return Arrays.stream(tallies).map(TileTally::take).toArray(PlaneTally[]::new);
        }
    }

    private static float[] luminanceWeights(ColorSpace space) {
        float[] matrix = space.chromaticities().toXyz().toFloatArray();
        return new float[] {matrix[3], matrix[4], matrix[5]};
    }

    private static float[] luminance(float[][] rgb, ColorSpace space) {
        float[] y = new float[rgb[0].length];
        luminance(rgb[0], rgb[1], rgb[2], luminanceWeights(space), y, y.length);
        return y;
    }

    private static void luminance(float[] r, float[] g, float[] b, float[] weights, float[] y, int length) {
        float red = weights[0];
        float green = weights[1];
        float blue = weights[2];
        for (int i = 0; i < length; i++) {
            y[i] = red * r[i] + green * g[i] + blue * b[i];
        }
    }
}
