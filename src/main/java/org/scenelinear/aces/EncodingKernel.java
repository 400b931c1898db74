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

import org.scenelinear.math.Log2Span;
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.MatrixSpan;
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.RootPower;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/** A {@link DisplayEncoding} on tiles: linear RGB of the limiting gamut to code values, none below 0. */
final class EncodingKernel implements Kernel {
    /** The least and largest linear values for which the powers are accurate: 1e-6 cd/m² to the ceiling of PQ. */
    private static final double DARKEST = 1e-8;

    private static final double BRIGHTEST = 100;
    private static final PowerSpan PQ_OUTER = new PowerSpan(DisplayCurve.PQ_M2);

    private final DisplayCurve curve;
    private final boolean convert;
    private final float[] matrix;
    private final double brightest;
    private final double highestCode;
    private final RootPower power;

    EncodingKernel(RenderingParameters rendering, DisplayEncoding encoding) {
        curve = encoding.curve();
        Matrix3 conversion = encoding.matrixFrom(rendering.limiting());
        convert = !conversion.equals(Matrix3.IDENTITY);
        matrix = conversion.toFloatArray();
        double largest = 0;
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += Math.max(0, conversion.get(row, column));
            }
            largest = Math.max(largest, sum * rendering.peak());
        }
        brightest = largest;
        highestCode = encoding.encode(new double[] {largest, largest, largest})[1];
        power = switch (curve) {
            case LINEAR -> null;
            case SRGB, GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> new RootPower(1 / curve.gamma(), DARKEST, BRIGHTEST);
            case PQ -> new RootPower(DisplayCurve.PQ_M1, DARKEST / BRIGHTEST, 1);
            case HLG -> new RootPower(1 / DisplayEncoding.HLG_GAMMA, DARKEST, 1);
        };
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        if (convert) {
            MatrixSpan.multiply(matrix, tile.r, tile.g, tile.b, length);
        }
        if (convert || curve == DisplayCurve.HLG) {
            clampAll(tile, brightest);
        }
        if (curve == DisplayCurve.HLG) {
            systemGamma(tile);
        }
        if (curve != DisplayCurve.LINEAR) {
            encode(tile.r, tile);
            encode(tile.g, tile);
            encode(tile.b, tile);
            clampAll(tile, highestCode);
        }
    }

    private static void clampAll(Tile tile, double highest) {
        Planes.clamp(tile.r, 0, (float) highest, tile.length);
        Planes.clamp(tile.g, 0, (float) highest, tile.length);
        Planes.clamp(tile.b, 0, (float) highest, tile.length);
    }

    private void encode(float[] x, Tile tile) {
        int length = tile.length;
        float[] scratch = tile.scratch(0);
        switch (curve) {
            case SRGB -> {
                power.apply(x, scratch, length);
                lineOrPower(x, scratch, length);
            }
            case PQ -> {
                Planes.scale(x, (float) (1 / BRIGHTEST), x, length);
                power.apply(x, x, length);
                pqRatio(x, length);
                PQ_OUTER.apply(x, x, scratch, tile.scratch(1), tile.intScratch(0), tile.intScratch(1), length);
            }
            case HLG -> {
                aboveBreak(x, scratch, length);
                Log2Span.apply(scratch, scratch, tile.scratch(1), tile.intScratch(0), tile.intScratch(1), length);
                rootOrLogarithm(x, scratch, length);
            }
            default -> power.apply(x, x, length);
        }
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

    /** Divides by the system gamma: display light to scene light of 1 at the peak. */
    private void systemGamma(Tile tile) {
        float[] luminance = tile.scratch(0);
        float[] gain = tile.scratch(1);
        luminance(tile.r, tile.g, tile.b, luminance, tile.length);
        power.apply(luminance, gain, tile.length);
        Planes.divide(gain, luminance, (float) DisplayEncoding.HLG_DARKEST, gain, tile.length);
        Planes.scale(gain, (float) (1 / DisplayEncoding.HLG_PEAK), gain, tile.length);
        Planes.multiply(tile.r, gain, tile.r, tile.length);
        Planes.multiply(tile.g, gain, tile.g, tile.length);
        Planes.multiply(tile.b, gain, tile.b, tile.length);
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
