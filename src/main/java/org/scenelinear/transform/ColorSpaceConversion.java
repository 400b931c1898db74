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

import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ChannelCoupling;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.transform.CurveTransform.Direction;

/**
 * How pixels go from one color space to another: decode to linear light, one matrix between the primaries with the
 * whites adapted, encode. Where the components of a space depend on each other, film densities are unmixed before
 * decoding and the system gamma of hybrid log-gamma follows it.
 *
 * <pre>{@code
 * ColorTransform conversion = ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.SRGB, Adaptation.BRADFORD);
 * TransformRunner.apply(conversion.compile(), planes, planes, planes[0].length, run);
 * }</pre>
 *
 * <p>Colorimetry only: the same color in other numbers, not a rendering from scene to display. Nothing is clipped;
 * colors outside the target's gamut get negative components. NaN stays NaN; in a matrix an infinity meets others and
 * may become NaN, within its pixel.
 */
public final class ColorSpaceConversion {
    private ColorSpaceConversion() {}

    /**
     * The conversion that keeps out-of-gamut colors as negative components.
     *
     * @param from the space the pixels are in
     * @param to the space they shall be in
     * @param adaptation how to carry over the white, if the two have different ones
     * @return a simplified chain; the identity if the spaces have the same primaries, white and curve
     */
    public static ColorTransform between(ColorSpace from, ColorSpace to, Adaptation adaptation) {
        return between(from, to, adaptation, TransformChain.of());
    }

    /**
     * The conversion with a step on the linear values of the target space before they are encoded, such as
     * {@link GamutClip}.
     *
     * @param from the space the pixels are in
     * @param to the space they shall be in
     * @param adaptation how to carry over the white, if the two have different ones
     * @param onLinear what to do with linear values in the target's primaries
     * @return a simplified chain
     */
    public static ColorTransform between(
            ColorSpace from, ColorSpace to, Adaptation adaptation, ColorTransform onLinear) {
        if (from.equals(to) && onLinear.isIdentity()) {
            return TransformChain.of();
        }
        return TransformChain.of(
                        decoding(from),
                        new MatrixTransform(from.matrixTo(to, adaptation)),
                        onLinear,
                        decoding(to).inverse().orElseThrow())
                .simplified();
    }

    /** From stored values of a space to linear ones. */
    static TransformChain decoding(ColorSpace space) {
        CurveTransform curve = new CurveTransform(space.curve(), Direction.DECODE);
        if (space.coupling() instanceof ChannelCoupling.Mixing mixing) {
            return TransformChain.of(new MatrixTransform(mixing.toCurve()), curve);
        }
        if (space.coupling() instanceof ChannelCoupling.SystemGamma gamma) {
            return TransformChain.of(curve, new SystemGammaTransform(gamma, Direction.DECODE));
        }
        return TransformChain.of(curve);
    }
}
