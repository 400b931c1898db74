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

import org.scenelinear.math.Matrix3;
import org.scenelinear.math.MatrixSpan;
import org.scenelinear.math.RootPower;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

/**
 * A {@link Rendering} on tiles: linear AP0 to linear RGB of the limiting gamut, each component 0 to the peak.
 *
 * <p>The algebra saves some of the reference's steps: no lightness is needed for a ratio of lightnesses, which is a
 * power of a ratio of achromatic responses, and sine and cosine of the hue come from a and b without the angle.
 */
final class RenderingKernel implements Kernel {
    private static final float LEAST_ACHROMATIC = 1e-30f;

    private final FiniteKernel finite;
    private final double limit;
    private final double peak;
    private final float[] toAp1;
    private final float[] toCone;
    private final float[] toAab;
    private final float[] fromAab;
    private final float[] fromCone;
    private final ConeKernel cones = new ConeKernel();
    private final RootPower achromaticPower = new RootPower(1 / AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 5);
    private final ToneScaleKernel toneScale;
    private final HueKernel hue;
    private final ChromaCompressionKernel chromaCompression;
    private final GamutCompressionKernel gamutCompression;

    RenderingKernel(Rendering rendering) {
        limit = rendering.toneScale().forwardLimit();
        peak = rendering.parameters().peak();
        finite = new FiniteKernel((float) limit);
        Matrix3 ap1 = Primaries.conversion(Primaries.AP0, Primaries.AP1);
        toAp1 = ap1.toFloatArray();
        // AP1 colors have cone signals of 0 or more: none needs a sign on the way in.
        toCone = rendering.scene().rgbToCone().times(ap1.inverse()).toFloatArray();
        toAab = rendering.scene().responseToAab().toFloatArray();
        fromAab = rendering.limiting().aabToResponse().toFloatArray();
        fromCone = rendering.limiting().coneToRgb().toFloatArray();
        toneScale = new ToneScaleKernel(rendering.toneScale(), cones);
        hue = new HueKernel(rendering.tables());
        chromaCompression = new ChromaCompressionKernel(rendering.chromaCompression());
        gamutCompression = new GamutCompressionKernel(rendering.geometry(), achromaticPower);
    }

    @Override
    public void apply(Tile tile) {
        int length = tile.length;
        float[] r = tile.r;
        float[] g = tile.g;
        float[] b = tile.b;
        RenderingPlanes planes = new RenderingPlanes(tile);
        finite.apply(tile);
        MatrixSpan.multiply(toAp1, r, g, b, length);
        clampAll(r, g, b, (float) limit, length);

        MatrixSpan.multiply(toCone, r, g, b, length);
        cones.respond(r, 1, length);
        cones.respond(g, 1, length);
        cones.respond(b, 1, length);
        MatrixSpan.multiply(toAab, r, g, b, length);

        HueKernel.toPolar(g, b, planes.colorfulness, planes.upperExponent, planes.scratch0, length);
        hue.lookUp(planes.upperExponent, planes.reach, planes.cuspLightness, planes.cuspColorfulness, length);
        toneScale.achromatic(r, planes.achromatic, length);
        toneScale.lightness(planes.achromatic, planes.lightness, length);
        Planes.divide(planes.achromatic, r, LEAST_ACHROMATIC, planes.change, length);
        chromaCompression.apply(planes, length);
        gamutCompression.apply(planes, length);

        achromaticPower.apply(planes.lightness, r, length);
        Planes.multiply(g, planes.colorfulness, g, length);
        Planes.multiply(b, planes.colorfulness, b, length);
        MatrixSpan.multiply(fromAab, r, g, b, length);
        cones.signedSignal(r, planes.scratch0, length);
        cones.signedSignal(g, planes.scratch0, length);
        cones.signedSignal(b, planes.scratch0, length);
        MatrixSpan.multiply(fromCone, r, g, b, length);
        clampAll(r, g, b, (float) peak, length);
    }

    private static void clampAll(float[] r, float[] g, float[] b, float limit, int length) {
        Planes.clamp(r, 0, limit, length);
        Planes.clamp(g, 0, limit, length);
        Planes.clamp(b, 0, limit, length);
    }
}
