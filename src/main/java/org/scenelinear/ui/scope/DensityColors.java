/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

import java.awt.Color;
import java.util.List;

/**
 * Colors of counts, in an order that the eye sees whatever its color vision: from dark to bright, or from bright to
 * dark on a bright ground. They are the map viridis (N. Smith and S. van der Walt, 2015, dedicated to the public
 * domain) without its last eighth at the end that would hardly stand out from the ground.
 */
public final class DensityColors {
    /** Every eighth of viridis. */
    private static final List<Color> VIRIDIS = List.of(
            new Color(0x440154),
            new Color(0x472D7B),
            new Color(0x3B528B),
            new Color(0x2C728E),
            new Color(0x21918C),
            new Color(0x28AE80),
            new Color(0x5EC962),
            new Color(0xADDC30),
            new Color(0xFDE725));

    private static final int STEPS = 256;

    private final int[] colors = new int[STEPS];
    private final int ground;

    /**
     * The colors on a ground.
     *
     * @param dark whether the ground is dark
     * @param ground what stands for no count
     */
    DensityColors(boolean dark, Color ground) {
        this.ground = ground.getRGB();
        for (int i = 0; i < STEPS; i++) {
            double part = (VIRIDIS.size() - 2.0) * i / (STEPS - 1);
            colors[i] = at(dark ? 1 + part : VIRIDIS.size() - 2 - part).getRGB();
        }
    }

    /**
     * A color of the map.
     *
     * @param part from 0, the dark end, to 1, the bright one
     */
    public static Color viridis(double part) {
        return at(part * (VIRIDIS.size() - 1));
    }

    private static Color at(double place) {
        int below = Math.min((int) place, VIRIDIS.size() - 2);
        double part = place - below;
        Color first = VIRIDIS.get(below);
        Color second = VIRIDIS.get(below + 1);
        return new Color(
                mix(first.getRed(), second.getRed(), part),
                mix(first.getGreen(), second.getGreen(), part),
                mix(first.getBlue(), second.getBlue(), part));
    }

    private static int mix(int first, int second, double part) {
        return (int) Math.round(first + part * (second - first));
    }

    /** The color of a strength, as opaque RGB; the ground for 0. */
    int of(double strength) {
        return strength <= 0 ? ground : colors[(int) Math.round(Math.min(1, strength) * (STEPS - 1))];
    }
}
