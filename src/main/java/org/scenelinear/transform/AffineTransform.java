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
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.MatrixSpan;

/**
 * A 3x3 matrix on (r, g, b) and an offset added after it: the 3x4 matrix of a Common LUT Format file. Negative values
 * and values above 1 are kept. A NaN or an infinity reaches every component of its pixel, as the arithmetic of floats
 * has it.
 *
 * @param matrix the matrix, applied to columns; rounded to float when compiled
 * @param offset what is added to its result
 */
public record AffineTransform(Matrix3 matrix, ChannelValues offset) implements ColorTransform {
    /** What is left of an offset after it was added and taken away again in double. */
    private static final double ROUNDING = 1e-12;

    /** A matrix without an offset as a {@link MatrixTransform}, which chains know to multiply; otherwise this class. */
    public static ColorTransform of(Matrix3 matrix, ChannelValues offset) {
        return offset.equals(ChannelValues.ZERO) ? new MatrixTransform(matrix) : new AffineTransform(matrix, offset);
    }

    /**
     * The straight line that takes an interval to 0 to 1, each component by itself.
     *
     * @param from what becomes 0
     * @param to what becomes 1
     * @throws IllegalArgumentException unless each end lies above its beginning
     */
    public static ColorTransform toUnit(ChannelValues from, ChannelValues to) {
        double[] gain = new double[3];
        double[] shift = new double[3];
        for (int c = 0; c < 3; c++) {
            double width = to.get(c) - from.get(c);
            if (!(width > 0) || !Double.isFinite(1 / width)) {
                throw new IllegalArgumentException(
                        "an interval has to end above its beginning, not go from " + from.get(c) + " to " + to.get(c));
            }
            gain[c] = 1 / width;
            shift[c] = -from.get(c) / width + 0.0; // no negative zero
        }
        return of(Matrix3.diagonal(gain[0], gain[1], gain[2]), new ChannelValues(shift[0], shift[1], shift[2]));
    }

    /**
     * Two neighbors in one, if both are matrices with or without an offset.
     *
     * @param first what is applied first
     * @param second what is applied to its result
     * @return empty if one of them is of another kind, or the numbers get too large
     */
    static Optional<ColorTransform> product(ColorTransform first, ColorTransform second) {
        Optional<AffineTransform> before = affine(first);
        Optional<AffineTransform> after = affine(second);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        ChannelValues offset = before.get().offset;
        double[] moved = after.get().matrix.times(new double[] {offset.r(), offset.g(), offset.b()});
        ChannelValues added = after.get().offset;
        double r = moved[0] + added.r();
        double g = moved[1] + added.g();
        double b = moved[2] + added.b();
        if (!Double.isFinite(r + g + b)) {
            return Optional.empty();
        }
        return Optional.of(of(after.get().matrix.times(before.get().matrix), new ChannelValues(r, g, b)));
    }

    private static Optional<AffineTransform> affine(ColorTransform transform) {
        if (transform instanceof MatrixTransform plain) {
            return Optional.of(new AffineTransform(plain.matrix(), ChannelValues.ZERO));
        }
        return transform instanceof AffineTransform affine ? Optional.of(affine) : Optional.empty();
    }

    /** The inverse, or empty if the matrix is singular. */
    @Override
    public Optional<ColorTransform> inverse() {
        try {
            Matrix3 inverse = matrix.inverse();
            double[] back = inverse.times(new double[] {-offset.r(), -offset.g(), -offset.b()});
            return Optional.of(new AffineTransform(inverse, new ChannelValues(back[0], back[1], back[2])));
        } catch (ArithmeticException | IllegalArgumentException singular) {
            return Optional.empty();
        }
    }

    /** Whether it is the identity but for the rounding of doubles, which no float shows. */
    @Override
    public boolean isIdentity() {
        return matrix.isCloseTo(Matrix3.IDENTITY, ROUNDING)
                && Math.abs(offset.r()) <= ROUNDING
                && Math.abs(offset.g()) <= ROUNDING
                && Math.abs(offset.b()) <= ROUNDING;
    }

    @Override
    public String description() {
        return "matrix " + matrix + " plus " + offset;
    }

    @Override
    public Kernel compile() {
        float[] m = matrix.toFloatArray();
        float plusR = (float) offset.r();
        float plusG = (float) offset.g();
        float plusB = (float) offset.b();
        return tile -> {
            float[] r = tile.scratch(0);
            float[] g = tile.scratch(1);
            float[] b = tile.scratch(2);
            MatrixSpan.multiply(m, tile.r, tile.g, tile.b, r, g, b, tile.length);
            add(r, plusR, tile.r, tile.length);
            add(g, plusG, tile.g, tile.length);
            add(b, plusB, tile.b, tile.length);
        };
    }

    private static void add(float[] from, float offset, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = from[i] + offset;
        }
    }
}
