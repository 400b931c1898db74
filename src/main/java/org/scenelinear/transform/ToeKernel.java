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
import org.scenelinear.math.Exp2Span;
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.run.Tile;

/**
 * A curve with a straight piece up to a break and a function above it, each component by itself:
 *
 * <pre>
 * y = toeSlope * x + toeOffset                                          for x up to the break
 * y = outerGain * function(innerGain * x + innerOffset) + outerOffset   above
 * </pre>
 *
 * <p>The pieces are chosen without a branch: the function sees values limited to its own piece, so it is always finite
 * there, and a mask of 0 or 1 adds what it has more than the straight piece at the break. NaN comes through by the
 * straight piece, minus infinity too, plus infinity by a term that is 0 for all finite values.
 */
final class ToeKernel implements Kernel {
    /** A function of one span, in place; may use float scratch arrays from 1 and int ones from 0. */
    @FunctionalInterface
    private interface Function {
        void apply(float[] span, Tile tile);
    }

    private final float toeSlope;
    private final float toeOffset;
    private final float lastOfToe;
    private final Function function;
    private final float innerGain;
    private final float innerOffset;
    private final float outerGain;
    private final float outerOffset;

    private ToeKernel(
            double toeSlope,
            double toeOffset,
            double breakPoint,
            Function function,
            double innerGain,
            double innerOffset,
            double outerGain,
            double outerOffset) {
        this.toeSlope = (float) toeSlope;
        this.toeOffset = (float) toeOffset;
        this.lastOfToe = largestBelow(breakPoint);
        this.function = function;
        this.innerGain = (float) innerGain;
        this.innerOffset = (float) innerOffset;
        this.outerGain = (float) outerGain;
        this.outerOffset = (float) (outerOffset - (toeSlope * lastOfToe + toeOffset));
    }

    static ToeKernel encoding(PowerCurve curve) {
        return new ToeKernel(
                curve.slope(),
                0,
                curve.linearBreak(),
                power(curve.exponent()),
                1,
                0,
                1 + curve.offset(),
                -curve.offset());
    }

    static ToeKernel decoding(PowerCurve curve) {
        double scale = 1 + curve.offset();
        return new ToeKernel(
                1 / curve.slope(),
                0,
                curve.encodedBreak(),
                power(1 / curve.exponent()),
                1 / scale,
                curve.offset() / scale,
                1,
                0);
    }

    static ToeKernel encoding(LogCurve curve) {
        return new ToeKernel(
                curve.slope(),
                curve.offset(),
                curve.linearBreak(),
                (span, tile) -> Log2Span.apply(
                        span, span, tile.scratch(1), tile.intScratch(0), tile.intScratch(1), tile.length),
                curve.linearGain(),
                curve.linearOffset(),
                curve.gain(),
                curve.shift());
    }

    static ToeKernel decoding(LogCurve curve) {
        return new ToeKernel(
                1 / curve.slope(),
                -curve.offset() / curve.slope(),
                curve.encodedBreak(),
                (span, tile) -> Exp2Span.apply(span, span, tile.scratch(1), tile.intScratch(0), tile.length),
                1 / curve.gain(),
                -curve.shift() / curve.gain(),
                1 / curve.linearGain(),
                -curve.linearOffset() / curve.linearGain());
    }

    @Override
    public void apply(Tile tile) {
        apply(tile.r, tile);
        apply(tile.g, tile);
        apply(tile.b, tile);
    }

    private void apply(float[] plane, Tile tile) {
        float[] above = tile.scratch(0);
        limit(plane, above, lastOfToe, innerGain, innerOffset, tile.length);
        function.apply(above, tile);
        join(plane, above, toeSlope, toeOffset, lastOfToe, outerGain, outerOffset, tile.length);
    }

    private static void limit(float[] plane, float[] above, float toe, float gain, float offset, int length) {
        for (int i = 0; i < length; i++) {
            above[i] = Math.max(Math.min(plane[i], Float.MAX_VALUE), toe) * gain + offset;
        }
    }

    private static void join(
            float[] plane,
            float[] above,
            float toeSlope,
            float toeOffset,
            float toe,
            float gain,
            float offset,
            int length) {
        for (int i = 0; i < length; i++) {
            float x = plane[i];
            float mask = Math.min(Math.max((x - toe) * 1e30f, 0f), 1f);
            float infinity = Math.max(x - Float.MAX_VALUE, 0f);
            plane[i] = (Math.min(x, toe) * toeSlope + toeOffset) + mask * (gain * above[i] + offset) + infinity;
        }
    }

    private static Function power(double exponent) {
        PowerSpan power = new PowerSpan(exponent);
        return (span, tile) -> power.apply(
                span, span, tile.scratch(1), tile.scratch(2), tile.intScratch(0), tile.intScratch(1), tile.length);
    }

    /** The largest float below a number: the function's piece begins with the next one. */
    private static float largestBelow(double value) {
        float nearest = (float) value;
        return nearest < value ? nearest : Math.nextDown(nearest);
    }
}
