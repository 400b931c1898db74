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

import java.util.Optional;

/**
 * Brings colors outside a gamut into it: the parametric gamut compression of ACES 1.3 (Reference Gamut Compress,
 * {@code LMT.Academy.ReferenceGamutCompress}), on linear values in the primaries of that gamut.
 *
 * <p>The distance of a component c from the largest one, a, is (a - c) / |a|: 0 on the neutral axis, 1 on the gamut's
 * surface, above 1 outside, where c is negative. Distances up to a threshold stay. Above it
 *
 * <pre>
 * distance' = threshold + scale * x / (1 + x^power)^(1 / power)   with x = (distance - threshold) / scale
 * </pre>
 *
 * <p>where the scale is such that the limit comes to lie on the surface. The largest component never changes, so
 * neither does a neutral color, and the same color ten times as bright is compressed in the same way.
 *
 * <p>*
 *
 * <p>A component within its threshold keeps its bits. So do all three of a pixel with a NaN or an infinity. A pixel
 * whose largest component is 0 becomes black, which is where the colors next to it go. Colors beyond the limit keep
 * some negative rest. The compiled form of the compression differs from the double evaluation by less than
 * {@link #ERROR} of the largest component; its inverse may be off by so much before it expands.
 *
 * @param cyan the range of red, which is far from the largest in cyan
 * @param magenta the range of green
 * @param yellow the range of blue
 * @param power how suddenly the compression sets in, from 1 to {@value #LARGEST_POWER}
 * @param direction to compress, or to undo it
 */
public record GamutCompress(Range cyan, Range magenta, Range yellow, double power, Direction direction)
        implements ColorTransform {
    /** The largest power: above it the bend becomes a kink. */
    public static final double LARGEST_POWER = 5;

    /** The largest limit, far beyond any gamut. */
    public static final double LARGEST_LIMIT = 65504;

    /** How far a compiled compression may be from the double evaluation; a third of it for powers up to 2. */
    public static final double ERROR = 8e-6;

    /** The parameters of ACES 1.3, for linear values in AP1. */
    public static final GamutCompress REFERENCE = new GamutCompress(
            new Range(0.815, 1.147), new Range(0.803, 1.264), new Range(0.880, 1.312), 1.2, Direction.COMPRESS);

    /** Which way. */
    public enum Direction {
        /** Into the gamut. */
        COMPRESS,
        /** Back to where the colors were. */
        EXPAND
    }

    /**
     * Where the compression of one component begins and what it brings onto the surface.
     *
     * @param threshold up to this distance nothing changes, from 0 up to, but not with, 1
     * @param limit this distance becomes 1; above 1, up to {@value GamutCompress#LARGEST_LIMIT}
     */
    public record Range(double threshold, double limit) {
        /** Checks the numbers. */
        public Range {
            if (!(threshold >= 0 && threshold < 1)) {
                throw new IllegalArgumentException("a threshold is from 0 up to 1, not " + threshold);
            }
            if (!(limit > 1 && limit <= LARGEST_LIMIT)) {
                throw new IllegalArgumentException("a limit is above 1 and up to " + LARGEST_LIMIT + ", not " + limit);
            }
        }

        /** The factor that brings the limit onto the surface. */
        double scale(double power) {
            double overshoot = limit - threshold;
            return overshoot / Math.pow(Math.pow(overshoot / (1 - threshold), power) - 1, 1 / power);
        }
    }

    /** Checks the numbers. */
    public GamutCompress {
        if (!(power >= 1 && power <= LARGEST_POWER)) {
            throw new IllegalArgumentException("the power is from 1 to " + LARGEST_POWER + ", not " + power);
        }
    }

    /** The same curve the other way. Colors that were compressed to the very edge of the curve come back inexactly. */
    @Override
    public Optional<ColorTransform> inverse() {
        Direction other = direction == Direction.COMPRESS ? Direction.EXPAND : Direction.COMPRESS;
        return Optional.of(new GamutCompress(cyan, magenta, yellow, power, other));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        String verb = direction == Direction.COMPRESS ? "compress" : "expand";
        return verb + " gamut with thresholds " + cyan.threshold + " " + magenta.threshold + " " + yellow.threshold
                + ", limits " + cyan.limit + " " + magenta.limit + " " + yellow.limit + ", power " + power;
    }

    @Override
    public Kernel compile() {
        return new GamutCompressKernel(this);
    }

    /**
     * The result for one color, in double.
     *
     * @param r linear red
     * @param g linear green
     * @param b linear blue
     * @return the three components
     */
    public double[] evaluate(double r, double g, double b) {
        double largest = Math.max(r, Math.max(g, b));
        if (!(Double.isFinite(r) && Double.isFinite(g) && Double.isFinite(b))) {
            return new double[] {r, g, b};
        }
        return new double[] {component(r, largest, cyan), component(g, largest, magenta), component(b, largest, yellow)
        };
    }

    private double component(double value, double largest, Range range) {
        if (largest == 0) {
            return 0 * value;
        }
        double distance = (largest - value) / Math.abs(largest);
        double scale = range.scale(power);
        double x = (distance - range.threshold) / scale;
        if (!(x > 0) || direction == Direction.EXPAND && x >= 1) { // nothing is compressed to 1 or more
            return value;
        }
        double bent = direction == Direction.COMPRESS
                ? Math.pow(1 + Math.pow(x, -power), -1 / power)
                : Math.pow(Math.pow(x, -power) - 1, -1 / power);
        return largest - (range.threshold + scale * bent) * Math.abs(largest);
    }
}
