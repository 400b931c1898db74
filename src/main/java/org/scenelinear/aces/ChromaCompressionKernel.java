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
import java.util.List;
import java.util.function.Function;

/** {@link ChromaCompression} on planes of floats. */
final class ChromaCompressionKernel {
    /** Where x counts as above the limit that bends a curve. */
    private static final float MARGIN = 0.001f;

    private static final float LEAST_OFFSET = (float) ChromaCompression.LEAST_OFFSET;
    private static final float LEAST_SUM = (float) ChromaCompression.LEAST_SUM;

    private ChromaCompressionKernel() {}

    /** The passes, which read all but the tables of the cusp and replace the colorfulness. */
    static List<Pass> passes(ChromaCompression compression) {
        List<Pass> passes = new ArrayList<>();
        addPreparation(passes, compression);
        passes.add(p -> normalized(p.colorfulness, p.change, p.norm, p.normalized, p.length));
        // The expansion of shadows, which works on the distance from the limit.
        passes.add(p -> subtract(p.limit, p.normalized, p.distance, p.length));
        passes.add(p -> offset(p.limit, -MARGIN, p.normalized, p.length));
        addExpansionTerms(passes, compression, p -> p.k1, p -> p.k2);
        addToe(passes, p -> p.normalized, p -> p.k2);
        passes.add(p -> subtract(p.limit, p.bent, p.distance, p.length));
        addCompressionTerms(passes, compression);
        addToe(passes, p -> p.limit, p -> p.shadow);
        passes.add(p -> positiveProduct(p.bent, p.norm, p.colorfulness, p.length));
        return passes;
    }

    /** The passes of {@link ChromaCompression#expand}; the change is that of the inverse tone scale. */
    static List<Pass> inversePasses(ChromaCompression compression) {
        List<Pass> passes = new ArrayList<>();
        addPreparation(passes, compression);
        // The terms of the expansion come first, for those of the compression overwrite the shadow.
        addExpansionTerms(passes, compression, p -> p.expansionK1, p -> p.expansionK2);
        passes.add(p -> Planes.divide(p.colorfulness, p.norm, 0, p.distance, p.length));
        addCompressionTerms(passes, compression);
        addStraightening(passes, p -> p.limit, p -> p.k1, p -> p.shadow);
        passes.add(p -> subtract(p.limit, p.bent, p.distance, p.length));
        passes.add(p -> offset(p.limit, -MARGIN, p.normalized, p.length));
        addStraightening(passes, p -> p.normalized, p -> p.expansionK1, p -> p.expansionK2);
        passes.add(p -> subtract(p.limit, p.bent, p.distance, p.length));
        passes.add(p -> Planes.multiply(p.distance, p.change, p.distance, p.length));
        passes.add(p -> positiveProduct(p.distance, p.norm, p.colorfulness, p.length));
        return passes;
    }

    /** Adds what both directions begin with: norm, limit, relative lightness and shadow. */
    private static void addPreparation(List<Pass> passes, ChromaCompression compression) {
        // cos 2h = 2 cos² - 1, cos 3h = 4 cos³ - 3 cos, sin 2h = 2 sin cos, sin 3h = 3 sin - 4 sin³
        double[] n = compression.norm();
        float c0 = (float) (n[0] - n[2]);
        float c1 = (float) (n[1] - 3 * n[3]);
        float c2 = (float) (2 * n[2]);
        float c3 = (float) (4 * n[3]);
        float s1 = (float) (n[4] + 3 * n[6]);
        float sc = (float) (2 * n[5]);
        float s3 = (float) (-4 * n[6]);
        float perHighest = (float) (1 / compression.highestAchromatic());
        float perLightness = (float) (AppearanceModel.REFERENCE_LUMINANCE / compression.highestLightness());
        passes.add(p -> cosineTerms(p.cosine, p.norm, c0, c1, c2, c3, p.length));
        passes.add(p -> sineTerms(p.sine, p.cosine, p.norm, s1, sc, s3, p.length));
        passes.add(p -> limit(p.achromatic, p.reach, p.norm, perHighest, p.limit, p.length));
        passes.add(p -> Planes.scale(p.lightness, perLightness, p.relative, p.length));
        passes.add(p -> complement(p.relative, p.shadow, p.length));
    }

    /** Adds the terms k1 and k2 of the expansion of shadows. */
    private static void addExpansionTerms(
            List<Pass> passes,
            ChromaCompression compression,
            Function<RenderingPlanes, float[]> k1,
            Function<RenderingPlanes, float[]> k2) {
        float expansion = (float) (compression.saturation() * compression.saturation());
        float expansionOffset = (float) compression.saturationThreshold();
        passes.add(p -> Planes.hypotenuse(p.relative, p.relative, 0, expansionOffset, k2.apply(p), p.length));
        passes.add(p -> Planes.hypotenuse(k2.apply(p), p.shadow, expansion, 0, k1.apply(p), p.length));
    }

    /** Adds the terms k1 and, in place of the shadow, k2 of the compression of highlights. */
    private static void addCompressionTerms(List<Pass> passes, ChromaCompression compression) {
        float bend = (float) (compression.compression() * compression.compression());
        passes.add(p -> Planes.clamp(p.shadow, LEAST_OFFSET, 1, p.length));
        passes.add(p -> Planes.hypotenuse(p.shadow, p.relative, bend, 0, p.k1, p.length));
    }

    /**
     * Adds the bend of the distance between 0 and a limit, the positive root of y² - b y = k2 k3 x.
     *
     * @param limit picks the plane of the limit
     * @param k2 picks the plane of k2; k1 is overwritten
     */
    private static void addToe(
            List<Pass> passes, Function<RenderingPlanes, float[]> limit, Function<RenderingPlanes, float[]> k2) {
        passes.add(p -> slope(limit.apply(p), p.k1, k2.apply(p), p.bent, p.length));
        passes.add(p -> linearTerm(p.distance, p.k1, p.bent, p.length)); // k1 now holds b
        passes.add(p -> constantTerm(p.distance, k2.apply(p), p.bent, p.length)); // bent now holds k2 k3 x
        passes.add(p -> root(p.k1, p.bent, p.length));
        passes.add(p -> Planes.maskGreater(p.distance, limit.apply(p), p.k1, p.length));
        passes.add(p -> select(p.k1, p.distance, p.bent, p.length));
    }

    /** Adds what undoes {@link #addToe}: the distance straightened. */
    private static void addStraightening(
            List<Pass> passes,
            Function<RenderingPlanes, float[]> limit,
            Function<RenderingPlanes, float[]> k1,
            Function<RenderingPlanes, float[]> k2) {
        passes.add(p -> slope(limit.apply(p), k1.apply(p), k2.apply(p), p.bent, p.length));
        passes.add(p -> straighten(p.distance, k1.apply(p), k2.apply(p), p.bent, p.length));
        passes.add(p -> Planes.maskGreater(p.distance, limit.apply(p), k1.apply(p), p.length));
        passes.add(p -> select(k1.apply(p), p.distance, p.bent, p.length));
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

    /** Takes the one of two forms of the root that does not subtract nearly equal numbers. */
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

    private static void straighten(float[] x, float[] k1, float[] k2, float[] k3, int length) {
        for (int i = 0; i < length; i++) {
            float value = x[i];
            float sum = Math.max(value + k2[i], LEAST_SUM);
            k3[i] = value * (value + k1[i]) / (k3[i] * sum);
        }
    }

    private static void select(float[] mask, float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            float other = y[i];
            y[i] = other + mask[i] * (x[i] - other);
        }
    }
}
