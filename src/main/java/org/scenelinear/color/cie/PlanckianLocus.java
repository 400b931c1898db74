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

import java.util.Optional;
import org.scenelinear.color.Chromaticity;

/**
 * The colors of glowing bodies, and which of them is nearest to a color: Ohno, Practical Use and Calculation of CCT and
 * Duv, Leukos 10, 2014; CIE 015:2018, section 9.5. Nearness is measured in the CIE 1960 uv diagram.
 */
public final class PlanckianLocus {
    /** Second radiation constant in m K, rounded as CIE 015:2018 has it for colorimetry. */
    private static final double C2 = 1.4388e-2;

    private static final double COLDEST = 1000;
    private static final double HOTTEST = 25000;
    /** Farther from the locus a temperature says nothing about a color: CIE 015:2018. */
    private static final double FARTHEST = 0.05;

    private static final int STEPS = 200;
    private static final double STEP = (1 / COLDEST - 1 / HOTTEST) / STEPS;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Points of the locus in uv; steps of equal reciprocal temperature are nearly equal on it. */
    private static final double[][] POINTS = points();

    private PlanckianLocus() {}

    /**
     * A temperature and a distance.
     *
     * @param kelvin the correlated color temperature, 1000 to 25000 K
     * @param duv the distance from the locus in the CIE 1960 uv diagram, positive above it (towards green)
     */
    public record Nearest(double kelvin, double duv) {}

    /** So much apart are the temperatures that tell the locus' direction. */
    private static final double NEAR = 1.0005;

    /** The color of a black body of a temperature in kelvin, above 0. */
    public static Chromaticity at(double kelvin) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int wavelength = StandardObserver.FIRST; wavelength <= StandardObserver.LAST; wavelength++) {
            double meters = wavelength * 1e-9;
            double power = Math.pow(wavelength / 560.0, -5) / Math.expm1(C2 / (meters * kelvin));
            double[] observer = StandardObserver.at(wavelength);
            x += power * observer[0];
            y += power * observer[1];
            z += power * observer[2];
        }
        double sum = x + y + z;
        return new Chromaticity(x / sum, y / sum);
    }

    /**
     * The color beside that of a black body.
     *
     * @param kelvin the correlated color temperature, above 0
     * @param duv the distance from the locus in the CIE 1960 uv diagram, square to it, positive above it
     */
    public static Chromaticity at(double kelvin, double duv) {
        double[] here = uv(at(kelvin));
        double[] colder = uv(at(kelvin / NEAR));
        double[] hotter = uv(at(kelvin * NEAR));
        double du = colder[0] - hotter[0]; // above 0: the locus goes to the left as it gets hotter
        double dv = colder[1] - hotter[1];
        double length = Math.hypot(du, dv);
        double u = here[0] - duv * dv / length;
        double v = here[1] + duv * du / length;
        double divisor = 2 * u - 8 * v + 4;
        return new Chromaticity(3 * u / divisor, 2 * v / divisor);
    }

    /**
     * The correlated color temperature of a color.
     *
     * @param xy its chromaticity
     * @return empty if it is farther than 0.05 from the locus or its temperature below 1000 K or above 25000 K
     */
    public static Optional<Nearest> nearest(Chromaticity xy) {
        double[] uv = uv(xy);
        int best = 0;
        for (int i = 1; i <= STEPS; i++) {
            if (distance(uv, POINTS[i]) < distance(uv, POINTS[best])) {
                best = i;
            }
        }
        if (best == 0 || best == STEPS) {
            return Optional.empty();
        }
        double reciprocal = minimum(uv, reciprocal(best - 1), reciprocal(best + 1));
        double[] locus = uv(at(1 / reciprocal));
        double distance = distance(uv, locus);
        double duv = Math.copySign(distance, uv[1] - locus[1]);
        return distance <= FARTHEST ? Optional.of(new Nearest(1 / reciprocal, duv)) : Optional.empty();
    }

    /** Where the distance is least between two bounds, by the golden section. */
    private static double minimum(double[] uv, double low, double high) {
        double begin = low;
        double end = high;
        double left = end - GOLDEN * (end - begin);
        double right = begin + GOLDEN * (end - begin);
        double atLeft = distance(uv, left);
        double atRight = distance(uv, right);
        while (end - begin > 1e-9 * end) {
            if (atLeft < atRight) {
                end = right;
                right = left;
                atRight = atLeft;
                left = end - GOLDEN * (end - begin);
                atLeft = distance(uv, left);
            } else {
                begin = left;
                left = right;
                atLeft = atRight;
                right = begin + GOLDEN * (end - begin);
                atRight = distance(uv, right);
            }
        }
        return (begin + end) / 2;
    }

    private static double[][] points() {
        double[][] points = new double[STEPS + 1][];
        for (int i = 0; i <= STEPS; i++) {
            points[i] = uv(at(1 / reciprocal(i)));
        }
        return points;
    }

    private static double reciprocal(int step) {
        return 1 / HOTTEST + step * STEP;
    }

    private static double distance(double[] uv, double reciprocal) {
        return distance(uv, uv(at(1 / reciprocal)));
    }

    private static double distance(double[] uv, double[] locus) {
        return Math.hypot(uv[0] - locus[0], uv[1] - locus[1]);
    }

    /** CIE 1960 uv, in which the temperature is defined. */
    private static double[] uv(Chromaticity xy) {
        UniformChromaticity uniform = UniformChromaticity.of(xy);
        return new double[] {uniform.u(), uniform.v() * 2 / 3};
    }
}
