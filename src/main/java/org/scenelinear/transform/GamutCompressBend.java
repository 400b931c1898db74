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
import org.scenelinear.math.PowerSpan;
import org.scenelinear.math.RationalFit;
import org.scenelinear.math.SpanScratch;

/**
 * The bend of gamut compression, x / (1 + x^p)^(1/p), and its inverse, on spans.
 *
 * <p>Inward without any power: with u = x / (1 + x), which is from 0 to 1, the result is u / d where d = (u^p + (1 -
 * u)^p)^(1/p) stays the same when u and 1 - u are exchanged. So d is a function of w = u (1 - u), which has a short
 * range; a ratio of two polynomials in a root of w gives it to 2e-7. Which root and degree do best depends on p.
 * Nothing but square roots, + * and / is left for the loops.
 *
 * <p>Outward by two powers.
 */
abstract sealed class GamutCompressBend {
    /**
     * Bends a span.
     *
     * @param values from 0; replaced by the result
     * @param mask 1 where the result is used; may be changed to 0 where there is none
     * @param work overwritten
     */
    abstract void apply(float[] values, float[] mask, float[] work, SpanScratch span, int length);

    static GamutCompressBend inward(double power) {
        return new Inward(power);
    }

    static GamutCompressBend outward(double power) {
        return new Outward(power);
    }

    private static final class Inward extends GamutCompressBend {
        private static final int LARGEST_DEGREE = 6;
        private static final double GOOD = 3e-7;
        private static final int CHECKS = 600;

        /** In double though used as floats: C2 would take the loop to write to an array of floats. */
        private final double[] coefficients = new double[2 * LARGEST_DEGREE + 2];
        /** How often the square root of w is taken: 0, 1 or 2 times. */
        private final int roots;
        /** Spreads the roots, from 0 up, over -1 to 1, where the polynomials' terms do not cancel. */
        private final float spread;

        Inward(double power) {
            double least = Double.POSITIVE_INFINITY;
            int best = 0;
            for (int degree = 3; degree <= LARGEST_DEGREE && least > GOOD; degree++) {
                for (int candidate = 2; candidate >= 0 && least > GOOD; candidate--) {
                    double[] fit = fit(power, 1 << candidate, degree);
                    double error = error(fit, power, 1 << candidate);
                    if (error < least) {
                        least = error;
                        best = candidate;
                        Arrays.fill(coefficients, 0);
                        System.arraycopy(fit, 0, coefficients, 0, degree + 1);
                        System.arraycopy(fit, degree + 1, coefficients, LARGEST_DEGREE + 1, degree + 1);
                    }
                }
            }
            roots = best;
            spread = (float) (2 / end(1 << best));
        }

        private static double[] fit(double power, int root, int degree) {
            double[] points = RationalFit.chebyshevPoints(-1, 1, 2 * degree + 1);
            return RationalFit.fit(t -> divisorAt(t, power, root), points, degree);
        }

        /** The largest root of w. */
        private static double end(int root) {
            return Math.pow(0.25, 1.0 / root);
        }

        private static double divisorAt(double t, double power, int root) {
            double w = Math.pow((t + 1) / 2 * end(root), root);
            double u = 2 * w / (1 + Math.sqrt(Math.max(0, 1 - 4 * w)));
            return divisor(u, power);
        }

        private static double divisor(double u, double power) {
            return Math.pow(Math.pow(u, power) + Math.pow(1 - u, power), 1 / power);
        }

        /** The largest relative error of a fit in floats; a pole between the points shows as a large one. */
        private static double error(double[] fit, double power, int root) {
            int degree = fit.length / 2 - 1;
            double largest = 0;
            for (int i = 0; i <= CHECKS; i++) {
                double t = 2.0 * i / CHECKS - 1;
                float numerator = 0;
                float denominator = 0;
                for (int k = degree; k >= 0; k--) {
                    numerator = numerator * (float) t + (float) fit[k];
                    denominator = denominator * (float) t + (float) fit[degree + 1 + k];
                }
                double error = Math.abs((double) numerator / denominator / divisorAt(t, power, root) - 1);
                largest = error <= largest ? largest : error;
            }
            return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
        }

        @Override
        void apply(float[] values, float[] mask, float[] work, SpanScratch span, int length) {
            fraction(values, work, length);
            for (int i = 0; i < roots; i++) {
                root(work, length);
            }
            divide(values, work, length);
        }

        /** Makes u of x, and w. */
        private static void fraction(float[] values, float[] work, int length) {
            for (int i = 0; i < length; i++) {
                work[i] = 1 / (1 + values[i]);
            }
            for (int i = 0; i < length; i++) {
                values[i] = values[i] * work[i];
            }
            for (int i = 0; i < length; i++) {
                work[i] = values[i] * work[i];
            }
        }

        private static void root(float[] work, int length) {
            for (int i = 0; i < length; i++) {
                work[i] = (float) Math.sqrt(work[i]);
            }
        }

        private void divide(float[] values, float[] work, int length) {
            float spread = this.spread;
            float p0 = (float) coefficients[0];
            float p1 = (float) coefficients[1];
            float p2 = (float) coefficients[2];
            float p3 = (float) coefficients[3];
            float p4 = (float) coefficients[4];
            float p5 = (float) coefficients[5];
            float p6 = (float) coefficients[6];
            float q0 = (float) coefficients[7];
            float q1 = (float) coefficients[8];
            float q2 = (float) coefficients[9];
            float q3 = (float) coefficients[10];
            float q4 = (float) coefficients[11];
            float q5 = (float) coefficients[12];
            float q6 = (float) coefficients[13];
            for (int i = 0; i < length; i++) {
                float t = work[i] * spread - 1;
                float divisor = p0 + t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * (p5 + t * p6)))));
                float factor = q0 + t * (q1 + t * (q2 + t * (q3 + t * (q4 + t * (q5 + t * q6)))));
                values[i] = values[i] * factor / divisor;
            }
        }
    }

    private static final class Outward extends GamutCompressBend {
        /** One minus this is the largest number that is still taken back, to a large but finite distance. */
        private static final float EDGE = 0x1p-23f;

        private static final float SHARP = 0x1p24f;
        private static final float LEAST = 1e-20f;

        private final PowerSpan power;
        private final PowerSpan root;

        Outward(double power) {
            this.power = new PowerSpan(power);
            this.root = new PowerSpan(-1 / power);
        }

        @Override
        void apply(float[] values, float[] mask, float[] work, SpanScratch span, int length) {
            within(values, mask, length);
            limit(values, mask, length);
            power.apply(values, work, span, length);
            remainder(work, length);
            root.apply(work, work, span, length);
            for (int i = 0; i < length; i++) {
                values[i] = values[i] * work[i];
            }
        }

        /** Takes out what no compression leads to. */
        private static void within(float[] values, float[] mask, int length) {
            for (int i = 0; i < length; i++) {
                float room = (1 - values[i]) * SHARP;
                float positive = 0.5f * (room + Math.abs(room));
                float rest = 1 - positive;
                mask[i] = mask[i] * (1 - 0.5f * (rest + Math.abs(rest)));
            }
        }

        /** Puts a number that does no harm where the result is not used. */
        private static void limit(float[] values, float[] mask, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = mask[i] * values[i] + (1 - mask[i]) * 0.5f + LEAST;
            }
        }

        /** 1 - x, but never 0. */
        private static void remainder(float[] work, int length) {
            for (int i = 0; i < length; i++) {
                float rest = 1 - work[i] - EDGE;
                work[i] = EDGE + 0.5f * (rest + Math.abs(rest));
            }
        }
    }
}
