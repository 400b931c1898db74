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

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.math.Matrix3;

/**
 * Finds out that values were once codes of 8 bits: brought back to the space of the codes, they lie on the teeth of a
 * comb, 1/255 apart. Light that was never rounded so lies between them as often as on them.
 *
 * @param text how the codes became these values
 * @param share the share of the values looked at that lie on the comb
 * @param codes how many different codes there are
 */
record CodeComb(String text, double share, int codes) {
    /** How far from a tooth, in codes, a value is that half-float rounding has moved. */
    private static final double TOLERANCE = 0.08;

    private static final double LEAST_SHARE = 0.95;
    private static final int LEAST_CODES = 24;
    private static final int SAMPLES = 20000;

    private static final List<ColorSpace> ENCODED = List.of(
            ColorSpaces.SRGB,
            ColorSpaces.REC709,
            ColorSpaces.byName("Rec.1886 Rec.709 - Display").orElseThrow());

    /**
     * Looks for a comb in values between 0 and 1.
     *
     * @param rgb three planes
     * @param space what their values mean, if that is known
     * @return empty if there is none
     */
    static Optional<CodeComb> find(float[][] rgb, Optional<ColorSpace> space) {
        Optional<CodeComb> found = combed(rgb, Matrix3.IDENTITY, null, "the values themselves are codes");
        for (ColorSpace encoded : ENCODED) {
            Matrix3 toPrimaries = space.filter(ColorSpace::isLinear)
                    .map(own -> own.matrixTo(ColorSpaces.LINEAR_REC709, Adaptation.BRADFORD))
                    .orElse(Matrix3.IDENTITY);
            found = found.or(() ->
                    combed(rgb, toPrimaries, encoded, "taken back to " + encoded.name() + " the values are codes"));
        }
        return found;
    }

    private static Optional<CodeComb> combed(float[][] rgb, Matrix3 matrix, ColorSpace encoded, String text) {
        int step = Math.max(1, rgb[0].length / SAMPLES);
        long looked = 0;
        long on = 0;
        Set<Long> codes = new HashSet<>();
        for (int i = 0; i < rgb[0].length; i += step) {
            double[] values = matrix.times(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]});
            double[] stored = encoded == null ? values : encoded.encode(values);
            for (double value : stored) {
                double code = value * 255;
                if (code > 0.5 && code < 255.5) {
                    looked++;
                    if (Math.abs(code - Math.rint(code)) < TOLERANCE) {
                        on++;
                        codes.add(Math.round(code));
                    }
                }
            }
        }
        double share = (double) on / Math.max(1, looked);
        return share >= LEAST_SHARE && codes.size() >= LEAST_CODES
                ? Optional.of(new CodeComb(text, share, codes.size()))
                : Optional.empty();
    }
}
