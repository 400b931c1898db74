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
import org.scenelinear.color.Adaptation;
import org.scenelinear.math.Matrix3;
import org.scenelinear.math.MatrixSpan;
import org.scenelinear.math.RootPower;

/**
 * A {@link Rendering} on planes of floats: linear AP0 to linear RGB of the limiting gamut, each component 0 to the
 * peak.
 *
 * <p>The algebra saves some of the reference's steps: no lightness is needed for a ratio of lightnesses, which is a
 * power of a ratio of achromatic responses, and sine and cosine of the hue come from a and b without the angle.
 */
final class RenderingKernel {
    private RenderingKernel() {}

    /** The passes of a rendering. */
    static List<Pass> passes(Rendering rendering) {
        ConeKernel cones = new ConeKernel();
        RootPower achromatic = new RootPower(1 / AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 5);
        float limit = (float) rendering.toneScale().forwardLimit();
        Matrix3 toAp1 = Primaries.AP0.matrixTo(Primaries.AP1, Adaptation.NONE);
        List<Pass> passes = new ArrayList<>();
        addMatrix(passes, toAp1);
        addClamp(passes, limit);
        // AP1 colors have cone signals of 0 or more: none needs a sign on the way in.
        addMatrix(passes, rendering.scene().rgbToCone().times(toAp1.inverse()));
        cones.addResponse(passes, p -> p.r, 1);
        cones.addResponse(passes, p -> p.g, 1);
        cones.addResponse(passes, p -> p.b, 1);
        addMatrix(passes, rendering.scene().responseToAab());

        passes.addAll(new HueKernel(rendering.tables()).passes());
        passes.addAll(ToneScaleKernel.passes(rendering.toneScale(), cones));
        passes.addAll(ChromaCompressionKernel.passes(rendering.chromaCompression()));
        passes.addAll(GamutCompressionKernel.passes(rendering.geometry(), achromatic));

        passes.add(p -> achromatic.apply(p.lightness, p.r, p.length));
        passes.add(p -> Planes.multiply(p.cosine, p.colorfulness, p.g, p.length));
        passes.add(p -> Planes.multiply(p.sine, p.colorfulness, p.b, p.length));
        addMatrix(passes, rendering.limiting().aabToResponse());
        cones.addSignedSignal(passes, p -> p.r);
        cones.addSignedSignal(passes, p -> p.g);
        cones.addSignedSignal(passes, p -> p.b);
        addMatrix(passes, rendering.limiting().coneToRgb());
        addClamp(passes, (float) rendering.parameters().peak());
        return passes;
    }

    /** Adds the product with a matrix. */
    static void addMatrix(List<Pass> passes, Matrix3 matrix) {
        float[] m = matrix.toFloatArray();
        passes.add(p -> MatrixSpan.multiply(m, p.r, p.g, p.b, p.power, p.more, p.another, p.length));
        passes.add(p -> System.arraycopy(p.power, 0, p.r, 0, p.length));
        passes.add(p -> System.arraycopy(p.more, 0, p.g, 0, p.length));
        passes.add(p -> System.arraycopy(p.another, 0, p.b, 0, p.length));
    }

    /** Adds a clamp of all components to a range from 0 on. */
    static void addClamp(List<Pass> passes, float high) {
        List<Function<RenderingPlanes, float[]>> components = List.of(p -> p.r, p -> p.g, p -> p.b);
        for (Function<RenderingPlanes, float[]> component : components) {
            passes.add(p -> Planes.clamp(component.apply(p), 0, high, p.length));
        }
    }
}
