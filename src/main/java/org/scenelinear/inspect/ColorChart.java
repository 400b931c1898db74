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

import java.util.List;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.Whites;
import org.scenelinear.color.cie.CieLab;

/**
 * The 24 patches of a ColorChecker Classic made after November 2014, by rows from dark skin at the top left to black at
 * the bottom right: names and CIE L*a*b* (D50, 2 degrees) as X-Rite published them ("New Color Specifications for
 * ColorChecker SG and Classic Charts", 2016) and colour-science 0.4.7 has them.
 */
public final class ColorChart {
    /** Patches of a row. */
    public static final int COLUMNS = 6;
    /** Rows. */
    public static final int ROWS = 4;

    private static final int FIRST_GRAY = 18;

    /**
     * A patch.
     *
     * @param name what it is called
     * @param lab its color under D50
     */
    public record Patch(String name, CieLab lab) {
        /** Linear R, G, B in a space whose white is the paper of the chart with a reflectance of 1. */
        public double[] rgb(ColorSpace space) {
            Chromaticity white = space.chromaticities().white();
            double[] xyz = Adaptation.BRADFORD.matrix(Whites.D50, white).times(xyz(lab));
            return space.chromaticities().toXyz().inverse().times(xyz);
        }
    }

    /** All, in the order of reading. */
    public static final List<Patch> PATCHES = List.of(
            patch("dark skin", 37.54, 14.37, 14.92),
            patch("light skin", 64.66, 19.27, 17.5),
            patch("blue sky", 49.32, -3.82, -22.54),
            patch("foliage", 43.46, -12.74, 22.72),
            patch("blue flower", 54.94, 9.61, -24.79),
            patch("bluish green", 70.48, -32.26, -0.37),
            patch("orange", 62.73, 35.83, 56.5),
            patch("purplish blue", 39.43, 10.75, -45.17),
            patch("moderate red", 50.57, 48.64, 16.67),
            patch("purple", 30.1, 22.54, -20.87),
            patch("yellow green", 71.77, -24.13, 58.19),
            patch("orange yellow", 71.51, 18.24, 67.37),
            patch("blue", 28.37, 15.42, -49.8),
            patch("green", 54.38, -39.72, 32.27),
            patch("red", 42.43, 51.05, 28.62),
            patch("yellow", 81.8, 2.67, 80.41),
            patch("magenta", 50.63, 51.28, -14.12),
            patch("cyan", 49.57, -29.71, -28.32),
            patch("white 9.5", 95.19, -1.03, 2.93),
            patch("neutral 8", 81.29, -0.57, 0.44),
            patch("neutral 6.5", 66.89, -0.75, -0.06),
            patch("neutral 5", 50.76, -0.13, 0.14),
            patch("neutral 3.5", 35.63, -0.46, -0.48),
            patch("black 2", 20.64, 0.07, -0.46));

    private ColorChart() {}

    private static Patch patch(String name, double lightness, double a, double b) {
        return new Patch(name, new CieLab(lightness, a, b));
    }

    /** Whether a patch is one of the six grays. */
    static boolean isGray(int patch) {
        return patch >= FIRST_GRAY;
    }

    /** L*a*b* under D50 of linear R, G, B in a space, whose white is adapted by Bradford. */
    public static CieLab lab(double[] rgb, ColorSpace space) {
        double[] xyz = space.chromaticities().toXyz().times(rgb);
        return CieLab.of(
                Adaptation.BRADFORD
                        .matrix(space.chromaticities().white(), Whites.D50)
                        .times(xyz),
                Whites.D50);
    }

    /** X, Y, Z under D50: the formulas of L*a*b* the other way round. */
    private static double[] xyz(CieLab lab) {
        double[] white = Whites.D50.toXyz();
        double y = (lab.lightness() + 16) / 116;
        return new double[] {white[0] * cube(y + lab.a() / 500), white[1] * cube(y), white[2] * cube(y - lab.b() / 200)
        };
    }

    private static double cube(double t) {
        double edge = 6.0 / 29;
        return t > edge ? t * t * t : 3 * edge * edge * (t - 4.0 / 29);
    }
}
