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

/**
 * The inverse of a {@link DisplayEncoding} on planes of floats: code values of 0 or more to linear RGB of the signal.
 */
final class DecodingKernel {
    /** The least and largest squares of code values for which powers are accurate. */
    private static final double LOW = 1e-8;

    private static final double HIGH = 1000;
    /** Half the exponents of gamma: powers are taken of squares. */
    private static final double HALF = 0.5;

    private DecodingKernel() {}

    /** The passes of an encoding. */
    static List<Pass> passes(DisplayEncoding encoding) {
        List<Pass> passes = new ArrayList<>();
        List<Function<RenderingPlanes, float[]>> components = List.of(p -> p.r, p -> p.g, p -> p.b);
        for (Function<RenderingPlanes, float[]> component : components) {
            addCurve(passes, encoding.curve(), component);
        }
        if (encoding.curve() == DisplayCurve.HLG) {
            addSystemGamma(passes);
        }
        return passes;
    }

    private static void addCurve(List<Pass> passes, DisplayCurve curve, Function<RenderingPlanes, float[]> component) {
        switch (curve) {
            case LINEAR -> {}
            case SRGB -> {
                RootPower power = new RootPower(HALF * curve.gamma(), LOW, HIGH);
                passes.add(p -> squareAboveLine(component.apply(p), p.power, p.length));
                passes.add(p -> power.apply(p.power, p.power, p.length));
                passes.add(p -> lineOrPower(component.apply(p), p.power, p.length));
            }
            case GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> {
                RootPower power = new RootPower(HALF * curve.gamma(), LOW, HIGH);
                passes.add(p -> Planes.multiply(component.apply(p), component.apply(p), p.power, p.length));
                passes.add(p -> power.apply(p.power, component.apply(p), p.length));
            }
            case PQ -> {
                RootPower power = new RootPower(1 / DisplayCurve.PQ_M1 / 4, LOW, 2);
                float darkest = (float) curve.encode(0);
                passes.add(p -> Planes.clamp(component.apply(p), darkest, 1, p.length));
                passes.add(p -> Log2Span.apply(component.apply(p), p.power, p.span, p.length));
                passes.add(p -> belowOne(p.power, (float) (Math.log(2) / DisplayCurve.PQ_M2), p.length));
                passes.add(p -> fourthPowerOfRatio(p.power, p.length));
                passes.add(p -> power.apply(p.power, p.power, p.length));
                passes.add(p -> Planes.scale(p.power, 100, component.apply(p), p.length));
            }
            case HLG -> {
                passes.add(p -> exponent(component.apply(p), p.power, p.length));
                passes.add(p -> Exp2Span.apply(p.power, p.power, p.span, p.length));
                passes.add(p -> squareOrPower(component.apply(p), p.power, p.length));
            }
        }
    }

    /** Adds the product with the system gamma: scene light of 1 at the peak to display light. */
    private static void addSystemGamma(List<Pass> passes) {
        RootPower power = new RootPower(DisplayEncoding.HLG_GAMMA - 1, LOW, HIGH);
        float peak = (float) DisplayEncoding.HLG_PEAK;
        passes.add(p -> luminance(p.r, p.g, p.b, p.power, p.length));
        passes.add(p -> power.apply(p.power, p.power, p.length));
        passes.add(p -> Planes.scale(p.power, peak, p.power, p.length));
        passes.add(p -> Planes.multiply(p.r, p.power, p.r, p.length));
        passes.add(p -> Planes.multiply(p.g, p.power, p.g, p.length));
        passes.add(p -> Planes.multiply(p.b, p.power, p.b, p.length));
    }

    private static void squareAboveLine(float[] x, float[] result, int length) {
        float offset = (float) DisplayCurve.SRGB_OFFSET;
        float perGain = (float) (1 / (1 + DisplayCurve.SRGB_OFFSET));
        for (int i = 0; i < length; i++) {
            float root = (x[i] + offset) * perGain;
            result[i] = root * root;
        }
    }

    private static void lineOrPower(float[] x, float[] power, int length) {
        float perSlope = (float) (1 / DisplayCurve.SRGB_SLOPE);
        float lineEnd = (float) (DisplayCurve.SRGB_BREAK * DisplayCurve.SRGB_SLOPE);
        for (int i = 0; i < length; i++) {
            float code = x[i];
            float line = code * perSlope;
            float mask = Math.max(Math.min((code - lineEnd) * Planes.SHARP, 1f), 0f);
            x[i] = line + mask * (power[i] - line);
        }
    }

    /**
     * 1 - e^y of y = factor x from -0.2 to 0, by its series: the code value to the power 1/m2 lies so close to 1 that
     * its difference from 1 has to be found without rounding it to a float on the way.
     */
    private static void belowOne(float[] x, float factor, int length) {
        for (int i = 0; i < length; i++) {
            float y = x[i] * factor;
            float series = 1f + y * (1f / 2 + y * (1f / 6 + y * (1f / 24 + y * (1f / 120 + y * (1f / 720)))));
            x[i] = -y * series;
        }
    }

    private static void fourthPowerOfRatio(float[] x, int length) {
        float range = (float) (1 - DisplayCurve.PQ_C1);
        float offset = (float) (DisplayCurve.PQ_C2 - DisplayCurve.PQ_C3);
        float c3 = (float) DisplayCurve.PQ_C3;
        for (int i = 0; i < length; i++) {
            float below = x[i];
            float ratio = Math.max(range - below, 0f) / (offset + c3 * below);
            float square = ratio * ratio;
            x[i] = square * square;
        }
    }

    private static void exponent(float[] x, float[] result, int length) {
        float factor = (float) (1 / (DisplayCurve.HLG_A * Math.log(2)));
        float c = (float) DisplayCurve.HLG_C;
        for (int i = 0; i < length; i++) {
            result[i] = (x[i] - c) * factor;
        }
    }

    private static void squareOrPower(float[] x, float[] power, int length) {
        float b = (float) DisplayCurve.HLG_B;
        for (int i = 0; i < length; i++) {
            float code = x[i];
            float square = code * code * (1f / 3);
            float mask = Math.max(Math.min((code - 0.5f) * Planes.SHARP, 1f), 0f);
            x[i] = square + mask * (power[i] + b - square);
        }
    }

    private static void luminance(float[] r, float[] g, float[] b, float[] result, int length) {
        float red = (float) DisplayEncoding.HLG_LUMINANCE[0];
        float green = (float) DisplayEncoding.HLG_LUMINANCE[1];
        float blue = (float) DisplayEncoding.HLG_LUMINANCE[2];
        float least = (float) DisplayEncoding.HLG_DARKEST_SCENE;
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(red * r[i] + green * g[i] + blue * b[i], least);
        }
    }
}
