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

import java.util.Optional;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;

/**
 * A view that is none of the standard ones: any peak luminance and limiting gamut, on one of the displays. What is left
 * out is taken from the display.
 *
 * <pre>{@code
 * OutputTransform transform = new CustomView(350, Optional.of(gamut), Optional.empty(), Optional.empty(), Optional.empty())
 *         .on("Display P3").orElseThrow();
 * }</pre>
 *
 * @param peakLuminance in cd/m², 48 to 10000
 * @param limiting the limiting primaries with their white; the display's if empty
 * @param white the creative white, instead of that of the limiting primaries
 * @param curve the inverse EOTF; the display's if empty
 * @param scale the factor on linear light, where 1 is 100 cd/m², before the curve; if empty it is 1 for linear, PQ and
 *     HLG, which have a luminance of their own, and brings the peak to code value 1 for the others
 */
public record CustomView(
        double peakLuminance,
        Optional<Chromaticities> limiting,
        Optional<Chromaticity> white,
        Optional<DisplayCurve> curve,
        Optional<Double> scale) {

    /**
     * The output transform of this view on a display. As in the standard ones, colors are scaled down where a creative
     * white other than the display's would not fit into its signal.
     *
     * @param display a name or alias of a display
     * @return empty if there is no such display
     * @throws IllegalArgumentException if no rendering has these parameters; see {@link RenderingParameters}
     */
    public Optional<OutputTransform> on(String display) {
        return OutputTransforms.encoding(display).map(this::encodedLike);
    }

    private OutputTransform encodedLike(DisplayEncoding display) {
        Chromaticities gamut = limiting.orElse(display.chromaticities());
        Chromaticities rendered = white.map(w -> new Chromaticities(gamut.red(), gamut.green(), gamut.blue(), w))
                .orElse(gamut);
        DisplayCurve encoded = curve.orElse(display.curve());
        double factor = scale.orElse(encoded.isRelative() ? 100 / peakLuminance : 1);
        boolean fitWhite = !rendered.white().equals(display.chromaticities().white());
        return new OutputTransform(
                new RenderingParameters(peakLuminance, rendered),
                new DisplayEncoding(display.chromaticities(), encoded, factor, fitWhite));
    }
}
