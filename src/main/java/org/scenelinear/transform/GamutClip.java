/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Optional;

/**
 * Sets negative components to 0, in linear values of the space whose gamut it clips to. A color is outside a gamut
 * exactly if a component is negative; values above 1 are bright, not out of gamut, and are kept, in display-referred
 * spaces too. NaN stays NaN, plus infinity stays, minus infinity becomes 0.
 */
public record GamutClip() implements ColorTransform {
    /** Empty: what was clipped is lost. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.empty();
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return "clip negative components to 0";
    }

    @Override
    public Kernel compile() {
        return tile -> {
            clip(tile.r, tile.length);
            clip(tile.g, tile.length);
            clip(tile.b, tile.length);
        };
    }

    private static void clip(float[] plane, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = Math.max(plane[i], 0f);
        }
    }
}
