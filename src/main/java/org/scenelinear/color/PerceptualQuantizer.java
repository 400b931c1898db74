/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

/**
 * The perceptual quantizer, made after what the eye can tell apart: SMPTE ST 2084:2014, section 5; ITU-R BT.2100-2,
 * table 4. Linear 1 is a luminance of 100 cd/m²; code value 1 is 10000 cd/m².
 *
 * <p>Linear values below 0 count as 0, whose code value is 7.3e-7; lower code values decode to 0. Light above 10000
 * cd/m² goes on by the same formula towards a code value of {@code (c2 / c3)^m2}, 1.99; code values from there on
 * decode to infinity. NaN stays NaN.
 */
public record PerceptualQuantizer() implements TransferCurve {
    private static final double PEAK = 100;
    private static final double M1 = 2610 / 16384.0;
    private static final double M2 = 2523 / 4096.0 * 128;
    private static final double C1 = 3424 / 4096.0;
    private static final double C2 = 2413 / 4096.0 * 32;
    private static final double C3 = 2392 / 4096.0 * 32;
    private static final double LIMIT = Math.pow(C2 / C3, M2);

    @Override
    public double encode(double linear) {
        if (linear == Double.POSITIVE_INFINITY) {
            return LIMIT;
        }
        double power = Math.pow(Math.max(linear, 0) / PEAK, M1);
        return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
    }

    @Override
    public double decode(double encoded) {
        if (encoded >= LIMIT) {
            return Double.POSITIVE_INFINITY;
        }
        double root = Math.pow(Math.max(encoded, 0), 1 / M2);
        return PEAK * Math.pow(Math.max(root - C1, 0) / (C2 - C3 * root), 1 / M1);
    }

    @Override
    public String name() {
        return "PQ";
    }
}
