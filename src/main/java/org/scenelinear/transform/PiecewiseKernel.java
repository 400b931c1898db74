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

import java.util.function.IntFunction;
import org.scenelinear.math.SpanScratch;
import org.scenelinear.run.Tile;

/**
 * A {@link PiecewiseFunction} on each component, as passes that become vector code. The pieces are chosen by a mask of
 * 0 or 1 made from arithmetic, as in {@link ToeKernel}. The mask is NaN for NaN, infinities and what lies beyond the
 * reach of the function of spans, so the result is NaN there too; these rare values then get the function in double.
 */
final class PiecewiseKernel implements Kernel {
    private final PiecewiseFunction[] functions;
    /** Of functions that are powers: what comes out for their least argument. */
    private final float[] ofNothing;

    private PiecewiseKernel(PiecewiseFunction[] functions) {
        this.functions = functions;
        this.ofNothing = new float[functions.length];
        for (int i = 0; i < functions.length; i++) {
            ofNothing[i] = functions[i].isPower() ? functions[i].atLeast() : 0;
        }
    }

    /** The kernel of a function for each of the components 0, 1 and 2. */
    static PiecewiseKernel of(IntFunction<PiecewiseFunction> ofComponent) {
        return new PiecewiseKernel(
                new PiecewiseFunction[] {ofComponent.apply(0), ofComponent.apply(1), ofComponent.apply(2)});
    }

    @Override
    public void apply(Tile tile) {
        apply(functions[0], ofNothing[0], tile.r, tile);
        apply(functions[1], ofNothing[1], tile.g, tile);
        apply(functions[2], ofNothing[2], tile.b, tile);
    }

    private static void apply(PiecewiseFunction f, float ofNothing, float[] plane, Tile tile) {
        int length = tile.length;
        if (f.span() == null) {
            for (int i = 0; i < length; i++) {
                plane[i] = (float) f.evaluate(plane[i]);
            }
            return;
        }
        if (f.isPower() && raised(f, ofNothing, plane, tile)) {
            return;
        }
        float[] result = tile.scratch(0);
        float[] mask = tile.scratch(1);
        float[] source = plane;
        SpanScratch scratch = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
        if (f.mirrored()) {
            source = tile.scratch(2);
            magnitude(plane, source, length);
        }
        mask(source, mask, f.breakPoint(), (float) (Float.MAX_VALUE / f.reach()), length);
        argument(source, mask, result, f, length);
        if (f.least() > 0) {
            atLeast(result, f.least(), length);
        }
        f.span().apply(result, result, scratch, length);
        join(source, mask, result, f, length);
        if (f.mirrored()) {
            sign(plane, result, length);
        }
        if (Float.isNaN(TileSum.of(tile, result))) {
            repair(f, plane, result, length);
        }
        System.arraycopy(result, 0, plane, 0, length);
    }

    /**
     * A power of what is above 0, the rest times a factor, without a mask: 0 goes through the power too, and what comes
     * out of it is taken off.
     *
     * @return false, and nothing is done, if a value is out of reach or not a number
     */
    private static boolean raised(PiecewiseFunction f, float ofNothing, float[] plane, Tile tile) {
        float[] result = tile.scratch(0);
        positive(plane, result, f.least(), tile.length);
        if (!(TileSum.of(tile, result) < f.reach())) {
            return false;
        }
        SpanScratch scratch = tile.scratch(SpanScratch.class, () -> new SpanScratch(Tile.CAPACITY));
        f.span().apply(result, result, scratch, tile.length);
        withNegative(result, ofNothing, f.toeGain(), plane, tile.length);
        return true;
    }

    private static void positive(float[] plane, float[] result, float least, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = 0.5f * (plane[i] + Math.abs(plane[i])) + least;
        }
    }

    private static void withNegative(float[] powers, float ofNothing, float negativeGain, float[] plane, int length) {
        float gain = 0.5f * negativeGain;
        for (int i = 0; i < length; i++) {
            plane[i] = powers[i] - ofNothing + gain * (plane[i] - Math.abs(plane[i]));
        }
    }

    private static void magnitude(float[] plane, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.abs(plane[i]);
        }
    }

    /** 1 above the break, 0 up to it, NaN where the distance times the gain is infinite. */
    private static void mask(float[] plane, float[] mask, float breakPoint, float gain, int length) {
        for (int i = 0; i < length; i++) {
            float distance = (plane[i] - breakPoint) * gain - 1e-37f; // never 0
            mask[i] = 0.5f + 0.5f * (distance / Math.abs(distance));
        }
    }

    /** What the function is to see: the value, or the break itself for what lies below it. */
    private static void argument(float[] plane, float[] mask, float[] result, PiecewiseFunction f, int length) {
        float breakPoint = f.breakPoint();
        float shift = f.innerShift();
        float gain = f.innerGain();
        float offset = f.innerOffset();
        for (int i = 0; i < length; i++) {
            float limited = plane[i] * mask[i] + (breakPoint - breakPoint * mask[i]);
            result[i] = (limited + shift) * gain + offset;
        }
    }

    /** The greater of each value and a limit, from arithmetic alone. */
    private static void atLeast(float[] values, float least, int length) {
        for (int i = 0; i < length; i++) {
            float above = values[i] - least;
            values[i] = 0.5f * above + 0.5f * Math.abs(above) + least;
        }
    }

    private static void join(float[] plane, float[] mask, float[] result, PiecewiseFunction f, int length) {
        float toeGain = f.toeGain();
        float toeOffset = f.toeOffset();
        float outerGain = f.outerGain();
        float outerOffset = f.outerOffset();
        for (int i = 0; i < length; i++) {
            float above = outerGain * result[i] + outerOffset;
            float below = toeGain * plane[i] + toeOffset;
            result[i] = mask[i] * above + (1 - mask[i]) * below;
        }
    }

    /** Puts the signs back. For values too near 0 to be told from it, the factor is less than 1. */
    private static void sign(float[] plane, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = result[i] * (plane[i] / (Math.abs(plane[i]) + 1e-37f));
        }
    }

    private static void repair(PiecewiseFunction f, float[] plane, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            if (Float.isNaN(result[i])) {
                result[i] = (float) f.evaluate(plane[i]);
            }
        }
    }
}
