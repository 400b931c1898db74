/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color.cie;

/**
 * The PU21 encoding of luminance, in which metrics made for pictures of standard dynamic range work on HDR ones: R. K.
 * Mantiuk and M. Azimi, "PU21: A novel perceptually uniform encoding for adapting existing quality metrics for HDR",
 * Picture Coding Symposium 2021; the variant the authors recommend, with banding and glare.
 */
public final class PerceptuallyUniform {
    /** The code of about 100 cd/m², which the authors take for the peak. */
    public static final double PEAK = 256;

    private static final double LEAST = 0.005;
    private static final double MOST = 10000;
    private static final double EXPONENT = 0.9062562627;
    private static final double[] RATIO = {0.353487901, 0.3734658629, 8.277049286e-05};
    private static final double OUTER_EXPONENT = 0.09150303166;
    private static final double OFFSET = 0.9099517204;
    private static final double SCALE = 596.3148142;

    private PerceptuallyUniform() {}

    /**
     * The code of a luminance.
     *
     * @param nits in cd/m²; taken for 0.005 if it is less, for 10000 if it is more
     * @return from 0 to about 595
     */
    public static double encode(double nits) {
        double power = Math.pow(Math.max(LEAST, Math.min(MOST, nits)), EXPONENT);
        double ratio = (RATIO[0] + RATIO[1] * power) / (1 + RATIO[2] * power);
        return SCALE * (Math.pow(ratio, OUTER_EXPONENT) - OFFSET);
    }
}
