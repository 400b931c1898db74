/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.math.Matrix3;

/**
 * How much red, green and blue contribute to luminance: Y = red R + green G + blue B. The three add up to 1.
 *
 * @param red the share of red
 * @param green the share of green, not 0
 * @param blue the share of blue; negative for primaries beyond the visible, as those of ACES2065-1
 */
public record LuminanceWeights(double red, double green, double blue) {
    /** The primaries and white of Rec. ITU-R BT.709, which a header without chromaticities means. */
    private static final ChromaticitiesValue REC709 =
            new ChromaticitiesValue(0.64f, 0.33f, 0.30f, 0.60f, 0.15f, 0.06f, 0.3127f, 0.3290f);

    /** Twice the area of the triangle of primaries that is taken for none. */
    private static final double SMALLEST_AREA = 1e-9;

    /**
     * Checks the weights.
     *
     * @throws IllegalArgumentException if one is not finite or green is 0: green could not be computed from luminance
     */
    public LuminanceWeights {
        if (!Double.isFinite(red + green + blue) || !Double.isFinite(1 / green)) {
            throw new IllegalArgumentException(
                    "luminance cannot be a mixture of " + red + " red, " + green + " green and " + blue + " blue");
        }
    }

    /**
     * The weights that belong to primaries and a white: the middle row of the matrix from RGB to XYZ (SMPTE RP
     * 177-1993).
     *
     * @throws IllegalArgumentException if no colors can be mixed from these primaries and white
     */
    public static LuminanceWeights of(ChromaticitiesValue c) {
        double area = ((double) c.greenX() - c.redX()) * ((double) c.blueY() - c.redY())
                - ((double) c.blueX() - c.redX()) * ((double) c.greenY() - c.redY());
        if (!(Math.abs(area) > SMALLEST_AREA)
                || !Double.isFinite(area)
                || !Double.isFinite((c.whiteX() + 1.0) / c.whiteY())) {
            throw new IllegalArgumentException("no colors can be mixed from " + c);
        }
        Matrix3 primaries = Matrix3.of(
                c.redX(),
                c.greenX(),
                c.blueX(),
                c.redY(),
                c.greenY(),
                c.blueY(),
                1.0 - c.redX() - c.redY(),
                1.0 - c.greenX() - c.greenY(),
                1.0 - c.blueX() - c.blueY());
        double[] amounts =
                primaries.inverse().times(new double[] {c.whiteX(), c.whiteY(), 1.0 - c.whiteX() - c.whiteY()});
        // Their Y add up to that of the white, which is its y here.
        return new LuminanceWeights(
                amounts[0] * c.redY() / c.whiteY(),
                amounts[1] * c.greenY() / c.whiteY(),
                amounts[2] * c.blueY() / c.whiteY());
    }

    /**
     * The weights for a part: those of its {@code chromaticities}, or of Rec.709 if it has none.
     *
     * @throws IllegalArgumentException if no colors can be mixed from its chromaticities
     */
    public static LuminanceWeights of(Header header) {
        return of(header.attribute("chromaticities", ChromaticitiesValue.class).orElse(REC709));
    }
}
