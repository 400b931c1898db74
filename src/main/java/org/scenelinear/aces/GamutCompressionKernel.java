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

import org.scenelinear.math.Exp2Span;
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.RootPower;

/** {@link GamutCompression} on planes of floats, with all lightnesses J divided by 100. */
final class GamutCompressionKernel {
    private static final double LOG10_OF_2 = Math.log10(2);

    private final double highest;
    private final double grey;
    private final double flatness;
    private final double nearlyHighest;
    private final RootPower lower;
    private final RootPower reachPower;

    GamutCompressionKernel(GamutGeometry geometry, RootPower reachPower) {
        double unit = AppearanceModel.REFERENCE_LUMINANCE;
        highest = geometry.highestLightness() / unit;
        grey = geometry.greyLightness() / unit;
        // Slopes are dJ/dM with J divided by 100: so is the gain.
        flatness = geometry.focusGain();
        nearlyHighest = 0.0001 / unit;
        lower = new RootPower(geometry.lowerExponent(), 1e-6, 10);
        this.reachPower = reachPower;
    }

    /** Compresses lightness and colorfulness into the limiting gamut. */
    void apply(RenderingPlanes p, int length) {
        float[] focus = p.scratch0;
        float[] gain = p.scratch1;
        float[] crossing = p.scratch2;
        float[] slope = p.scratch3;
        float[] cuspCrossing = p.scratch4;
        float[] boundary = p.scratch5;
        float[] other = p.scratch6;
        float[] mask = p.scratch7;
        float[] temporary = p.scratch8;
        float top = (float) highest;

        dropAbove(p.lightness, top, p.colorfulness, length);
        focus(p.cuspLightness, (float) grey, (float) (1 / highest), focus, length);
        steepness(p.lightness, p.cuspLightness, top, (float) nearlyHighest, gain, length);
        Log2Span.apply(gain, gain, temporary, p.bits, p.moreBits, length);
        inverseGain(gain, (float) (1 / flatness), (float) (LOG10_OF_2 * LOG10_OF_2), length);

        Planes.maskGreater(p.lightness, focus, mask, length);
        crossing(p.lightness, p.colorfulness, focus, gain, mask, top, crossing, temporary, length);
        slope(crossing, focus, gain, mask, top, slope, length);
        Planes.maskGreater(p.cuspLightness, focus, mask, length);
        crossing(p.cuspLightness, p.cuspColorfulness, focus, gain, mask, top, cuspCrossing, temporary, length);

        Planes.divide(crossing, cuspCrossing, 1e-9f, boundary, length);
        lower.apply(boundary, boundary, length);
        Planes.multiply(boundary, cuspCrossing, boundary, length);
        meet(boundary, p.cuspColorfulness, p.cuspLightness, slope, boundary, length);

        fromTop(cuspCrossing, crossing, top, other, length);
        Log2Span.apply(other, other, temporary, p.bits, p.moreBits, length);
        Planes.multiply(other, p.upperExponent, other, length);
        Exp2Span.apply(other, other, temporary, p.bits, length);
        meetUpper(other, cuspCrossing, p.cuspColorfulness, p.cuspLightness, slope, top, length);
        smoothMinimum(boundary, other, p.cuspColorfulness, length);

        Planes.scale(crossing, 1 / top, other, length);
        reachPower.apply(other, other, length);
        Planes.scale(other, top, other, length);
        reachBoundary(other, p.reach, slope, top, length);

        bend(p.colorfulness, boundary, other, length);
        positive(boundary, mask, length);
        alongLine(p.lightness, crossing, slope, p.colorfulness, mask, length);
        Planes.multiply(p.colorfulness, mask, p.colorfulness, length);
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

    /** Both forms of the quadratic in one: the mask is 1 above the focus. */
    private static void crossing(
            float[] lightness,
            float[] colorfulness,
            float[] focus,
            float[] gain,
            float[] mask,
            float top,
            float[] result,
            float[] constant,
            int length) {
        Planes.multiply(colorfulness, gain, result, length);
        crossingConstant(lightness, result, mask, top, constant, length);
        crossingRoot(result, focus, mask, constant, top, length);
    }

    private static void crossingConstant(
            float[] lightness, float[] scaled, float[] mask, float top, float[] constant, int length) {
        for (int i = 0; i < length; i++) {
            float above = mask[i] * top;
            constant[i] = lightness[i] + above * scaled[i];
        }
    }

    private static void crossingRoot(
            float[] scaled, float[] focus, float[] mask, float[] constant, float top, int length) {
        for (int i = 0; i < length; i++) {
            float s = scaled[i];
            float above = mask[i];
            float c = constant[i];
            float a = s / focus[i];
            float b = 1f - s + above * (2f * s + top * a);
            float ac = a * c * (4f - 8f * above);
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

    private static void meet(float[] shifted, float[] cuspM, float[] cuspJ, float[] slope, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float m = cuspM[i];
            result[i] = shifted[i] * m / (cuspJ[i] - slope[i] * m);
        }
    }

    /** How far below the top the crossing lies, as a part of the cusp's. */
    private static void fromTop(float[] cuspCrossing, float[] crossing, float top, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.max((top - crossing[i]) / Math.max(top - cuspCrossing[i], 1e-9f), 1e-30f);
        }
    }

    private static void meetUpper(
            float[] power, float[] cuspCrossing, float[] cuspM, float[] cuspJ, float[] slope, float top, int length) {
        for (int i = 0; i < length; i++) {
            float m = cuspM[i];
            float shifted = power[i] * (top - cuspCrossing[i]);
            power[i] = shifted * m / (top - cuspJ[i] + slope[i] * m);
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
            shifted[i] = shifted[i] * m / (top - slope[i] * m);
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
