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

/** The cone response of {@link AppearanceModel} and its inverse on planes of floats. */
final class ConeKernel {
    private static final float OFFSET = (float) AppearanceModel.CONE_OFFSET;
    private static final float HIGHEST = (float) AppearanceModel.HIGHEST_CONE_RESPONSE;
    /** What the largest response comes from, times the offset, before the inverse power. */
    private static final double HIGHEST_RATIO = 3000;

    private final RootPower forward = new RootPower(AppearanceModel.CONE_EXPONENT, 1e-8, 1e4);
    private final RootPower inverse = new RootPower(1 / AppearanceModel.CONE_EXPONENT, 1e-4, HIGHEST_RATIO);

    /** Replaces signals of 0 or more by responses times a factor. */
    void respond(float[] signals, float factor, int length) {
        forward.apply(signals, signals, length);
        Planes.saturate(signals, factor, OFFSET, signals, length);
    }

    /** Finds the signals of 0 or more for responses of 0 or more, given divided by a factor. */
    void signal(float[] responses, float factor, float[] signals, int length) {
        ratio(responses, factor, signals, length);
        inverse.apply(signals, signals, length);
    }

    /** Replaces responses of either sign by signals of the same sign. */
    void signedSignal(float[] responses, float[] scratch, int length) {
        signal(responses, 1, scratch, length);
        withSign(scratch, responses, length);
    }

    private static void ratio(float[] responses, float factor, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float response = Math.min(Math.abs(responses[i]) * factor, HIGHEST);
            result[i] = OFFSET * response / (1f - response);
        }
    }

    private static void withSign(float[] magnitudes, float[] signs, int length) {
        for (int i = 0; i < length; i++) {
            signs[i] = magnitudes[i] * Math.max(Math.min(signs[i] * 1e20f, 1f), -1f);
        }
    }
}
