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

/** {@link ChromaCompression} on planes of floats. */
final class ChromaCompressionKernel {
    /** Where x counts as above the limit that bends a curve. */
    private static final float MARGIN = 0.001f;

    private static final float LEAST_OFFSET = 0.001f;

    private final double highestLightness;
    private final double highestAchromatic;
    private final double compression;
    private final double saturation;
    private final double saturationThreshold;
    /** The norm as a polynomial: of the cosine, constant first; then of the sine, sine times cosine, sine cubed. */
    private final double[] cosine;

    private final double[] sine;

    ChromaCompressionKernel(ChromaCompression parameters) {
        highestLightness = parameters.highestLightness() / AppearanceModel.REFERENCE_LUMINANCE;
        highestAchromatic = parameters.highestAchromatic();
        compression = parameters.compression();
        saturation = parameters.saturation();
        saturationThreshold = parameters.saturationThreshold();
        // cos 2h = 2 cos² - 1, cos 3h = 4 cos³ - 3 cos, sin 2h = 2 sin cos, sin 3h = 3 sin - 4 sin³
        double[] n = parameters.norm();
        cosine = new double[] {n[0] - n[2], n[1] - 3 * n[3], 2 * n[2], 4 * n[3]};
        sine = new double[] {n[4] + 3 * n[6], 2 * n[5], -4 * n[6]};
    }

    /**
     * Compresses the colorfulness.
     *
     * @param planes the planes of the rendering: reads all but the tables of the cusp, changes the colorfulness
     * @param length how many pixels
     */
    void apply(RenderingPlanes planes, int length) {
        float[] norm = planes.scratch0;
        float[] limit = planes.scratch1;
        float[] m = planes.scratch2;
        float[] shadow = planes.scratch3;
        float[] k1 = planes.scratch4;
        float[] k2 = planes.scratch5;
        float[] x = planes.scratch6;
        cosineTerms(
                planes.cosine,
                norm,
                (float) cosine[0],
                (float) cosine[1],
                (float) cosine[2],
                (float) cosine[3],
                length);
        sineTerms(planes.sine, planes.cosine, norm, (float) sine[0], (float) sine[1], (float) sine[2], length);
        limit(planes.achromatic, planes.reach, norm, (float) (1 / highestAchromatic), limit, length);
        normalized(planes.colorfulness, planes.change, norm, m, length);
        float[] lightness = planes.scratch7;
        Planes.scale(planes.lightness, (float) (1 / highestLightness), lightness, length);
        complement(lightness, shadow, length);

        subtract(limit, m, x, length);
        offset(limit, -MARGIN, m, length);
        Planes.hypotenuse(lightness, lightness, 0, (float) saturationThreshold, k2, length);
        Planes.hypotenuse(k2, shadow, (float) (saturation * saturation), 0, k1, length);
        toe(x, m, k1, k2, planes.scratch8, length);
        subtract(limit, planes.scratch8, x, length);

        Planes.clamp(shadow, LEAST_OFFSET, 1, length);
        Planes.hypotenuse(shadow, lightness, (float) (compression * compression), 0, k1, length);
        toe(x, limit, k1, shadow, planes.scratch8, length);
        positiveProduct(planes.scratch8, norm, planes.colorfulness, length);
    }

    private static void cosineTerms(float[] cosine, float[] norm, float c0, float c1, float c2, float c3, int length) {
        for (int i = 0; i < length; i++) {
            float c = cosine[i];
            norm[i] = c0 + c * (c1 + c * (c2 + c * c3));
        }
    }

    private static void sineTerms(
            float[] sine, float[] cosine, float[] norm, float s1, float sc, float s3, int length) {
        for (int i = 0; i < length; i++) {
            float s = sine[i];
            float factor = s1 + sc * cosine[i] + s * (s * s3);
            norm[i] = norm[i] + s * factor;
        }
    }

    private static void limit(
            float[] achromatic, float[] reach, float[] norm, float factor, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = achromatic[i] * factor * reach[i] / norm[i];
        }
    }

    private static void normalized(float[] m, float[] change, float[] norm, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = m[i] * change[i] / norm[i];
        }
    }

    private static void complement(float[] x, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(1f - x[i], 0f);
        }
    }

    private static void subtract(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = x[i] - y[i];
        }
    }

    private static void offset(float[] x, float offset, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = x[i] + offset;
        }
    }

    private static void positiveProduct(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(x[i] * y[i], 0f);
        }
    }

    /**
     * The bend from 0 to the limit, the positive root of y² - b y = k2 k3 x. Of its two forms the one is taken that
     * does not subtract nearly equal numbers.
     *
     * @param k1 overwritten
     */
    private static void toe(float[] x, float[] limit, float[] k1, float[] k2, float[] result, int length) {
        slope(limit, k1, k2, result, length);
        linearTerm(x, k1, result, length); // k1 now holds b
        constantTerm(x, k2, result, length); // result now holds k2 k3 x
        root(k1, result, length);
        Planes.maskGreater(x, limit, k1, length);
        select(k1, x, result, length);
    }

    private static void slope(float[] limit, float[] k1, float[] k2, float[] k3, int length) {
        for (int i = 0; i < length; i++) {
            k3[i] = (limit[i] + k1[i]) / (limit[i] + k2[i]);
        }
    }

    private static void linearTerm(float[] x, float[] k1, float[] k3, int length) {
        for (int i = 0; i < length; i++) {
            k1[i] = k3[i] * x[i] - k1[i];
        }
    }

    private static void constantTerm(float[] x, float[] k2, float[] k3, int length) {
        for (int i = 0; i < length; i++) {
            k3[i] = k3[i] * x[i] * k2[i];
        }
    }

    private static void root(float[] b, float[] c, int length) {
        for (int i = 0; i < length; i++) {
            float linear = b[i];
            float constant = c[i];
            float root = (float) Math.sqrt(Math.max(linear * linear + 4f * constant, 0f));
            float sum = 0.5f * (Math.abs(linear) + root) + 1e-30f;
            float quotient = constant / sum;
            float mask = Math.max(Math.min(linear * Planes.SHARP, 1f), 0f);
            c[i] = quotient + mask * (sum - quotient);
        }
    }

    private static void select(float[] mask, float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            float other = y[i];
            y[i] = other + mask[i] * (x[i] - other);
        }
    }
}
