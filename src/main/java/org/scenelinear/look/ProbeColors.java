/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.List;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.cie.SpectralLocus;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformRunner;

/** Colors in ACES2065-1 with which looks are measured: always the same, as planes of r, g and b. */
final class ProbeColors {
    /** Middle gray. */
    static final double GRAY = 0.18;

    /** The darkest and brightest stops from middle gray that a look has to serve. */
    static final int DARKEST = -12;

    static final int BRIGHTEST = 10;

    /** Values of a component far beyond all gamuts, among them the largest halfs. */
    private static final float[] EXTREMES = {-65504, -100, -1, -0.01f, 0, 0x1p-14f, 0.18f, 1, 100, 65504};

    /**
     * The fractions of the golden ratio of three dimensions: multiples of them fill space evenly (M. Roberts, 2018).
     */
    private static final double[] EVEN = {0.8191725133961645, 0.6710436067037893, 0.5497004779019703};

    private ProbeColors() {}

    /**
     * Grays, evenly in stops.
     *
     * @param from the first, in stops from middle gray
     * @param to the last
     * @param perStop how many there are in each stop
     */
    static float[][] grays(double from, double to, int perStop) {
        int length = (int) Math.rint((to - from) * perStop) + 1;
        float[][] planes = new float[3][length];
        for (int i = 0; i < length; i++) {
            float gray = (float) (GRAY * Math.pow(2, from + (double) i / perStop));
            planes[0][i] = gray;
            planes[1][i] = gray;
            planes[2][i] = gray;
        }
        return planes;
    }

    /**
     * Colors within ACEScg, without order: the largest component 12 stops below to 10 above middle gray, the others at
     * any part of it.
     */
    static float[][] withinAcesCg(int count) {
        float[][] planes = new float[3][count];
        Matrix3 toAces = ColorSpaces.ACESCG.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        for (int i = 0; i < count; i++) {
            double stop = DARKEST + fraction(0.5 + i * EVEN[0]) * (BRIGHTEST - DARKEST);
            double[] rgb = new double[3];
            rgb[i % 3] = GRAY * Math.pow(2, stop);
            rgb[(i + 1) % 3] = rgb[i % 3] * fraction(0.5 + i * EVEN[1]);
            rgb[(i + 2) % 3] = rgb[i % 3] * fraction(0.5 + i * EVEN[2]);
            put(planes, i, toAces.times(rgb));
        }
        return planes;
    }

    /** The colors of all wavelengths, each with middle gray's luminance and four and eight stops above. */
    static float[][] spectral() {
        List<Chromaticity> locus = SpectralLocus.points();
        Matrix3 fromXyz = ColorSpaces.ACES2065_1.chromaticities().toXyz().inverse();
        float[][] planes = new float[3][3 * locus.size()];
        for (int i = 0; i < planes[0].length; i++) {
            Chromaticity color = locus.get(i / 3);
            double scale = GRAY * Math.pow(16, i % 3) / color.y();
            double[] xyz = {color.x() * scale, color.y() * scale, (1 - color.x() - color.y()) * scale};
            put(planes, i, fromXyz.times(xyz));
        }
        return planes;
    }

    /** Real and imaginary colors to the ends of half floats, negative components among them. */
    static float[][] extremes() {
        int n = EXTREMES.length;
        float[][] planes = new float[3][n * n * n];
        for (int i = 0; i < planes[0].length; i++) {
            planes[0][i] = EXTREMES[i / n / n];
            planes[1][i] = EXTREMES[i / n % n];
            planes[2][i] = EXTREMES[i % n];
        }
        return planes;
    }

    /** What a transform makes of colors. */
    static float[][] through(ColorTransform transform, float[][] colors, Run run) {
        int length = colors[0].length;
        float[][] results = new float[3][length];
        TransformRunner.apply(transform.compile(), colors, results, length, run.quiet());
        return results;
    }

    private static void put(float[][] planes, int i, double[] rgb) {
        for (int c = 0; c < 3; c++) {
            planes[c][i] = (float) rgb[c];
        }
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
