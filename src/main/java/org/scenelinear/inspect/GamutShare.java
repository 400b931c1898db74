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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;

/** How many pixels have colors outside the usual gamuts, to which whites are adapted by Bradford. */
final class GamutShare {
    private static final int PIECE = 1 << 16;

    private GamutShare() {}

    /**
     * Shares of the finite pixels.
     *
     * @param rgb linear
     * @param space their primaries and white
     * @param run on how many threads
     * @return by the gamut's name, 0 to 1; NaN if no pixel is finite
     */
    static Map<String, Double> outside(float[][] rgb, ColorSpace space, Run run) {
        double[][] matrices = PixelInspection.GAMUTS.stream()
                .map(gamut -> space.matrixTo(gamut, Adaptation.BRADFORD).toArray())
                .toArray(double[][]::new);
        AtomicLongArray counts = new AtomicLongArray(PixelInspection.GAMUTS.size() + 1);
        int length = rgb[0].length;
        int pieces = (int) (((long) length + PIECE - 1) / PIECE);
        run.forEach("looking for colors out of gamut", pieces, () -> counts, (all, piece) -> {
            int begin = piece * PIECE;
            int end = (int) Math.min((long) begin + PIECE, length);
            long[] found = new long[PixelInspection.GAMUTS.size() + 1];
            for (int i = begin; i < end; i++) {
                count(rgb[0][i], rgb[1][i], rgb[2][i], matrices, found);
            }
            for (int i = 0; i < found.length; i++) {
                all.addAndGet(i, found[i]);
            }
        });
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < PixelInspection.GAMUTS.size(); i++) {
            shares.put(
                    PixelInspection.NAMES.get(i), (double) counts.get(i) / counts.get(PixelInspection.GAMUTS.size()));
        }
        return shares;
    }

    private static void count(double r, double g, double b, double[][] matrices, long[] found) {
        double size = Math.abs(r) + Math.abs(g) + Math.abs(b);
        if (!(size < Double.POSITIVE_INFINITY)) {
            return;
        }
        found[matrices.length]++;
        for (int k = 0; k < matrices.length; k++) {
            double[] m = matrices[k];
            if (!GamutBorder.isInside(
                    m[0] * r + m[1] * g + m[2] * b, m[3] * r + m[4] * g + m[5] * b, m[6] * r + m[7] * g + m[8] * b)) {
                found[k]++;
            }
        }
    }
}
