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
import org.scenelinear.math.Log2Span;
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.RootPower;

/** A {@link DisplayEncoding} on planes of floats: linear RGB of the limiting gamut to code values of 0 or more. */
final class EncodingKernel {
    /** The least and largest linear values for which the powers are accurate: 1e-6 cd/m² to the ceiling of PQ. */
    private static final double DARKEST = 1e-8;

    private static final double BRIGHTEST = 100;

    private EncodingKernel() {}

    /** The passes of an encoding. */
    static List<Pass> passes(RenderingParameters rendering, DisplayEncoding encoding) {
        List<Pass> passes = new ArrayList<>();
        Matrix3 matrix = encoding.matrixFrom(rendering.limiting());
        float brightest = (float) encoding.brightest(rendering);
        if (!matrix.equals(Matrix3.IDENTITY)) {
            RenderingKernel.addMatrix(passes, matrix);
            RenderingKernel.addClamp(passes, brightest);
        }
        DisplayCurve curve = encoding.curve();
        if (curve == DisplayCurve.HLG) {
            addSystemGamma(passes);
        }
        List<Function<RenderingPlanes, float[]>> components = List.of(p -> p.r, p -> p.g, p -> p.b);
        for (Function<RenderingPlanes, float[]> component : components) {
            addCurve(passes, curve, component);
        }
        if (curve != DisplayCurve.LINEAR && curve != DisplayCurve.HLG) {
            RenderingKernel.addClamp(passes, (float) curve.encode(brightest)); // drops what rounding added
        }
        return passes;
    }

    private static void addCurve(List<Pass> passes, DisplayCurve curve, Function<RenderingPlanes, float[]> component) {
        switch (curve) {
            case LINEAR -> {}
            case SRGB -> {
                RootPower power = new RootPower(1 / curve.gamma(), DARKEST, BRIGHTEST);
                passes.add(p -> power.apply(component.apply(p), p.power, p.length));
                passes.add(p -> lineOrPower(component.apply(p), p.power, p.length));
            }
            case GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> {
                RootPower power = new RootPower(1 / curve.gamma(), DARKEST, BRIGHTEST);
                passes.add(p -> power.apply(component.apply(p), component.apply(p), p.length));
            }
            case PQ -> {
                RootPower inner = new RootPower(DisplayCurve.PQ_M1, DARKEST / BRIGHTEST, 1);
                PowerSpan outer = new PowerSpan(DisplayCurve.PQ_M2);
                passes.add(p -> Planes.scale(component.apply(p), (float) (1 / BRIGHTEST), p.power, p.length));
                passes.add(p -> inner.apply(p.power, p.power, p.length));
                passes.add(p -> pqRatio(p.power, p.length));
                passes.add(p -> outer.apply(p.power, component.apply(p), p.span, p.length));
            }
            case HLG -> {
                passes.add(p -> aboveBreak(component.apply(p), p.power, p.length));
                passes.add(p -> Log2Span.apply(p.power, p.power, p.span, p.length));
                passes.add(p -> rootOrLogarithm(component.apply(p), p.power, p.length));
            }
        }
    }

    /** Adds the division by the system gamma: display light to scene light of 1 at the peak. */
    private static void addSystemGamma(List<Pass> passes) {
        RootPower power = new RootPower(1 / DisplayEncoding.HLG_GAMMA, DARKEST, 1);
        float darkest = (float) DisplayEncoding.HLG_DARKEST;
        float perPeak = (float) (1 / DisplayEncoding.HLG_PEAK);
        passes.add(p -> luminance(p.r, p.g, p.b, p.power, p.length));
        passes.add(p -> power.apply(p.power, p.more, p.length));
        passes.add(p -> Planes.divide(p.more, p.power, darkest, p.power, p.length));
        passes.add(p -> Planes.scale(p.power, perPeak, p.power, p.length));
        passes.add(p -> Planes.multiply(p.r, p.power, p.r, p.length));
        passes.add(p -> Planes.multiply(p.g, p.power, p.g, p.length));
        passes.add(p -> Planes.multiply(p.b, p.power, p.b, p.length));
    }

    private static void lineOrPower(float[] x, float[] power, int length) {
        float slope = (float) DisplayCurve.SRGB_SLOPE;
        float lineEnd = (float) DisplayCurve.SRGB_BREAK;
        float gain = (float) (1 + DisplayCurve.SRGB_OFFSET);
        float offset = (float) -DisplayCurve.SRGB_OFFSET;
        for (int i = 0; i < length; i++) {
            float linear = x[i];
            float line = linear * slope;
            float mask = Math.max(Math.min((linear - lineEnd) * Planes.SHARP, 1f), 0f);
            x[i] = line + mask * (offset + gain * power[i] - line);
        }
    }

    private static void pqRatio(float[] x, int length) {
        float c1 = (float) DisplayCurve.PQ_C1;
        float c2 = (float) DisplayCurve.PQ_C2;
        float c3 = (float) DisplayCurve.PQ_C3;
        for (int i = 0; i < length; i++) {
            float power = x[i];
            x[i] = (c1 + c2 * power) / (1f + c3 * power);
        }
    }

    private static void luminance(float[] r, float[] g, float[] b, float[] result, int length) {
        float red = (float) (DisplayEncoding.HLG_LUMINANCE[0] / DisplayEncoding.HLG_PEAK);
        float green = (float) (DisplayEncoding.HLG_LUMINANCE[1] / DisplayEncoding.HLG_PEAK);
        float blue = (float) (DisplayEncoding.HLG_LUMINANCE[2] / DisplayEncoding.HLG_PEAK);
        float least = (float) DisplayEncoding.HLG_DARKEST;
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(red * r[i] + green * g[i] + blue * b[i], least);
        }
    }

    private static void aboveBreak(float[] x, float[] result, int length) {
        float least = (float) DisplayCurve.HLG_BREAK;
        float b = (float) DisplayCurve.HLG_B;
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(x[i], least) - b;
        }
    }

    private static void rootOrLogarithm(float[] x, float[] log2, int length) {
        float lineEnd = (float) DisplayCurve.HLG_BREAK;
        float a = (float) (DisplayCurve.HLG_A * Math.log(2));
        float c = (float) DisplayCurve.HLG_C;
        for (int i = 0; i < length; i++) {
            float light = x[i];
            float root = (float) Math.sqrt(3f * light);
            float mask = Math.max(Math.min((light - lineEnd) * Planes.SHARP, 1f), 0f);
            x[i] = root + mask * (c + a * log2[i] - root);
        }
    }
}
