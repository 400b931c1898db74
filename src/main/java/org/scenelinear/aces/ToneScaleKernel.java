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
import org.scenelinear.math.RootPower;

/** {@link ToneScale} on planes of floats. */
final class ToneScaleKernel {
    private static final float LEAST_ACHROMATIC = 1e-30f;

    private ToneScaleKernel() {}

    /** The passes, which find achromatic response and lightness on the display for the achromatic response in r. */
    static List<Pass> passes(ToneScale toneScale, ConeKernel cones) {
        RootPower contrast = new RootPower(ToneScale.CONTRAST, 1e-9, 1);
        RootPower lightness = new RootPower(AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 12);
        float halfSignal = (float) (toneScale.s2() * AppearanceModel.ADAPTATION);
        float m2 = (float) toneScale.m2();
        float level = (float) (AppearanceModel.REFERENCE_LUMINANCE * AppearanceModel.ADAPTATION);
        float white = (float) AppearanceModel.WHITE_CONE_RESPONSE;
        List<Pass> passes = new ArrayList<>();
        cones.addSignal(passes, p -> p.r, white, p -> p.achromatic);
        passes.add(p -> Planes.saturate(p.achromatic, 1, halfSignal, p.achromatic, p.length));
        passes.add(p -> contrast.apply(p.achromatic, p.achromatic, p.length));
        passes.add(p -> toe(p.achromatic, m2, (float) ToneScale.T1, level, p.length));
        cones.addResponse(passes, p -> p.achromatic, 1 / white);
        passes.add(p -> lightness.apply(p.achromatic, p.lightness, p.length));
        passes.add(p -> Planes.divide(p.achromatic, p.r, LEAST_ACHROMATIC, p.change, p.length));
        return passes;
    }

    /**
     * The passes of the inverse, which find achromatic response before the tone scale, in r, and the ratio to it for
     * the lightness on the display; the one on the display too.
     *
     * @param achromatic raises lightness to achromatic response
     */
    static List<Pass> inversePasses(ToneScale toneScale, ConeKernel cones, RootPower achromatic) {
        RootPower contrast = new RootPower(1 / ToneScale.CONTRAST, 1e-9, 1);
        float halfSignal = (float) (toneScale.s2() * AppearanceModel.ADAPTATION);
        float perM2 = (float) (1 / toneScale.m2());
        float perLevel = (float) (1 / (AppearanceModel.REFERENCE_LUMINANCE * AppearanceModel.ADAPTATION));
        float highest = (float) toneScale.inverseLimit();
        float white = (float) AppearanceModel.WHITE_CONE_RESPONSE;
        List<Pass> passes = new ArrayList<>();
        passes.add(p -> achromatic.apply(p.lightness, p.achromatic, p.length));
        cones.addSignal(passes, p -> p.achromatic, white, p -> p.r);
        passes.add(p -> beforeToe(p.r, perLevel, highest, (float) ToneScale.T1, perM2, p.length));
        passes.add(p -> contrast.apply(p.r, p.r, p.length));
        passes.add(p -> unsaturate(p.r, halfSignal, p.length));
        cones.addResponse(passes, p -> p.r, 1 / white);
        passes.add(p -> Planes.divide(p.r, p.achromatic, LEAST_ACHROMATIC, p.change, p.length));
        return passes;
    }

    private static void beforeToe(float[] x, float perLevel, float highest, float t1, float factor, int length) {
        for (int i = 0; i < length; i++) {
            float light = Math.min(x[i] * perLevel, highest);
            float root = (float) Math.sqrt(light * (light + 4f * t1));
            x[i] = (light + root) * (0.5f * factor);
        }
    }

    /** x = offset x / (1 - x), for x well below 1. */
    private static void unsaturate(float[] x, float offset, int length) {
        for (int i = 0; i < length; i++) {
            float part = x[i];
            x[i] = offset * part / (1f - part);
        }
    }

    private static void toe(float[] x, float m2, float t1, float level, int length) {
        for (int i = 0; i < length; i++) {
            float f = m2 * x[i];
            x[i] = f * f / (f + t1) * level;
        }
    }
}
