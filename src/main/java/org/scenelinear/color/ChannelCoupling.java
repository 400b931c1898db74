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

import org.scenelinear.math.Matrix3;

/** How the components of a space depend on each other beyond its primaries. Most spaces know none of this. */
public sealed interface ChannelCoupling {
    /** Each component is encoded by itself. */
    record None() implements ChannelCoupling {}

    /**
     * Encoded components are mixed before the curve decodes them, as the dyes of film are.
     *
     * @param toCurve from encoded components to what the curve decodes; its rows sum to 1
     */
    record Mixing(Matrix3 toCurve) implements ChannelCoupling {}

    /**
     * What the curve decodes is light in the scene; the display shows each component times a power of the scene's
     * luminance: the reference OOTF of hybrid log-gamma, ITU-R BT.2100-2, table 5. The luminance is taken without its
     * sign and not below a floor, 2.7e-5 of the display's peak, as in OpenColorIO, so that nothing becomes infinite at
     * black.
     *
     * @param peak the display's linear value for the scene's 1
     * @param gamma the system gamma: display luminance is scene luminance to this power
     */
    record SystemGamma(double peak, double gamma) implements ChannelCoupling {
        /** The floor of the display's luminance as a part of its peak: 1e-4 where OpenColorIO has a scene peak of 3. */
        private static final double FLOOR = 1e-4 / Math.pow(3, 1.2);

        /** What scene light, linear r, g and b of BT.2020, is multiplied by to become display light. */
        public double displayGain(double r, double g, double b) {
            double luminance = Math.max(Math.abs(luminance(r, g, b)), Math.pow(FLOOR, 1 / gamma));
            return peak * Math.pow(luminance, gamma - 1);
        }

        /** What display light is multiplied by to become scene light again: undoes {@link #displayGain}. */
        public double sceneGain(double r, double g, double b) {
            double luminance = Math.max(Math.abs(luminance(r, g, b)) / peak, FLOOR);
            return Math.pow(luminance, 1 / gamma - 1) / peak;
        }

        private static double luminance(double r, double g, double b) {
            return 0.2627 * r + 0.6780 * g + 0.0593 * b;
        }
    }
}
