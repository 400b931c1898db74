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

/** How different two colors look. About 1 can just be seen where they touch; each formula has its own scale. */
public final class ColorDifference {
    private static final double CHROMA_LIMIT = Math.pow(25, 7);

    private ColorDifference() {}

    /** The distance in L*a*b*: ISO/CIE 11664-4:2019. */
    public static double cie76(CieLab first, CieLab second) {
        return Math.hypot(
                first.lightness() - second.lightness(), Math.hypot(first.a() - second.a(), first.b() - second.b()));
    }

    /** CIEDE2000 with all parametric factors 1: ISO/CIE 11664-6:2014. */
    public static double ciede2000(CieLab first, CieLab second) {
        double meanChroma = (first.chroma() + second.chroma()) / 2;
        double stretch = 1 + 0.5 * (1 - chromaWeight(meanChroma));
        double a1 = stretch * first.a();
        double a2 = stretch * second.a();
        double c1 = Math.hypot(a1, first.b());
        double c2 = Math.hypot(a2, second.b());
        double h1 = hue(a1, first.b());
        double h2 = hue(a2, second.b());
        double turn = h2 - h1;
        if (c1 * c2 == 0) {
            turn = 0;
        } else if (turn > 180) {
            turn -= 360;
        } else if (turn < -180) {
            turn += 360;
        }
        double hueDifference = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double lightness = (first.lightness() + second.lightness()) / 2;
        double chroma = (c1 + c2) / 2;
        double hue = meanHue(h1, h2, c1 * c2 == 0);
        double t = 1
                - 0.17 * Math.cos(Math.toRadians(hue - 30))
                + 0.24 * Math.cos(Math.toRadians(2 * hue))
                + 0.32 * Math.cos(Math.toRadians(3 * hue + 6))
                - 0.20 * Math.cos(Math.toRadians(4 * hue - 63));
        double fromMiddle = (lightness - 50) * (lightness - 50);
        double dl = (second.lightness() - first.lightness()) / (1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double dc = (c2 - c1) / (1 + 0.045 * chroma);
        double dh = hueDifference / (1 + 0.015 * chroma * t);
        double blue = (hue - 275) / 25;
        double rotation = -2 * chromaWeight(chroma) * Math.sin(Math.toRadians(60 * Math.exp(-blue * blue)));
        return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double chromaWeight(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + CHROMA_LIMIT));
    }

    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2, boolean gray) {
        double sum = h1 + h2;
        if (gray) {
            return sum;
        }
        if (Math.abs(h1 - h2) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    /** The difference for high dynamic range and wide gamut, in displayed light: ITU-R BT.2124-0, annex 1. */
    public static double itp(Ictcp first, Ictcp second) {
        return 720
                * Math.hypot(
                        first.intensity() - second.intensity(),
                        Math.hypot(0.5 * (first.tritan() - second.tritan()), first.protan() - second.protan()));
    }
}
