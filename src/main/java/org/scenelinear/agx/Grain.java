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

import java.util.Locale;
import java.util.Optional;
import org.scenelinear.run.Run;
import org.scenelinear.transform.spatial.GaussianBlur;
import org.scenelinear.transform.spatial.Lines;

/**
 * Adds the grain of film: normal noise, partly common to the three colors, less in light parts and none where the luma
 * is 1 or more. The same seed gives the same grain. Nothing is clamped: both modes do the same.
 *
 * <p>Formulas: agx-photo 0.2.0. A pixel that is not finite spoils no other; one with an infinite component stays as it
 * is.
 *
 * @param type the kind of film
 * @param amount 0 to 100; 0 is neutral
 * @param size 0 to 100; how coarse, relative to the longer edge of the picture
 * @param seed chooses the noise; all 64 bits count
 */
public record Grain(Type type, double amount, double size, long seed) implements PlaneStage {
    /** Kinds of film. */
    public enum Type {
        /** Even and mostly without color. */
        FINE(0.95f, 2.5f, 0.05f, 0.7f),
        /** Between the two others. */
        SILVER(1.2f, 1.5f, 0.10f, 0.6f),
        /** Strong, also in lighter parts, and with more color. */
        HARSH(1.5f, 0.8f, 0.15f, 0.5f);

        private final float contrast;
        private final float falloff;
        private final float chromatic;
        private final float curve;

        Type(float contrast, float falloff, float chromatic, float curve) {
            this.contrast = contrast;
            this.falloff = falloff;
            this.chromatic = chromatic;
            this.curve = curve;
        }

        /** The word in presets, macros and dialogs. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Blurs below this leave the noise as it is. */
    private static final double LEAST_SIGMA = 0.3;

    /** The longer edge of the picture that the size is meant for. */
    private static final double USUAL_EDGE = 2000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public Grain {
        ParameterRange.check("amount", amount, 0, 100);
        ParameterRange.check("size", size, 0, 100);
    }

    @Override
    public boolean isNeutral() {
        return amount == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public void apply(float[][] rgb, int width, int height, Mode mode, Run run) {
        if (isNeutral()) {
            return;
        }
        float[][] fields = new float[4][width * height]; // common, red, green, blue
        run.forEach("making grain", fields.length, () -> fields, (all, i) -> new NormalNoise(seed + i).fill(all[i]));
        double sigma = Math.pow(size / 100, 1.5) * (Math.max(width, height) / USUAL_EDGE);
        Optional<GaussianBlur> blur = sigma < LEAST_SIGMA ? Optional.empty() : Optional.of(new GaussianBlur(sigma));
        for (float[] field : fields) {
            blur.ifPresent(half -> half.along(field, width, height, run));
        }
        double strength = Math.pow(amount / 100, type.curve);
        double exponent = 0.5 * type.falloff * (1 - 0.4 * strength);
        double most = type.contrast * 0.04 * strength;
        Lines.forEach("adding grain", height, run, () -> new GrainSpan(exponent, most, type.chromatic), (span, y) -> {
            for (int x = 0; x < width; x += GrainSpan.CAPACITY) {
                int length = Math.min(GrainSpan.CAPACITY, width - x);
                for (int i = 0; i < fields.length; i++) {
                    if (blur.isPresent()) {
                        blur.get().across(fields[i], x, y, width, height, span.noise(i), length);
                    } else {
                        System.arraycopy(fields[i], y * width + x, span.noise(i), 0, length);
                    }
                }
                span.add(rgb, y * width + x, length);
            }
        });
    }
}
