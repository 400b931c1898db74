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

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * The inverse of an ACES 2 output transform: the code values of a display in, linear ACES2065-1 out. What comes out,
 * rendered again, gives the same code values, if these lie in the invertible range: 0 or more, and as light within the
 * limiting gamut and peak. Others are clamped to that range first. Highlights and colors that the rendering had clipped
 * stay as they were clipped.
 *
 * <p>Of code values that are not finite, +infinity counts as the peak and -infinity and NaN as 0; the result is always
 * finite and within AP1.
 *
 * <p>The reference is OpenColorIO 2.6.0. As there, one step of the brightest saturated colors is estimated: rendered
 * again, their linear light may be off by some thousandths of the peak.
 *
 * @param forward what is inverted
 */
public record InverseOutputTransform(OutputTransform forward) implements ColorTransform {
    /** Checks that it is there. */
    public InverseOutputTransform {
        Objects.requireNonNull(forward);
    }

    /** The output transform itself. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(forward);
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return "inverse of the " + forward.description();
    }

    /**
     * The evaluation in double, with which faster forms are compared: takes any three code values and returns a linear
     * AP0 color. Getting it may take some milliseconds; it is immutable and safe for several threads.
     */
    public UnaryOperator<double[]> reference() {
        Rendering rendering = RenderingCache.SHARED.get(forward.rendering());
        DisplayEncoding encoding = forward.encoding();
        Matrix3 fromSignal = encoding.matrixFrom(forward.rendering().limiting()).inverse();
        double highest = highestInput();
        return code -> {
            double[] clamped = new double[3];
            for (int i = 0; i < 3; i++) {
                clamped[i] = Math.max(0, Math.min(highest, Rendering.finite(code[i], highest)));
            }
            return rendering.invert(fromSignal.times(encoding.decode(clamped)));
        };
    }

    /** The largest code value that is told from larger ones, and what +infinity counts as. */
    public double highestInput() {
        return forward.encoding().highestCode(forward.rendering());
    }

    @Override
    public Kernel compile() {
        return compile(Optional.empty());
    }

    /**
     * The same code, which also counts the pixels outside of the invertible range: those with a code value below 0,
     * those whose light lies outside of the limiting gamut or above the peak, and those that only colors outside of AP1
     * would be rendered to, which the rendering clamps. What lies beyond a bound by less than 1/2000 of the color's
     * largest component counts as within. Code values that are not finite count as what replaces them.
     *
     * @param outside receives the count; make a new one and compile anew for another image
     */
    public Kernel compile(PixelCount outside) {
        return compile(Optional.of(outside));
    }

    private Kernel compile(Optional<PixelCount> outside) {
        Rendering rendering = RenderingCache.SHARED.get(forward.rendering());
        float highest = (float) highestInput();
        Kernel finite = new FiniteKernel(highest, new PixelCount());
        Kernel inverse = new PassKernel(InverseRenderingKernel.passes(rendering, forward.encoding(), outside));
        return tile -> {
            finite.apply(tile);
            inverse.apply(tile);
        };
    }
}
