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

import org.scenelinear.run.Run;

/**
 * Premultiplied color and what has to be done with it before a curve: divided by alpha, and multiplied again after. A
 * pixel whose alpha is 0 or not finite has no color to be found by a division: it goes through as 0, and what was there
 * is put back at the end.
 */
public final class AlphaDivision {
    private static final int PIECE = 1 << 15;

    private AlphaDivision() {}

    /**
     * Divides color by alpha.
     *
     * @param rgb premultiplied planes; not changed
     * @param alpha the plane of alpha
     * @param run where
     * @return new planes
     */
    public static float[][] divided(float[][] rgb, float[] alpha, Run run) {
        float[][] straight = new float[rgb.length][alpha.length];
        forEachPiece(alpha.length, run, (begin, end) -> {
            for (int c = 0; c < rgb.length; c++) {
                for (int i = begin; i < end; i++) {
                    straight[c][i] = hasColor(alpha[i]) ? rgb[c][i] / alpha[i] : 0;
                }
            }
        });
        return straight;
    }

    /**
     * Multiplies color by alpha.
     *
     * @param straight planes of color; changed in place
     * @param alpha the plane of alpha
     * @param rgb what pixels get that have no color, from the planes before the division
     * @param run where
     */
    public static void multiply(float[][] straight, float[] alpha, float[][] rgb, Run run) {
        forEachPiece(alpha.length, run, (begin, end) -> {
            for (int c = 0; c < rgb.length; c++) {
                for (int i = begin; i < end; i++) {
                    straight[c][i] = hasColor(alpha[i]) ? straight[c][i] * alpha[i] : rgb[c][i];
                }
            }
        });
    }

    private static boolean hasColor(float alpha) {
        return alpha != 0 && Math.abs(alpha) <= Float.MAX_VALUE;
    }

    @FunctionalInterface
    private interface Span {
        void from(int begin, int end);
    }

    private static void forEachPiece(int length, Run run, Span span) {
        int pieces = (int) (((long) length + PIECE - 1) / PIECE);
        run.forEach("dividing by alpha", pieces, () -> span, (work, piece) -> {
            int begin = piece * PIECE;
            work.from(begin, (int) Math.min((long) begin + PIECE, length));
        });
    }
}
