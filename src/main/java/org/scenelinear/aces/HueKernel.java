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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scenelinear.math.RationalFit;

/** Colorfulness and hue of opponent responses, and the look-up in {@link HueTables}, on planes of floats. */
final class HueKernel {
    private static final int ARCTANGENT_DEGREE = 6;
    private static final double[] ARCTANGENT = fitArctangent();
    private static final int ROW = 8;
    private static final float LEAST_COLORFULNESS = 1e-18f;

    /** For each whole degree, the index of the first sample at or above it. */
    private final int[] firstSample = new int[HueTables.CIRCLE + 1];
    /** For each sample, of the interval that it ends: lower hue, upper hue, then value and slope of three tables. */
    private final float[] intervals = new float[ROW * HueTables.SIZE];
    /** For each whole degree the reach and its slope. */
    private final float[] reach = new float[2 * (HueTables.CIRCLE + 1)];

    HueKernel(HueTables tables) {
        double[] hue = tables.hue();
        for (int degree = 0; degree <= HueTables.CIRCLE; degree++) {
            firstSample[degree] = tables.sampleAbove(degree);
            reach[2 * degree] = (float) tables.reach()[degree + 1];
            reach[2 * degree + 1] = (float) (tables.reach()[degree + 2] - tables.reach()[degree + 1]);
        }
        double[] cuspLightness = Arrays.stream(tables.cuspLightness())
                .map(lightness -> lightness / AppearanceModel.REFERENCE_LUMINANCE)
                .toArray();
        double[][] values = {cuspLightness, tables.cuspColorfulness(), tables.upperExponent()};
        for (int i = 1; i < HueTables.SIZE; i++) {
            intervals[ROW * i] = (float) hue[i - 1];
            intervals[ROW * i + 1] = (float) hue[i];
            for (int k = 0; k < values.length; k++) {
                intervals[ROW * i + 2 + 2 * k] = (float) values[k][i - 1];
                intervals[ROW * i + 3 + 2 * k] = (float) ((values[k][i] - values[k][i - 1]) / (hue[i] - hue[i - 1]));
            }
        }
    }

    /**
     * The passes, which turn the opponent responses into cosine and sine of the hue (both 0 where the colorfulness is)
     * and find colorfulness, reach and cusp.
     */
    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        passes.add(p -> Planes.hypotenuse(p.g, p.b, 1, 0, p.colorfulness, p.length));
        passes.add(p -> Planes.divide(p.g, p.colorfulness, LEAST_COLORFULNESS, p.cosine, p.length));
        passes.add(p -> Planes.divide(p.b, p.colorfulness, LEAST_COLORFULNESS, p.sine, p.length));
        passes.add(p -> ratio(p.cosine, p.sine, p.hue, p.length));
        passes.add(p -> arctangent(p.hue, ARCTANGENT, p.length));
        passes.add(p -> octant(p.cosine, p.sine, p.hueMask, p.length));
        passes.add(p -> reflect(p.hue, p.hueMask, 90, p.length));
        passes.add(p -> negative(p.cosine, p.hueMask, p.length));
        passes.add(p -> reflect(p.hue, p.hueMask, 180, p.length));
        passes.add(p -> negative(p.sine, p.hueMask, p.length));
        passes.add(p -> reflect(p.hue, p.hueMask, 360, p.length));
        passes.add(p -> lookUp(
                p.hue,
                p.reach,
                p.cuspLightness,
                p.cuspColorfulness,
                p.upperExponent,
                p.length,
                firstSample,
                intervals,
                reach));
        return passes;
    }

    /** The one loop that cannot become vector code. The upper exponents may take the place of the hues. */
    private static void lookUp(
            float[] hues,
            float[] reaches,
            float[] cuspLightness,
            float[] cuspColorfulness,
            float[] upperExponents,
            int length,
            int[] firstSample,
            float[] intervals,
            float[] reach) {
        for (int i = 0; i < length; i++) {
            float hue = hues[i];
            int degree = (int) hue;
            reaches[i] = reach[2 * degree] + (hue - degree) * reach[2 * degree + 1];
            int row = ROW * firstSample[degree];
            while (hue > intervals[row + 1]) {
                row += ROW;
            }
            float along = hue - intervals[row];
            cuspLightness[i] = intervals[row + 2] + along * intervals[row + 3];
            cuspColorfulness[i] = intervals[row + 4] + along * intervals[row + 5];
            upperExponents[i] = intervals[row + 6] + along * intervals[row + 7];
        }
    }

    /** result = the smaller magnitude by the larger, 0 to 1. */
    private static void ratio(float[] a, float[] b, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.abs(a[i]);
            float y = Math.abs(b[i]);
            result[i] = Math.min(x, y) / Math.max(Math.max(x, y), 0.5f);
        }
    }

    private static void arctangent(float[] t, double[] c, int length) {
        float c0 = (float) c[0];
        float c1 = (float) c[1];
        float c2 = (float) c[2];
        float c3 = (float) c[3];
        float c4 = (float) c[4];
        float c5 = (float) c[5];
        float c6 = (float) c[6];
        for (int i = 0; i < length; i++) {
            float x = t[i];
            float u = x * x;
            float polynomial = c0 + u * (c1 + u * (c2 + u * (c3 + u * (c4 + u * (c5 + u * c6)))));
            t[i] = x * polynomial;
        }
    }

    /** mask = 1 where b has the larger magnitude. */
    private static void octant(float[] a, float[] b, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            float difference = Math.abs(b[i]) - Math.abs(a[i]);
            mask[i] = Math.max(Math.min(difference * Planes.SHARP, 1f), 0f);
        }
    }

    /** mask = 1 where x is negative. */
    private static void negative(float[] x, float[] mask, int length) {
        for (int i = 0; i < length; i++) {
            mask[i] = Math.max(Math.min(x[i] * -Planes.SHARP, 1f), 0f);
        }
    }

    /** Replaces angles by sum - angle where the mask is 1. */
    private static void reflect(float[] angles, float[] mask, float sum, int length) {
        for (int i = 0; i < length; i++) {
            float angle = angles[i];
            angles[i] = angle + mask[i] * (sum - 2 * angle);
        }
    }

    /** The arctangent in degrees of t from 0 to 1, divided by t, by powers of t². */
    private static double[] fitArctangent() {
        return RationalFit.fit(
                u -> Math.toDegrees(Math.atan(Math.sqrt(u)) / Math.sqrt(u)),
                RationalFit.chebyshevPoints(0, 1, ARCTANGENT_DEGREE + 1),
                ARCTANGENT_DEGREE);
    }
}
