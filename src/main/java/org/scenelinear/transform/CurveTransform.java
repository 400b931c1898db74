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
import java.util.function.DoubleUnaryOperator;
import org.scenelinear.color.LinearCurve;
import org.scenelinear.color.LogCurve;
import org.scenelinear.color.PowerCurve;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.math.CubicTable;
import org.scenelinear.math.PowerSpan;

/**
 * A transfer curve on each of r, g and b. What it does with negative values, values above 1, NaN and infinities is what
 * the curve itself does.
 *
 * <p>The compiled form differs from the curve's own evaluation by at most {@link #RELATIVE_ERROR} of the result plus
 * {@link #ABSOLUTE_ERROR}: vector code for {@link PowerCurve} and {@link LogCurve}, a {@link CubicTable table} for all
 * others. {@link #exact} is the curve's own evaluation.
 *
 * @param curve the curve
 * @param direction to encoded values or back to linear ones
 */
public record CurveTransform(TransferCurve curve, Direction direction) implements ColorTransform {
    /** How far the compiled form may be from the curve's own evaluation, as a part of the result. */
    public static final double RELATIVE_ERROR = 2e-6;

    /**
     * What is added to the relative error: the rounding near black, where the terms of a camera's logarithm cancel; and
     * for decoding far above 1, the rounding of the exponent, which is 2e-6 for light up to 1e9 and grows from there.
     */
    public static final double ABSOLUTE_ERROR = 5e-8;

    /** What the cubics of a table may add to the rounding of floats. */
    private static final double TABLE_RELATIVE_ERROR = 4e-7;

    private static final double TABLE_ABSOLUTE_ERROR = 2e-8;

    /** Which way through a curve. */
    public enum Direction {
        /** From linear light to stored values. */
        ENCODE,
        /** From stored values to linear light. */
        DECODE
    }

    /** The curve the other way. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(
                new CurveTransform(curve, direction == Direction.ENCODE ? Direction.DECODE : Direction.ENCODE));
    }

    @Override
    public boolean isIdentity() {
        return curve instanceof LinearCurve;
    }

    @Override
    public String description() {
        return (direction == Direction.ENCODE ? "encode " : "decode ") + curve.name();
    }

    @Override
    public Kernel compile() {
        boolean encode = direction == Direction.ENCODE;
        if (curve instanceof LinearCurve) {
            return tile -> {};
        }
        if (curve instanceof PowerCurve power && PowerSpan.isGentle(1 / power.exponent())) {
            return encode ? ToeKernel.encoding(power) : ToeKernel.decoding(power);
        }
        if (curve instanceof LogCurve log) {
            return encode ? ToeKernel.encoding(log) : ToeKernel.decoding(log);
        }
        return new TableKernel(function(), TABLE_RELATIVE_ERROR, TABLE_ABSOLUTE_ERROR);
    }

    /** The form that evaluates the curve itself, one value after the other in double: slow. */
    public Kernel exact() {
        DoubleUnaryOperator function = function();
        return tile -> {
            evaluate(function, tile.r, tile.length);
            evaluate(function, tile.g, tile.length);
            evaluate(function, tile.b, tile.length);
        };
    }

    private DoubleUnaryOperator function() {
        return direction == Direction.ENCODE ? curve::encode : curve::decode;
    }

    private static void evaluate(DoubleUnaryOperator function, float[] plane, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = (float) function.applyAsDouble(plane[i]);
        }
    }
}
