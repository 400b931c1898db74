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

import org.scenelinear.run.Run;

/**
 * Rounds values from 0 to 1 to the code values of integers after adding noise, so that smooth gradients do not show
 * steps. The noise is triangular, from -1 to 1 code values: the mean and the spread of the error do not depend on the
 * value (Lipshitz, Wannamaker, Vanderkooy, Quantization and Dither, J. Audio Eng. Soc. 40, 1992). It depends on the
 * place alone: the same picture always comes out the same.
 */
public final class Dither {
    private static final int PIECE = 1 << 16;

    private Dither() {}

    /**
     * Rounds a plane. 0 and 1 and what lies beyond stay exact; NaN becomes 0.
     *
     * @param plane values from 0 to 1; replaced by whole code values divided by {@code fullScale}
     * @param fullScale the code value of 1, such as 255
     * @param seed a number of its own for each plane, so that their noise differs
     * @param run whose threads; the result does not depend on how many
     */
    public static void apply(float[] plane, int fullScale, int seed, Run run) {
        int pieces = (plane.length + PIECE - 1) / PIECE;
        run.forEach("dithering", pieces, () -> plane, (values, piece) -> {
            int end = Math.min((piece + 1) * PIECE, values.length);
            for (int i = piece * PIECE; i < end; i++) {
                values[i] = rounded(values[i], fullScale, hash(i, seed));
            }
        });
    }

    private static float rounded(float value, int fullScale, long noise) {
        if (!(value > 0)) {
            return 0;
        }
        if (value >= 1) {
            return 1;
        }
        double triangular = ((noise & 0xFFFFFFFFL) - (noise >>> 32)) * 0x1p-32;
        double code = Math.floor(value * (double) fullScale + triangular + 0.5);
        return (float) (Math.max(0, Math.min(code, fullScale)) / fullScale);
    }

    /** Two independent numbers of 32 bits: the mixing steps of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long hash(int place, int seed) {
        long z = ((long) seed << 32 | place & 0xFFFFFFFFL) * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
