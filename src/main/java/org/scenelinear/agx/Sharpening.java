/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

/**
 * How {@link Detail} sharpens. Formulas: agx-photo 0.2.0.
 *
 * @param amount 0 to 100 percent of the difference from the blurred picture; 0 is neutral
 * @param radius standard deviation of the blur in pixels, 0.5 to 3
 * @param threshold 0 to 100; smaller differences, in 1/255, stay as they are
 * @param masking 0 to 100; flat places are sharpened less, the more the higher
 */
public record Sharpening(double amount, double radius, double threshold, double masking) {
    /** Off, with the defaults of the presets for the rest. */
    public static final Sharpening NONE = new Sharpening(0, 1, 25, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public Sharpening {
        ParameterRange.check("amount", amount, 0, 100);
        ParameterRange.check("radius", radius, 0.5, 3);
        ParameterRange.check("threshold", threshold, 0, 100);
        ParameterRange.check("masking", masking, 0, 100);
    }

    /** Replaces a line's blurred luma by what is to be added to the line. */
    void difference(float[] above, float[] luma, float[] below, float[] blurred, int length) {
        float strength = (float) (amount / 100);
        float least = (float) (threshold / 255);
        float edge = (float) (masking / 100);
        for (int x = 0; x < length; x++) {
            float difference = luma[x] - blurred[x];
            float delta = Math.abs(difference) < least ? 0 : strength * difference;
            if (masking > 0 && delta != 0) {
                float dx = luma[Math.min(x + 1, length - 1)] - luma[Math.max(x - 1, 0)];
                float dy = below[x] - above[x];
                float t = 4 * (float) Math.sqrt(dx * dx + dy * dy) / edge;
                float part = Math.max(0, Math.min(t, 1));
                delta *= part * part * (3 - 2 * part);
            }
            blurred[x] = delta;
        }
    }
}
