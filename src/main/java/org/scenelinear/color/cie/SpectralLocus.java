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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.Chromaticity;

/** The colors of single wavelengths, and which of them a color tends to: CIE 015:2018, section 9. */
public final class SpectralLocus {
    /** Beyond, all wavelengths have the same color to the digits of the tables. */
    private static final int LONGEST = 699;

    private SpectralLocus() {}

    /**
     * What a color tends to.
     *
     * @param nanometers the dominant wavelength, 360 to 699 nm; with a minus sign the complementary one, for purples
     * @param purity excitation purity: 0 at the white, 1 on the locus or on the line of purples
     */
    public record Dominant(double nanometers, double purity) {}

    /**
     * The color of a wavelength.
     *
     * @param nanometers 360 to 830
     */
    public static Chromaticity at(int nanometers) {
        double[] xyz = StandardObserver.at(nanometers);
        double sum = xyz[0] + xyz[1] + xyz[2];
        return new Chromaticity(xyz[0] / sum, xyz[1] / sum);
    }

    /** The locus from 360 to 699 nm, one point for each nanometer. */
    public static List<Chromaticity> points() {
        List<Chromaticity> points = new ArrayList<>();
        for (int wavelength = StandardObserver.FIRST; wavelength <= LONGEST; wavelength++) {
            points.add(at(wavelength));
        }
        return points;
    }

    /**
     * The wavelength where the line from the white through a color meets the locus.
     *
     * @param color any chromaticity, also outside the locus, whose purity is above 1
     * @param white what is white, inside the locus
     * @return empty for the white itself
     */
    public static Optional<Dominant> dominant(Chromaticity color, Chromaticity white) {
        double dx = color.x() - white.x();
        double dy = color.y() - white.y();
        if (Math.hypot(dx, dy) < 1e-9) {
            return Optional.empty();
        }
        Optional<double[]> ahead = crossing(white, dx, dy);
        if (ahead.isPresent()) {
            return Optional.of(new Dominant(ahead.get()[0], 1 / ahead.get()[1]));
        }
        double[] behind = crossing(white, -dx, -dy).orElseThrow();
        double purple = along(white, dx, dy, at(LONGEST), at(StandardObserver.FIRST))[1];
        return Optional.of(new Dominant(-behind[0], 1 / purple));
    }

    /** The wavelength where a ray meets the locus, and how many times the direction's length away. */
    private static Optional<double[]> crossing(Chromaticity from, double dx, double dy) {
        for (int wavelength = StandardObserver.FIRST; wavelength < LONGEST; wavelength++) {
            double[] cut = along(from, dx, dy, at(wavelength), at(wavelength + 1));
            if (cut[0] >= 0 && cut[0] <= 1 && cut[1] > 0) {
                return Optional.of(new double[] {wavelength + cut[0], cut[1]});
            }
        }
        return Optional.empty();
    }

    /** Where a ray cuts a line: the place between the line's two points, and that on the ray. */
    private static double[] along(Chromaticity from, double dx, double dy, Chromaticity begin, Chromaticity end) {
        double ex = end.x() - begin.x();
        double ey = end.y() - begin.y();
        double bx = begin.x() - from.x();
        double by = begin.y() - from.y();
        double determinant = dx * ey - dy * ex;
        return new double[] {(bx * dy - by * dx) / determinant, (bx * ey - by * ex) / determinant};
    }
}
