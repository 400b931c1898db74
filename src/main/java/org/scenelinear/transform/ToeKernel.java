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

import org.scenelinear.color.LogCurve;
import org.scenelinear.color.PowerCurve;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.math.Exp2Span;
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.CurveTransform.Direction;

/**
 * A curve with a straight piece up to a break and a function above it, each component by itself:
 *
 * <pre>
 * y = toeSlope * x + toeOffset                                          for x up to the break
 * y = outerGain * function(innerGain * x + innerOffset) + outerOffset   above
 * </pre>
 *
 * <p>The pieces are chosen by a mask of 0 or 1, made without a branch: on Java 17 neither branches nor, once the
 * program has used them elsewhere, {@code Math.min} and {@code Math.max} of floats become vector code. The result is
 * NaN for NaN and infinities and where the function would overflow; these rare values then get the curve's own
 * evaluation in double.
 */
final class ToeKernel implements Kernel {
    /** The function of what lies above the break, before its outer gain and offset; some finite number elsewhere. */
    @FunctionalInterface
    private interface Above {
        /**
         * Evaluates a span.
         *
         * @param mask receives 1 above the break, 0 up to it
         */
        void apply(float[] plane, float[] mask, float[] result, SpanScratch scratch, int length);
    }

    private final TransferCurve curve;
    private final Direction direction;
    private final Line toe;
    private final Above function;
    private final Line outer;
    /** A power of two that makes a value infinite where the function is not to be used any more. */
    private final float reach;

    /** A gain and an offset. */
    private record Line(float gain, float offset) {
        static Line of(double gain, double offset) {
            return new Line((float) gain, (float) offset);
        }
    }

    private ToeKernel(TransferCurve curve, Direction direction, Line toe, Above function, Line outer, float reach) {
        this.curve = curve;
        this.direction = direction;
        this.toe = toe;
        this.function = function;
        this.outer = outer;
        this.reach = reach;
    }

    /** The kernel of a curve whose exponent is {@linkplain PowerSpan#isGentle gentle}. */
    static ToeKernel encoding(PowerCurve curve) {
        PowerSpan power = new PowerSpan(curve.exponent());
        float breakPoint = largestBelow(curve.linearBreak());
        return new ToeKernel(
                curve,
                Direction.ENCODE,
                Line.of(curve.slope(), 0),
                (plane, mask, result, scratch, length) ->
                        power.applyAbove(breakPoint, plane, mask, result, scratch, length),
                Line.of(1 + curve.offset(), -curve.offset()),
                1);
    }

    /** The kernel of a curve of whose exponent the inverse is {@linkplain PowerSpan#isGentle gentle}. */
    static ToeKernel decoding(PowerCurve curve) {
        double scale = 1 + curve.offset();
        Line inner = Line.of(1 / scale, curve.offset() / scale);
        PowerSpan power = new PowerSpan(1 / curve.exponent());
        float breakPoint = inner.gain * largestBelow(curve.encodedBreak()) + inner.offset;
        return new ToeKernel(
                curve,
                Direction.DECODE,
                Line.of(1 / curve.slope(), 0),
                (plane, mask, result, scratch, length) -> {
                    line(plane, result, inner.gain, inner.offset, length);
                    power.applyAbove(breakPoint, result, mask, result, scratch, length);
                },
                Line.of(1, 0),
                Math.scalb(1f, 128 - (int) (126 * curve.exponent())));
    }

    static ToeKernel encoding(LogCurve curve) {
        return new ToeKernel(
                curve,
                Direction.ENCODE,
                Line.of(curve.slope(), curve.offset()),
                limited(
                        Log2Span::apply,
                        Line.of(curve.linearGain(), curve.linearOffset()),
                        largestBelow(curve.linearBreak()),
                        0x1p126 / Math.max(1, curve.linearGain())),
                Line.of(curve.gain(), curve.shift()),
                1);
    }

    static ToeKernel decoding(LogCurve curve) {
        return new ToeKernel(
                curve,
                Direction.DECODE,
                Line.of(1 / curve.slope(), -curve.offset() / curve.slope()),
                limited(
                        Exp2Span::apply,
                        Line.of(1 / curve.gain(), -curve.shift() / curve.gain()),
                        largestBelow(curve.encodedBreak()),
                        120 * curve.gain()),
                Line.of(1 / curve.linearGain(), -curve.linearOffset() / curve.linearGain()),
                1);
    }

    /**
     * A function of spans, inside of it a gain and an offset, which sees the break itself in place of what is below.
     */
    private static Above limited(PiecewiseFunction.Span function, Line inner, float breakPoint, double limit) {
        float distanceGain = (float) (Float.MAX_VALUE / limit);
        return (plane, mask, result, scratch, length) -> {
            mask(plane, mask, breakPoint, distanceGain, length);
            limit(plane, mask, result, breakPoint, inner.gain, inner.offset, length);
            function.apply(result, result, scratch, length);
        };
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        float[] r = tile.scratch(0);
        float[] g = tile.scratch(1);
        float[] b = tile.scratch(2);
        float[] mask = tile.scratch(3);
        SpanScratch scratch = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
        evaluate(tile.r, r, mask, scratch, length);
        evaluate(tile.g, g, mask, scratch, length);
        evaluate(tile.b, b, mask, scratch, length);
        sum(r, g, b, mask, length);
        if (Float.isNaN(TileSum.of(tile, mask))) {
            repair(tile.r, r, length);
            repair(tile.g, g, length);
            repair(tile.b, b, length);
        }
        System.arraycopy(r, 0, tile.r, 0, length);
        System.arraycopy(g, 0, tile.g, 0, length);
        System.arraycopy(b, 0, tile.b, 0, length);
    }

    private void evaluate(float[] plane, float[] result, float[] mask, SpanScratch scratch, int length) {
        function.apply(plane, mask, result, scratch, length);
        join(plane, mask, result, toe, outer.gain, outer.offset - toe.offset, reach, length);
    }

    private static void line(float[] plane, float[] result, float gain, float offset, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = gain * plane[i] + offset;
        }
    }

    /** 1 above the break, 0 up to it, NaN where the distance times the gain is infinite. */
    private static void mask(float[] plane, float[] mask, float breakPoint, float gain, int length) {
        for (int i = 0; i < length; i++) {
            float distance = (plane[i] - breakPoint) * gain - 1e-30f; // never 0
            mask[i] = 0.5f + 0.5f * (distance / Math.abs(distance));
        }
    }

    /** What the function is to see: the value, or the break itself for what lies below it. */
    private static void limit(
            float[] plane, float[] mask, float[] result, float breakPoint, float gain, float offset, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = (plane[i] * mask[i] + (breakPoint - breakPoint * mask[i])) * gain + offset;
        }
    }

    /**
     * The straight piece where the mask is 0, the other where it is 1; NaN where a value times the reach is infinite.
     */
    private static void join(
            float[] plane,
            float[] mask,
            float[] result,
            Line toe,
            float outerGain,
            float outerOffset,
            float reach,
            int length) {
        float gain = toe.gain;
        float offset = toe.offset;
        for (int i = 0; i < length; i++) {
            float above = outerGain * result[i] + outerOffset;
            float nothing = 0 * (plane[i] * reach);
            result[i] = (1 - mask[i]) * plane[i] * gain + (mask[i] * above + offset) + nothing;
        }
    }

    private static void sum(float[] r, float[] g, float[] b, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] = r[i] + g[i] + b[i];
        }
    }

    /** Replaces NaN by the curve's own evaluation. */
    private void repair(float[] plane, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(result[i])) {
                result[i] = (float) (direction == Direction.ENCODE ? curve.encode(plane[i]) : curve.decode(plane[i]));
            }
        }
    }

    /** The largest float below a number: the function's piece begins with the next one. */
    private static float largestBelow(double value) {
        float nearest = (float) value;
        return nearest < value ? nearest : Math.nextDown(nearest);
    }
}
