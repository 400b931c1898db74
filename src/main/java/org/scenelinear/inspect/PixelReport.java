/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.List;
import java.util.Optional;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.cie.CieLab;
import org.scenelinear.color.cie.Ictcp;
import org.scenelinear.color.cie.PlanckianLocus;
import org.scenelinear.color.cie.UniformChromaticity;
import org.scenelinear.math.HalfFloat;

/**
 * All that is told of one pixel. Made by {@link PixelInspection}. Of a NaN or an infinity the quantities are NaN, what
 * cannot be said is empty.
 *
 * @param stored R, G, B as the image has them
 * @param linear R, G, B as linear light in the primaries of the image's space
 * @param luminance Y relative to that of R = G = B = 1
 * @param nits the luminance in cd/m²
 * @param chromaticity CIE 1931 xy under the white of the image's space; empty without light
 * @param temperature correlated color temperature and Duv; empty far from the Planckian locus
 * @param ictcp ICtCp of BT.2100 with the perceptual quantizer, adapted to D65, of light in cd/m²
 * @param lab L*a*b* adapted to D65, whose white is R = G = B = 1
 * @param gamuts the names of the gamuts it lies in, of {@link PixelInspection#gamuts()}
 * @param view R, G, B that the view makes of it, as code values from 0 to 1; empty for what is not light in a scene
 */
public record PixelReport(
        List<Float> stored,
        List<Double> linear,
        double luminance,
        double nits,
        Optional<Chromaticity> chromaticity,
        Optional<PlanckianLocus.Nearest> temperature,
        Ictcp ictcp,
        CieLab lab,
        List<String> gamuts,
        List<Double> view) {
    private static final int LARGEST_HALF = 0x7BFF;

    /** Stops of the luminance from 18 % gray; minus infinity for 0, NaN for less. */
    public double stops() {
        return LightStatistics.stops(luminance);
    }

    /** CIE 1976 u'v'; empty without light. */
    public Optional<UniformChromaticity> uniform() {
        return chromaticity.map(UniformChromaticity::of);
    }

    /** The 16 bits of the nearest half of a stored component, 0 to 2 for R, G, B. */
    public int halfBits(int component) {
        return HalfFloat.fromFloat(stored.get(component)) & 0xFFFF;
    }

    /**
     * The distance from the half nearest to a stored component to the next one away from 0.
     *
     * @param component 0 to 2 for R, G, B
     * @return NaN where there is no next finite half
     */
    public double halfStep(int component) {
        int magnitude = halfBits(component) & 0x7FFF;
        return magnitude >= LARGEST_HALF
                ? Double.NaN
                : (double) HalfFloat.toFloat((short) (magnitude + 1)) - HalfFloat.toFloat((short) magnitude);
    }
}
