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

import org.scenelinear.math.RootPower;

/** {@link ToneScale} on planes of floats. */
final class ToneScaleKernel {
    private final ConeKernel cones;
    private final RootPower contrast = new RootPower(ToneScale.CONTRAST, 1e-9, 1);
    private final RootPower lightness = new RootPower(AppearanceModel.LIGHTNESS_EXPONENT, 1e-6, 12);
    private final double halfSignal;
    private final double m2;

    ToneScaleKernel(ToneScale toneScale, ConeKernel cones) {
        this.cones = cones;
        halfSignal = toneScale.s2() * AppearanceModel.ADAPTATION;
        m2 = toneScale.m2();
    }

    /** Finds the achromatic responses on the display for those in the scene, all 0 or more. */
    void achromatic(float[] scene, float[] display, int length) {
        cones.signal(scene, (float) AppearanceModel.WHITE_CONE_RESPONSE, display, length);
        Planes.saturate(display, 1, (float) halfSignal, display, length);
        contrast.apply(display, display, length);
        double level = AppearanceModel.REFERENCE_LUMINANCE * AppearanceModel.ADAPTATION;
        toe(display, (float) m2, (float) ToneScale.T1, (float) level, length);
        cones.respond(display, (float) (1 / AppearanceModel.WHITE_CONE_RESPONSE), length);
    }

    /** Finds the lightness, divided by 100, of achromatic responses of 0 or more. */
    void lightness(float[] achromatic, float[] result, int length) {
        lightness.apply(achromatic, result, length);
    }

    private static void toe(float[] x, float m2, float t1, float level, int length) {
        for (int i = 0; i < length; i++) {
            float f = m2 * x[i];
            x[i] = f * f / (f + t1) * level;
        }
    }
}
