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
import org.scenelinear.run.Tile;

/**
 * A part of what another transform does: (1 - strength) of the value before and strength of the value after, for each
 * component.
 *
 * @param whole the transform; no blend itself, nor a chain with one in it
 * @param strength from 0, nothing of it, to 1, all of it
 */
public record BlendTransform(ColorTransform whole, double strength) implements ColorTransform {
    /** Refuses a strength out of its range, and a blend within a blend. */
    public BlendTransform {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength is from 0 to 1, not " + strength);
        }
        if (hasBlend(whole)) {
            throw new IllegalArgumentException("a blend has no other blend in it");
        }
    }

    private static boolean hasBlend(ColorTransform transform) {
        return transform instanceof BlendTransform
                || (transform instanceof TransformChain chain
                        && chain.transforms().stream().anyMatch(BlendTransform::hasBlend));
    }

    /** That of the whole for a strength of 1, nothing for 0, otherwise empty. */
    @Override
    public Optional<ColorTransform> inverse() {
        if (strength == 0) {
            return Optional.of(TransformChain.of());
        }
        return strength == 1 ? whole.inverse() : Optional.empty();
    }

    @Override
    public boolean isIdentity() {
        return strength == 0 || whole.isIdentity();
    }

    @Override
    public String description() {
        return strength + " of (" + whole.description() + ")";
    }

    @Override
    public Kernel compile() {
        Kernel kernel = whole.compile();
        if (strength == 1) {
            return kernel;
        }
        if (strength == 0) {
            return tile -> {};
        }
        float after = (float) strength;
        return tile -> {
            Before before = tile.scratch(Before.class, Before::new);
            before.keep(tile);
            kernel.apply(tile);
            mix(before.r, tile.r, after, tile.length);
            mix(before.g, tile.g, after, tile.length);
            mix(before.b, tile.b, after, tile.length);
        };
    }

    private static void mix(float[] before, float[] values, float strength, int length) {
        float rest = 1 - strength;
        for (int i = 0; i < length; i++) {
            values[i] = rest * before[i] + strength * values[i];
        }
    }

    /** The values before, which no other kernel overwrites. */
    private static final class Before {
        private final float[] r = new float[Tile.CAPACITY];
        private final float[] g = new float[Tile.CAPACITY];
        private final float[] b = new float[Tile.CAPACITY];

        private void keep(Tile tile) {
            System.arraycopy(tile.r, 0, r, 0, tile.length);
            System.arraycopy(tile.g, 0, g, 0, tile.length);
            System.arraycopy(tile.b, 0, b, 0, tile.length);
        }
    }
}
