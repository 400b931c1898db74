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

import java.util.function.DoubleUnaryOperator;
import org.scenelinear.math.Exp2Span;
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.transform.LogTransform.Parameters;

/**
 * A function of one component with a straight piece up to a break and a power, logarithm or exponential above it, as
 * {@link PiecewiseKernel} evaluates it:
 *
 * <pre>
 * y = toeGain * x + toeOffset                                          for x up to the break
 * y = outerGain * function(innerGain * (x + innerShift) + innerOffset) + outerOffset   above
 * </pre>
 *
 * @param exact the function in double, the reference; whole, with the straight piece, but not mirrored
 * @param span the function of spans, or null if only {@code exact} is accurate enough
 * @param breakPoint the last value of the straight piece
 * @param reach how far above the break the function of spans may be used
 * @param least the least argument of the function of spans, less counts as that; 0 where the break keeps it from less
 * @param mirrored whether negative values are treated as positive ones and get their sign back
 */
record PiecewiseFunction(
        DoubleUnaryOperator exact,
        Span span,
        float toeGain,
        float toeOffset,
        float innerShift,
        float innerGain,
        float innerOffset,
        float outerGain,
        float outerOffset,
        float breakPoint,
        double reach,
        float least,
        boolean mirrored) {
    private static final double LEAST_POWER = 0.2;
    private static final double GREATEST_POWER = 5;

    /** The exponent of the least normal float, and one that is surely below that of the greatest. */
    private static final double LEAST_EXPONENT = -126;

    private static final double GREATEST_EXPONENT = 126;

    /** A function of one span. */
    @FunctionalInterface
    interface Span {
        void apply(float[] values, float[] result, SpanScratch scratch, int length);
    }

    /** The power of positive values; negative ones times a factor, or mirrored. */
    static PiecewiseFunction power(double exponent, double negativeGain, boolean mirrored) {
        DoubleUnaryOperator exact = x -> x > 0 ? Math.pow(x, exponent) : negative(x, negativeGain);
        return power(exact, negativeGain, 1, 0, exponent, 1, 0, 0, mirrored);
    }

    /** No factor of 0 on an infinity, which would make it NaN. */
    private static double negative(double x, double gain) {
        return gain == 0 && !Double.isNaN(x) ? 0 : x * gain;
    }

    /** A power with a gain and an offset inside and outside, and a straight piece through 0 up to a break. */
    static PiecewiseFunction power(
            DoubleUnaryOperator exact,
            double toeGain,
            double innerGain,
            double innerOffset,
            double exponent,
            double outerGain,
            double outerOffset,
            double breakPoint,
            boolean mirrored) {
        boolean fast = exponent >= LEAST_POWER && exponent <= GREATEST_POWER;
        double most = Math.pow(2, GREATEST_EXPONENT / Math.max(1, exponent));
        return new PiecewiseFunction(
                exact,
                fast ? new PowerSpan(exponent)::apply : null,
                (float) toeGain,
                0,
                0,
                (float) innerGain,
                (float) innerOffset,
                (float) outerGain,
                (float) outerOffset,
                (float) breakPoint,
                most,
                (float) Math.pow(2, LEAST_EXPONENT / Math.max(1, exponent)),
                mirrored);
    }

    /** A logarithm with parameters; what has none counts as the least float. */
    static PiecewiseFunction logarithm(DoubleUnaryOperator exact, Parameters p) {
        double from = (Float.MIN_NORMAL - p.linSideOffset()) / p.linSideSlope();
        return logarithm(exact, p, 0, p.log(from), from);
    }

    /** A logarithm with parameters above a break. */
    static PiecewiseFunction logarithm(
            DoubleUnaryOperator exact, Parameters p, double toeGain, double toeOffset, double breakPoint) {
        return new PiecewiseFunction(
                exact,
                p.linSideSlope() > 0 ? Log2Span::apply : null,
                (float) toeGain,
                (float) toeOffset,
                0,
                (float) p.linSideSlope(),
                (float) p.linSideOffset(),
                (float) (p.logSideSlope() * Math.log(2) / Math.log(p.base())),
                (float) p.logSideOffset(),
                (float) breakPoint,
                Math.pow(2, GREATEST_EXPONENT) / Math.max(1, p.linSideSlope()),
                Float.MIN_NORMAL,
                false);
    }

    /** An exponential with parameters; below the least float its power is 0. */
    static PiecewiseFunction exponential(DoubleUnaryOperator exact, Parameters p) {
        double gain = Math.log(p.base()) / Math.log(2) / p.logSideSlope();
        double from = LEAST_EXPONENT / gain + p.logSideOffset();
        return exponential(exact, p, 0, -p.linSideOffset() / p.linSideSlope(), from);
    }

    /** An exponential with parameters above a break. */
    static PiecewiseFunction exponential(
            DoubleUnaryOperator exact, Parameters p, double toeGain, double toeOffset, double breakPoint) {
        double gain = Math.log(p.base()) / Math.log(2) / p.logSideSlope();
        double greatest = GREATEST_EXPONENT - Math.max(0, Math.log(Math.abs(1 / p.linSideSlope())) / Math.log(2));
        double reach = greatest / gain + p.logSideOffset() - breakPoint;
        return new PiecewiseFunction(
                exact,
                gain > 0 && reach > 0 ? Exp2Span::apply : null,
                (float) toeGain,
                (float) toeOffset,
                (float) -p.logSideOffset(),
                (float) gain,
                0,
                (float) (1 / p.linSideSlope()),
                (float) (-p.linSideOffset() / p.linSideSlope()),
                (float) breakPoint,
                reach,
                0,
                false);
    }

    /** Whether it is a power of what is above 0 and a factor for the rest, nothing else, evaluated by spans. */
    boolean isPower() {
        return span != null
                && !mirrored
                && least > 0
                && breakPoint == 0
                && toeOffset == 0
                && innerShift == 0
                && innerGain == 1
                && innerOffset == 0
                && outerGain == 1
                && outerOffset == 0;
    }

    /** What the span makes of the least value. */
    float atLeast() {
        float[] values = {least};
        span.apply(values, values, new SpanScratch(1), 1);
        return values[0];
    }

    /** The function in double with the mirror. */
    double evaluate(double x) {
        return mirrored && x < 0 ? -exact.applyAsDouble(-x) : exact.applyAsDouble(x);
    }
}
