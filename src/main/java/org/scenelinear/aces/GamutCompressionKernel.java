/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.scenelinear.math.Exp2Span;
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.RootPower;

/** {@link GamutCompression} on planes of floats, with all lightnesses J divided by 100. */
final class GamutCompressionKernel {
    private static final double LOG10_OF_2 = Math.log10(2);

    private GamutCompressionKernel() {}

    /** The passes, which replace lightness and colorfulness; {@code reachPower} raises to 1 / (c z). */
    static List<Pass> passes(GamutGeometry geometry, RootPower reachPower) {
        float top = top(geometry);
        List<Pass> passes = new ArrayList<>();
        passes.add(p -> dropAbove(p.lightness, top, p.colorfulness, p.length));
        passes.addAll(linePasses(geometry, reachPower, p -> p.lightness));
        passes.add(p -> bend(p.colorfulness, p.boundary, p.other, p.length));
        addMove(passes);
        return passes;
    }

    /** The passes of {@link GamutCompression#expand}. */
    static List<Pass> inversePasses(GamutGeometry geometry, RootPower reachPower) {
        float top = top(geometry);
        List<Pass> passes = new ArrayList<>();
        passes.add(p -> dropAbove(p.lightness, top, p.colorfulness, p.length));
        passes.addAll(linePasses(geometry, reachPower, p -> p.lightness));
        addUnbend(passes);
        passes.add(p -> positive(p.boundary, p.mask, p.length));
        passes.add(p -> restrictAbove(
                p.lightness,
                p.cuspLightness,
                1 - (float) GamutGeometry.STEEPENING_BLEND,
                (float) GamutGeometry.STEEPENING_BLEND * top,
                p.mask,
                p.length));
        passes.add(p -> estimate(p.lightness, p.crossing, p.slope, p.expanded, p.mask, p.guide, p.length));
        List<Pass> again = linePasses(geometry, reachPower, p -> p.guide);
        addUnbend(again);
        passes.add(p -> {
            if (anyDiffers(p.guide, p.lightness, p.length)) {
                again.forEach(pass -> pass.run(p));
            }
        });
        passes.add(p -> System.arraycopy(p.expanded, 0, p.colorfulness, 0, p.length));
        addMove(passes);
        return passes;
    }

    /** The highest lightness, divided by 100. */
    private static float top(GamutGeometry geometry) {
        return (float) (geometry.highestLightness() / AppearanceModel.REFERENCE_LUMINANCE);
    }

    /**
     * The passes that find the line of each color (crossing, slope), where it leaves the gamut (boundary) and where it
     * leaves AP1 (other).
     *
     * @param guide picks the lightness that says how steep a line is
     */
    private static List<Pass> linePasses(
            GamutGeometry geometry, RootPower reachPower, Function<RenderingPlanes, float[]> guide) {
        double unit = AppearanceModel.REFERENCE_LUMINANCE;
        float top = top(geometry);
        float grey = (float) (geometry.greyLightness() / unit);
        float nearlyTop = (float) (0.0001 / unit);
        float inverseGain = (float) (1 / geometry.focusGain());
        float square = (float) (LOG10_OF_2 * LOG10_OF_2);
        RootPower lower = new RootPower(geometry.lowerExponent(), 1e-6, 10);
        List<Pass> passes = new ArrayList<>();
        passes.add(p -> focus(p.cuspLightness, grey, 1 / top, p.focus, p.length));
        // The line through the color, and the one through the cusp with the same gain.
        passes.add(p -> steepness(guide.apply(p), p.cuspLightness, top, nearlyTop, p.gain, p.length));
        passes.add(p -> Log2Span.apply(p.gain, p.gain, p.span, p.length));
        passes.add(p -> inverseGain(p.gain, inverseGain, square, p.length));
        passes.add(p -> Planes.maskGreater(p.lightness, p.focus, p.mask, p.length));
        passes.add(p -> Planes.multiply(p.colorfulness, p.gain, p.crossing, p.length));
        passes.add(p -> crossingConstant(p.lightness, p.crossing, p.mask, top, p.temporary, p.length));
        passes.add(p -> crossingLinear(p.crossing, p.focus, p.mask, top, p.boundary, p.length));
        passes.add(p -> crossingRoot(p.crossing, p.focus, p.mask, p.boundary, p.temporary, p.length));
        passes.add(p -> slope(p.crossing, p.focus, p.gain, p.mask, top, p.slope, p.length));
        passes.add(p -> Planes.maskGreater(p.cuspLightness, p.focus, p.mask, p.length));
        passes.add(p -> Planes.multiply(p.cuspColorfulness, p.gain, p.cuspCrossing, p.length));
        passes.add(p -> crossingConstant(p.cuspLightness, p.cuspCrossing, p.mask, top, p.temporary, p.length));
        passes.add(p -> crossingLinear(p.cuspCrossing, p.focus, p.mask, top, p.boundary, p.length));
        passes.add(p -> crossingRoot(p.cuspCrossing, p.focus, p.mask, p.boundary, p.temporary, p.length));
        // Where the line leaves the gamut below and above the cusp.
        passes.add(p -> Planes.divide(p.crossing, p.cuspCrossing, 1e-9f, p.boundary, p.length));
        passes.add(p -> lower.apply(p.boundary, p.boundary, p.length));
        passes.add(p -> Planes.multiply(p.boundary, p.cuspCrossing, p.boundary, p.length));
        passes.add(p -> meet(p.boundary, p.cuspColorfulness, p.cuspLightness, p.slope, p.length));
        passes.add(p -> fromTop(p.cuspCrossing, p.crossing, top, p.other, p.length));
        passes.add(p -> Log2Span.apply(p.other, p.other, p.span, p.length));
        passes.add(p -> Planes.multiply(p.other, p.upperExponent, p.other, p.length));
        passes.add(p -> Planes.clamp(p.other, -126, 127, p.length));
        passes.add(p -> Exp2Span.apply(p.other, p.other, p.span, p.length));
        passes.add(p -> fromPart(p.other, p.cuspCrossing, top, p.length));
        passes.add(p -> meetUpper(p.other, p.cuspColorfulness, p.cuspLightness, p.slope, top, p.length));
        passes.add(p -> smoothMinimum(p.boundary, p.other, p.cuspColorfulness, p.length));
        // Where it leaves AP1.
        passes.add(p -> Planes.scale(p.crossing, 1 / top, p.other, p.length));
        passes.add(p -> reachPower.apply(p.other, p.other, p.length));
        passes.add(p -> reachBoundary(p.other, p.reach, p.slope, top, p.length));
        return passes;
    }

    /** Adds the passes that undo the bend of the colorfulness; expanded receives the result. */
    private static void addUnbend(List<Pass> passes) {
        passes.add(p -> excess(p.colorfulness, p.boundary, p.other, p.expanded, p.length));
        passes.add(p -> scale(p.boundary, p.other, p.temporary, p.length));
        passes.add(p -> span(p.boundary, p.other, p.length));
        passes.add(p -> left(p.expanded, p.other, p.temporary, p.mask, p.length));
        passes.add(p -> Planes.divide(p.temporary, p.other, 1e-30f, p.other, p.length));
        passes.add(p -> straighten(p.expanded, p.mask, p.temporary, p.length));
        passes.add(p -> limit(p.mask, p.other, p.temporary, p.length));
        passes.add(p -> replace(p.colorfulness, p.expanded, p.temporary, p.length));
    }

    /** Adds the passes that move each color along its line to its new colorfulness. */
    private static void addMove(List<Pass> passes) {
        passes.add(p -> positive(p.boundary, p.mask, p.length));
        passes.add(p -> alongLine(p.lightness, p.crossing, p.slope, p.colorfulness, p.mask, p.length));
        passes.add(p -> Planes.multiply(p.colorfulness, p.mask, p.colorfulness, p.length));
    }

    private static void dropAbove(float[] lightness, float top, float[] colorfulness, int length) {
        for (int i = 0; i < length; i++) {
            colorfulness[i] = colorfulness[i] * (1f - Math.max(Math.min((lightness[i] - top) * Planes.SHARP, 1f), 0f));
        }
    }

    private static void focus(float[] cusp, float grey, float perTop, float[] focus, int length) {
        for (int i = 0; i < length; i++) {
            float lightness = cusp[i];
            float blend = Math.min(1f, (float) GamutGeometry.FOCUS_BLEND - lightness * perTop);
            focus[i] = lightness + (grey - lightness) * blend;
        }
    }

    /** The ratio whose logarithm makes lines steeper, 1 where they are not. */
    private static void steepness(float[] lightness, float[] cusp, float top, float least, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float above = (1f - (float) GamutGeometry.STEEPENING_BLEND) * (top - cusp[i]);
            result[i] = Math.max(above / Math.max(top - lightness[i], least), 1f);
        }
    }

    private static void inverseGain(float[] log2, float inverse, float square, int length) {
        for (int i = 0; i < length; i++) {
            float log = log2[i];
            log2[i] = inverse / (1f + square * log * log);
        }
    }

    /** The constant term of the line's quadratic equation: both forms in one, the mask is 1 above the focus. */
    private static void crossingConstant(
            float[] lightness, float[] scaled, float[] mask, float top, float[] constant, int length) {
        for (int i = 0; i < length; i++) {
            float above = mask[i] * top;
            constant[i] = lightness[i] + above * scaled[i];
        }
    }

    /** The linear term of the quadratic equation. */
    private static void crossingLinear(
            float[] scaled, float[] focus, float[] mask, float top, float[] linear, int length) {
        for (int i = 0; i < length; i++) {
            float s = scaled[i];
            float above = 2f * s + top * (s / focus[i]);
            linear[i] = 1f - s + mask[i] * above;
        }
    }

    /** The root of the quadratic equation, in place of the scaled colorfulness. */
    private static void crossingRoot(
            float[] scaled, float[] focus, float[] mask, float[] linear, float[] constant, int length) {
        for (int i = 0; i < length; i++) {
            float b = linear[i];
            float c = constant[i];
            float sign = 4f - 8f * mask[i];
            float ac = scaled[i] / focus[i] * c * sign;
            float root = (float) Math.sqrt(Math.max(b * b + ac, 0f));
            scaled[i] = 2f * c / (b + root);
        }
    }

    private static void slope(
            float[] crossing, float[] focus, float[] gain, float[] mask, float top, float[] slope, int length) {
        for (int i = 0; i < length; i++) {
            float x = crossing[i];
            float f = focus[i];
            float direction = x + mask[i] * (top - 2f * x);
            slope[i] = direction * (x - f) * gain[i] / f;
        }
    }

    private static void meet(float[] shifted, float[] cuspM, float[] cuspJ, float[] slope, int length) {
        for (int i = 0; i < length; i++) {
            float m = cuspM[i];
            shifted[i] = shifted[i] * m / (cuspJ[i] - slope[i] * m);
        }
    }

    /** How far below the top the crossing lies, as a part of the cusp's. */
    private static void fromTop(float[] cuspCrossing, float[] crossing, float top, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.max((top - crossing[i]) / Math.max(top - cuspCrossing[i], 1e-9f), 1e-30f);
        }
    }

    private static void fromPart(float[] part, float[] cuspCrossing, float top, int length) {
        for (int i = 0; i < length; i++) {
            part[i] = part[i] * (top - cuspCrossing[i]);
        }
    }

    private static void meetUpper(float[] shifted, float[] cuspM, float[] cuspJ, float[] slope, float top, int length) {
        for (int i = 0; i < length; i++) {
            float m = cuspM[i];
            shifted[i] = shifted[i] * m / (top - cuspJ[i] + slope[i] * m);
        }
    }

    private static void smoothMinimum(float[] lower, float[] upper, float[] cuspM, int length) {
        for (int i = 0; i < length; i++) {
            float a = lower[i];
            float b = upper[i];
            float width = (float) GamutGeometry.SMOOTHNESS * cuspM[i];
            float h = Math.max(width - Math.abs(a - b), 0f) / width;
            lower[i] = Math.min(a, b) - h * h * (h * width * (1f / 6f));
        }
    }

    private static void reachBoundary(float[] shifted, float[] reach, float[] slope, float top, int length) {
        for (int i = 0; i < length; i++) {
            float m = reach[i];
            shifted[i] = top * shifted[i] * m / (top - slope[i] * m);
        }
    }

    /** M above a threshold, bent so that the reach comes to lie on the boundary; unchanged if it lies within. */
    private static void bend(float[] colorfulness, float[] boundary, float[] reach, int length) {
        for (int i = 0; i < length; i++) {
            float m = colorfulness[i];
            float gamut = boundary[i];
            float part = Math.max(
                    Math.min(gamut / Math.max(reach[i], 1e-30f), 1f), (float) GamutCompression.LEAST_THRESHOLD);
            float threshold = part * gamut;
            float room = gamut - threshold;
            float span = Math.max(reach[i] - gamut, 0f);
            float scale = (room + span) * room + 1e-30f;
            float excess = Math.max(m - threshold, 0f);
            colorfulness[i] = m - excess + excess * scale / (scale + excess * span);
        }
    }

    /** How far M lies above the threshold from which on it was bent. */
    private static void excess(float[] colorfulness, float[] boundary, float[] reach, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float gamut = boundary[i];
            float part = Math.max(
                    Math.min(gamut / Math.max(reach[i], 1e-30f), 1f), (float) GamutCompression.LEAST_THRESHOLD);
            result[i] = Math.max(colorfulness[i] - part * gamut, 0f);
        }
    }

    /** The scale of the bend, as in {@link #bend}. */
    private static void scale(float[] boundary, float[] reach, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float gamut = boundary[i];
            float part = Math.max(
                    Math.min(gamut / Math.max(reach[i], 1e-30f), 1f), (float) GamutCompression.LEAST_THRESHOLD);
            float room = gamut - part * gamut;
            float span = Math.max(reach[i] - gamut, 0f);
            result[i] = (room + span) * room + 1e-30f;
        }
    }

    private static void span(float[] boundary, float[] reach, int length) {
        for (int i = 0; i < length; i++) {
            reach[i] = Math.max(reach[i] - boundary[i], 0f);
        }
    }

    /** What is left to the place that everything is bent to. */
    private static void left(float[] excess, float[] span, float[] scale, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float bent = excess[i] * span[i];
            result[i] = scale[i] - bent;
        }
    }

    /** Undoes {@link #bend} of the excess, in place of the scale. */
    private static void straighten(float[] excess, float[] left, float[] scale, int length) {
        for (int i = 0; i < length; i++) {
            float whole = scale[i];
            float ratio = whole / Math.max(left[i], whole * 1e-6f);
            scale[i] = ratio * excess[i];
        }
    }

    /** What no M is bent to, where nothing is left, ends at a fixed distance. */
    private static void limit(float[] left, float[] most, float[] straight, int length) {
        for (int i = 0; i < length; i++) {
            float beyond = Math.max(Math.min(left[i] * -Planes.SHARP, 1f), 0f);
            float other = straight[i];
            straight[i] = other + beyond * (most[i] - other);
        }
    }

    private static void replace(float[] x, float[] part, float[] by, int length) {
        for (int i = 0; i < length; i++) {
            part[i] = x[i] - part[i] + by[i];
        }
    }

    /** Leaves the mask where a lightness lies above the threshold factor * cusp + offset. */
    private static void restrictAbove(
            float[] lightness, float[] cusp, float factor, float offset, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            float above = lightness[i] - (factor * cusp[i] + offset);
            mask[i] = mask[i] * Math.max(Math.min(above * Planes.SHARP, 1f), 0f);
        }
    }

    /** The lightness reached along the line, but within the masked colors only. */
    private static void estimate(
            float[] lightness,
            float[] crossing,
            float[] slope,
            float[] colorfulness,
            float[] mask,
            float[] result,
            int length) {
        for (int i = 0; i < length; i++) {
            float before = lightness[i];
            float change = crossing[i] - before + slope[i] * colorfulness[i];
            result[i] = before + mask[i] * change;
        }
    }

    /** Whether two planes differ by more than rounding. */
    private static boolean anyDiffers(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            if (Math.abs(x[i] - y[i]) > 1e-6f) {
                return true;
            }
        }
        return false;
    }

    private static void positive(float[] x, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            mask[i] = Math.max(Math.min(x[i] * Planes.SHARP, 1f), 0f);
        }
    }

    private static void alongLine(
            float[] lightness, float[] crossing, float[] slope, float[] colorfulness, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            float before = lightness[i];
            float change = crossing[i] - before + slope[i] * colorfulness[i];
            lightness[i] = before + mask[i] * change;
        }
    }
}
