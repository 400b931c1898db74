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

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * An ACES 2 output transform: linear ACES2065-1 in, the code values of a display out, 0 to 1 in nearly all encodings.
 * AP1 components below 0 and above eight times the value that hits the peak are clamped first. Of values that are not
 * finite, +infinity counts as that upper clamp and -infinity and NaN as 0; the result is always finite.
 *
 * <p>The reference is OpenColorIO 2.6.0, whose ACES 2 rendering is that of 2.4.2 and later.
 *
 * @param rendering how the scene becomes colors of a limited gamut and peak
 * @param encoding how these become code values
 */
public record OutputTransform(RenderingParameters rendering, DisplayEncoding encoding) implements ColorTransform {
    private static final int WARM_UP_RUNS = 6000;
    private static final int WARM_UP_PIXELS = 128;

    /** Checks that both are there. */
    public OutputTransform {
        Objects.requireNonNull(rendering);
        Objects.requireNonNull(encoding);
    }

    /** From code values back to the scene, as far as the display shows it. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(new InverseOutputTransform(this));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return "ACES 2 output transform to " + rendering.peakLuminance() + " cd/m², limited to " + rendering.limiting()
                + ", encoded as " + encoding.curve() + " with " + encoding.chromaticities();
    }

    /**
     * The evaluation in double, with which faster forms are compared: takes one linear AP0 color of any three numbers
     * and returns its code values. Getting it may take some milliseconds; it is immutable and safe for several threads.
     */
    public UnaryOperator<double[]> reference() {
        Rendering built = RenderingCache.SHARED.get(rendering);
        Matrix3 toSignal = encoding.matrixFrom(rendering.limiting());
        return ap0 -> {
            double[] signal = toSignal.times(built.render(ap0));
            for (int i = 0; i < 3; i++) {
                signal[i] = Math.max(0, signal[i]);
            }
            return encoding.encode(signal);
        };
    }

    /** The largest linear component that is told from larger ones, and what +infinity counts as. */
    public double highestInput() {
        return new ToneScale(rendering.peakLuminance()).forwardLimit();
    }

    @Override
    public Kernel compile() {
        List<Pass> passes = RenderingKernel.passes(RenderingCache.SHARED.get(rendering));
        passes.addAll(EncodingKernel.passes(rendering, encoding));
        Kernel finite = new FiniteKernel((float) highestInput(), new PixelCount());
        Kernel render = new PassKernel(passes);
        return tile -> {
            finite.apply(tile);
            render.apply(tile);
        };
    }

    /**
     * Brings the Java VM to full speed: runs the kernel on made-up colors until the JIT compiler has seen enough of its
     * loops. Without it the first large image takes seconds longer. Meant for a thread in the background, when it
     * becomes likely that an image will be rendered; it takes about a second and leaves nothing behind.
     *
     * @param canceled asked often; what it says ends the work early
     */
    public void warmUp(BooleanSupplier canceled) {
        Kernel kernel = compile();
        Tile tile = new Tile();
        for (int run = 0; run < WARM_UP_RUNS && !canceled.getAsBoolean(); run++) {
            tile.length = WARM_UP_PIXELS;
            for (int i = 0; i < WARM_UP_PIXELS; i++) {
                tile.r[i] = i * 0.01f;
                tile.g[i] = (i * 7 & 127) * 0.01f;
                tile.b[i] = (i * 31 & 127) * 0.01f;
            }
            kernel.apply(tile);
        }
    }
}
