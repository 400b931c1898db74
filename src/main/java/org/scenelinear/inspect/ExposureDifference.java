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

import java.util.Arrays;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;

/** How much brighter an image is than another, pixel by pixel. */
public final class ExposureDifference {
    private static final int PIECE = 1 << 16;

    private ExposureDifference() {}

    /**
     * The gray whose distance from 18 % gray, in stops, is that of the first image's luminance from the second's. Each
     * luminance is relative to that of R = G = B = 1 of its own space.
     *
     * @param first planes of linear red, green and blue; not changed
     * @param firstSpace the linear space of the first
     * @param second planes of as many samples; not changed
     * @param secondSpace the linear space of the second
     * @param run how to work
     * @return as many samples. Where only the second has no light: +infinity; where both have none: 0.18; where only
     *     the first has none: 0. Negative luminance counts as no light. NaN stays NaN.
     */
    public static float[] asGray(
            float[][] first, ColorSpace firstSpace, float[][] second, ColorSpace secondSpace, Run run) {
        int length = first[0].length;
        if (second[0].length != length) {
            throw new IllegalArgumentException(length + " samples and " + second[0].length);
        }
        double[] u = weights(firstSpace);
        double[] v = weights(secondSpace);
        float[] gray = new float[length];
        int pieces = (int) (((long) length + PIECE - 1) / PIECE);
        run.forEach("comparing exposures", pieces, () -> gray, (result, piece) -> {
            int end = (int) Math.min(((long) piece + 1) * PIECE, length);
            for (int i = piece * PIECE; i < end; i++) {
                double one = u[0] * first[0][i] + u[1] * first[1][i] + u[2] * first[2][i];
                double two = v[0] * second[0][i] + v[1] * second[1][i] + v[2] * second[2][i];
                result[i] = (float) (LightStatistics.GRAY * ratio(one, two));
            }
        });
        return gray;
    }

    private static double ratio(double one, double two) {
        double above = Math.max(one, 0); // NaN stays
        double below = Math.max(two, 0);
        return above == below ? 1 : above / below;
    }

    private static double[] weights(ColorSpace space) {
        return Arrays.copyOfRange(space.chromaticities().toXyz().toArray(), 3, 6);
    }
}
