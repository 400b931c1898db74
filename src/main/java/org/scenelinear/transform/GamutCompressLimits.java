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

import java.util.Arrays;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.GamutCompress.Direction;
import org.scenelinear.transform.GamutCompress.Range;

/**
 * The gamut compression that fits one gamut into another: the limits are the farthest distances that the source's
 * primaries and their mixtures reach in the target, so that every color within the source ends within the target. The
 * thresholds and the power are those of {@link GamutCompress#REFERENCE}.
 */
public final class GamutCompressLimits {
    /** How far beyond the farthest color a limit lies: room for the rounding of floats. */
    public static final double MARGIN = 0.001;

    /**
     * The largest limit. No pair of spaces of the catalog needs more. Where a source reaches farther, as one whose
     * primaries have no positive component in the target, its farthest colors keep a negative rest.
     */
    public static final double CAP = 20;

    private static final double ROUNDING = 1e-4;

    private GamutCompressLimits() {}

    /**
     * The compression of one gamut into another.
     *
     * @param toTarget from linear values of the source to linear values of the target
     * @return nothing but a chain without parts if the source lies within the target; then there is nothing to compress
     */
    public static ColorTransform fitting(Matrix3 toTarget) {
        if (isWithin(toTarget)) {
            return TransformChain.of();
        }
        double[] distances = farthest(toTarget);
        GamutCompress reference = GamutCompress.REFERENCE;
        return new GamutCompress(
                range(reference.cyan(), distances[0]),
                range(reference.magenta(), distances[1]),
                range(reference.yellow(), distances[2]),
                reference.power(),
                Direction.COMPRESS);
    }

    /**
     * Whether a gamut lies within another, but for the last digits of published primaries.
     *
     * @param toTarget from linear values of the one to linear values of the other
     */
    public static boolean isWithin(Matrix3 toTarget) {
        return Arrays.stream(farthest(toTarget)).allMatch(distance -> distance <= 1 + ROUNDING);
    }

    private static Range range(Range reference, double distance) {
        return new Range(reference.threshold(), Math.min(CAP, Math.max(1, distance) + MARGIN));
    }

    /**
     * The farthest distance of each component from the largest one, over all mixtures of three primaries. The share of
     * a component in the largest one takes its extremes at a primary, or on a side of the triangle where the other two
     * components are equal.
     *
     * @param toTarget its columns are the primaries in linear values of the target
     * @return for red, green and blue; infinite where the largest component is not positive
     */
    static double[] farthest(Matrix3 toTarget) {
        double[][] corners = new double[3][];
        for (int k = 0; k < 3; k++) {
            corners[k] = toTarget.times(new double[] {k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0});
        }
        double[] farthest = new double[3];
        for (int k = 0; k < 3; k++) {
            double[] from = corners[k];
            double[] to = corners[(k + 1) % 3];
            for (int c = 0; c < 3; c++) {
                farthest[c] = Math.max(farthest[c], distance(from, c));
                int other = (c + 1) % 3;
                int another = (c + 2) % 3;
                double before = from[other] - from[another];
                double after = to[other] - to[another];
                if (before * after < 0) {
                    double share = before / (before - after);
                    double[] mixture = new double[3];
                    for (int i = 0; i < 3; i++) {
                        mixture[i] = from[i] + share * (to[i] - from[i]);
                    }
                    farthest[c] = Math.max(farthest[c], distance(mixture, c));
                }
            }
        }
        return farthest;
    }

    private static double distance(double[] color, int component) {
        double largest = Math.max(color[0], Math.max(color[1], color[2]));
        return largest > 0 ? (largest - color[component]) / largest : Double.POSITIVE_INFINITY;
    }
}
