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

import java.util.List;
import java.util.function.Function;
import org.scenelinear.math.RootPower;

/** The cone response of {@link AppearanceModel} and its inverse on planes of floats. */
final class ConeKernel {
    private static final float OFFSET = (float) AppearanceModel.CONE_OFFSET;
    private static final float HIGHEST = (float) AppearanceModel.HIGHEST_CONE_RESPONSE;

    private final RootPower forward = new RootPower(AppearanceModel.CONE_EXPONENT, 1e-8, 1e4);
    /** Of the squared ratio, which halves the exponent. */
    private final RootPower inverse = new RootPower(0.5 / AppearanceModel.CONE_EXPONENT, 1e-8, 1e7);

    /** Adds passes that replace signals of 0 or more by responses times a factor. */
    void addResponse(List<Pass> passes, Function<RenderingPlanes, float[]> plane, float factor) {
        passes.add(p -> forward.apply(plane.apply(p), plane.apply(p), p.length));
        passes.add(p -> Planes.saturate(plane.apply(p), factor, OFFSET, plane.apply(p), p.length));
    }

    /**
     * Adds passes that replace the signals in r, g and b by responses.
     *
     * @param anySign whether signals may be negative; their responses are too
     */
    void addSignedResponses(List<Pass> passes, boolean anySign) {
        List<Function<RenderingPlanes, float[]>> planes = List.of(p -> p.r, p -> p.g, p -> p.b);
        for (Function<RenderingPlanes, float[]> plane : planes) {
            if (anySign) {
                passes.add(p -> magnitude(plane.apply(p), p.power, p.length));
                addResponse(passes, p -> p.power, 1);
                passes.add(p -> withSign(p.power, plane.apply(p), p.length));
            } else {
                addResponse(passes, plane, 1);
            }
        }
    }

    /** Adds passes that find the signals of 0 or more for responses, given divided by a factor; signs are dropped. */
    void addSignal(
            List<Pass> passes,
            Function<RenderingPlanes, float[]> responses,
            float factor,
            Function<RenderingPlanes, float[]> signals) {
        passes.add(p -> squaredRatio(responses.apply(p), factor, signals.apply(p), p.length));
        passes.add(p -> inverse.apply(signals.apply(p), signals.apply(p), p.length));
    }

    /** Adds passes that replace responses of either sign by signals of the same sign. */
    void addSignedSignal(List<Pass> passes, Function<RenderingPlanes, float[]> plane) {
        addSignal(passes, plane, 1, p -> p.power);
        passes.add(p -> withSign(p.power, plane.apply(p), p.length));
    }

    private static void squaredRatio(float[] responses, float factor, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float response = Math.min(Math.abs(responses[i]) * factor, HIGHEST);
            float ratio = OFFSET * response / (1f - response);
            result[i] = ratio * ratio;
        }
    }

    private static void magnitude(float[] x, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.abs(x[i]);
        }
    }

    private static void withSign(float[] magnitudes, float[] signs, int length) {
        for (int i = 0; i < length; i++) {
            signs[i] = magnitudes[i] * Math.max(Math.min(signs[i] * 1e20f, 1f), -1f);
        }
    }
}
