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
import org.scenelinear.run.Run;
import org.scenelinear.transform.spatial.Lines;

/**
 * Corners made darker or brighter. Nothing is limited, so both modes do the same. Formula: agx-photo 0.2.0, whose
 * center lies half a pixel to the right and below that of the image.
 *
 * @param amount -100 to 100; below 0 corners get darker
 * @param shape of the lines of equal brightness
 */
public record Vignette(double amount, Shape shape) implements PlaneStage {
    /** Lines of equal brightness. */
    public enum Shape {
        /** As broad and high as the image. */
        ELLIPTICAL,
        /** Round. */
        CIRCULAR;

        /** Its word in presets and macros. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the amount is outside of it
     */
    public Vignette {
        ParameterRange.check("amount", amount, -100, 100);
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
        float radiusX = shape == Shape.CIRCULAR ? Math.max(width, height) / 2f : width / 2f;
        float radiusY = shape == Shape.CIRCULAR ? radiusX : height / 2f;
        float strength = (float) (amount / 100);
        Lines.forEach("shading corners", height, run, () -> new float[width], (gains, y) -> {
            float dy = (y - height / 2f) / radiusY;
            gains(gains, dy * dy, radiusX, strength);
            for (float[] plane : rgb) {
                multiply(plane, y * width, gains);
            }
        });
    }

    private static void gains(float[] gains, float dy2, float radius, float strength) {
        float half = gains.length / 2f;
        for (int x = 0; x < gains.length; x++) {
            float dx = (x - half) / radius;
            float inside = Math.min(Math.max(1 - dx * dx - dy2, 0f), 1f);
            gains[x] = 1 + strength * (1 - inside * inside);
        }
    }

    private static void multiply(float[] plane, int offset, float[] gains) {
        for (int x = 0; x < gains.length; x++) {
            plane[offset + x] *= gains[x];
        }
    }
}
