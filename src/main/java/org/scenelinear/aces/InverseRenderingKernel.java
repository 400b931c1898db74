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
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.RootPower;

/**
 * The inverse of an output transform on planes of floats: code values to linear AP0. What the double evaluation does
 * step by step, {@link RenderingKernel} backwards.
 */
final class InverseRenderingKernel {
    /** By which part of its largest component a color may lie beyond a bound and still count as within. */
    private static final float TOLERANCE = 5e-4f;

    private InverseRenderingKernel() {}

    /**
     * The passes of the inverse.
     *
     * @param outside is told of every pixel outside of the invertible range; empty if nobody wants to know
     */
    static List<Pass> passes(Rendering rendering, DisplayEncoding encoding, Optional<PixelCount> outside) {
        ConeKernel cones = new ConeKernel();
        RootPower achromatic = new RootPower(1 / AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 5);
        RootPower lightness = new RootPower(AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 12);
        Matrix3 toAp1 = Primaries.AP0.matrixTo(Primaries.AP1, Adaptation.NONE);
        float peak = (float) rendering.parameters().peak();
        float limit = (float) rendering.toneScale().forwardLimit();
        float highestCode = (float) encoding.highestCode(rendering.parameters());
        boolean counted = outside.isPresent();
        List<Pass> passes = new ArrayList<>();
        if (counted) {
            passes.add(p -> markNegative(p.r, p.g, p.b, p.outside, p.length));
        }
        RenderingKernel.addClamp(passes, highestCode);
        passes.addAll(DecodingKernel.passes(encoding));
        Matrix3 fromSignal =
                encoding.matrixFrom(rendering.parameters().limiting()).inverse();
        if (!fromSignal.equals(Matrix3.IDENTITY)) {
            RenderingKernel.addMatrix(passes, fromSignal);
        }
        if (counted) {
            passes.add(p -> mark(p.r, p.g, p.b, peak * (1 + TOLERANCE), p.outside, p.length));
        }
        RenderingKernel.addClamp(passes, peak);

        Matrix3 toCone = rendering.limiting().rgbToCone();
        RenderingKernel.addMatrix(passes, toCone);
        cones.addSignedResponses(passes, hasNegative(toCone));
        RenderingKernel.addMatrix(passes, rendering.limiting().responseToAab());
        passes.addAll(new HueKernel(rendering.tables()).passes());
        passes.add(p -> Planes.clamp(p.r, 0, Float.MAX_VALUE, p.length));
        passes.add(p -> lightness.apply(p.r, p.lightness, p.length));
        passes.addAll(GamutCompressionKernel.inversePasses(rendering.geometry(), achromatic));
        passes.addAll(ToneScaleKernel.inversePasses(rendering.toneScale(), cones, achromatic));
        passes.addAll(ChromaCompressionKernel.inversePasses(rendering.chromaCompression()));

        passes.add(p -> Planes.multiply(p.cosine, p.colorfulness, p.g, p.length));
        passes.add(p -> Planes.multiply(p.sine, p.colorfulness, p.b, p.length));
        RenderingKernel.addMatrix(passes, rendering.scene().aabToResponse());
        cones.addSignedSignal(passes, p -> p.r);
        cones.addSignedSignal(passes, p -> p.g);
        cones.addSignedSignal(passes, p -> p.b);
        RenderingKernel.addMatrix(passes, toAp1.times(rendering.scene().coneToRgb()));
        if (counted) {
            passes.add(p -> mark(p.r, p.g, p.b, limit, p.outside, p.length));
            passes.add(p -> outside.get().add(sum(p.outside, p.length)));
        }
        RenderingKernel.addClamp(passes, limit);
        RenderingKernel.addMatrix(passes, toAp1.inverse());
        return passes;
    }

    private static boolean hasNegative(Matrix3 matrix) {
        for (int i = 0; i < 9; i++) {
            if (matrix.get(i / 3, i % 3) < 0) {
                return true;
            }
        }
        return false;
    }

    /** mark = 1 where a component is negative, otherwise 0. */
    private static void markNegative(float[] r, float[] g, float[] b, float[] mark, int length) {
        for (int i = 0; i < length; i++) {
            float least = Math.min(Math.min(r[i], g[i]), b[i]);
            mark[i] = Math.max(Math.min(least * -Planes.SHARP, 1f), 0f);
        }
    }

    /** mark = 1 where it is already, and where a component lies above a bound or clearly below 0. */
    private static void mark(float[] r, float[] g, float[] b, float high, float[] mark, int length) {
        for (int i = 0; i < length; i++) {
            float largest = Math.max(Math.max(r[i], g[i]), b[i]);
            float least = Math.min(Math.min(r[i], g[i]), b[i]);
            float beyond = Math.max(largest - high, -least - TOLERANCE * largest);
            mark[i] = Math.max(Math.min(beyond * Planes.SHARP, 1f), mark[i]);
        }
    }

    private static int sum(float[] marks, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (int) marks[i];
        }
        return sum;
    }
}
