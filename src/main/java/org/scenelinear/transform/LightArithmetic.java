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

import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * Arithmetic of planes of linear light: gain, sum, product, and one picture over another. Each result is a new plane;
 * what it is made from is not changed. Nothing is clipped, and NaN and infinities are what IEEE 754 makes of them in 32
 * bits, operation by operation: an infinity behind an opaque pixel is infinity times 0, not a number.
 *
 * <p>Source of the operator <em>over</em>: T. Porter and T. Duff, Compositing Digital Images, SIGGRAPH 1984, section 4.
 */
public final class LightArithmetic {
    /** Pixels of one piece of work: so many that handing out pieces costs nothing, so few that they share well. */
    private static final int PIECE = 1 << 15;

    private LightArithmetic() {}

    /** What pieces of lines become. */
    @FunctionalInterface
    private interface Mixture {
        void mix(float[][] lines, float[] target, int length);
    }

    /** One worker's pieces of lines. */
    private record Lines(float[][] sources, float[] target) {
        Lines(int sources) {
            this(new float[sources][Tile.CAPACITY], new float[Tile.CAPACITY]);
        }
    }

    /**
     * A plane as it is, in another window.
     *
     * @param window what the result shows
     */
    public static float[] placed(PlacedPlane plane, Window window, Run run) {
        return mix(window, run, (lines, target, length) -> System.arraycopy(lines[0], 0, target, 0, length), plane);
    }

    /**
     * {@code gain * plane}.
     *
     * @param window what the result shows
     */
    public static float[] scaled(PlacedPlane plane, float gain, Window window, Run run) {
        return mix(window, run, (lines, target, length) -> scale(lines[0], gain, target, length), plane);
    }

    /**
     * {@code first + gain * second}.
     *
     * @param window what the result shows
     */
    public static float[] sum(PlacedPlane first, PlacedPlane second, float gain, Window window, Run run) {
        return mix(
                window, run, (lines, target, length) -> add(lines[0], lines[1], gain, target, length), first, second);
    }

    /**
     * {@code first * second}.
     *
     * @param window what the result shows
     */
    public static float[] product(PlacedPlane first, PlacedPlane second, Window window, Run run) {
        return mix(window, run, (lines, target, length) -> multiply(lines[0], lines[1], target, length), first, second);
    }

    /**
     * One picture over another, both multiplied by their alpha: {@code front + back * (1 - alpha)}. Alpha itself goes
     * over alpha in the same way.
     *
     * @param alpha of the picture in front
     * @param window what the result shows
     */
    public static float[] over(PlacedPlane front, PlacedPlane alpha, PlacedPlane back, Window window, Run run) {
        return mix(
                window,
                run,
                (lines, target, length) -> coverPremultiplied(lines[0], lines[1], lines[2], target, length),
                front,
                alpha,
                back);
    }

    /**
     * One picture over another, neither multiplied by its alpha: the mean of both, weighted with what of each is seen,
     * {@code (front * alpha + back * backAlpha * (1 - alpha)) / (alpha + backAlpha * (1 - alpha))}. Where both are
     * transparent there is no color; finite ones become 0.
     *
     * @param alpha of the picture in front
     * @param window what the result shows
     */
    public static float[] overStraight(
            PlacedPlane front, PlacedPlane alpha, PlacedPlane back, PlacedPlane backAlpha, Window window, Run run) {
        return mix(
                window,
                run,
                (lines, target, length) -> coverStraight(lines[0], lines[1], lines[2], lines[3], target, length),
                front,
                alpha,
                back,
                backAlpha);
    }

    private static float[] mix(Window window, Run run, Mixture mixture, PlacedPlane... planes) {
        int width = window.width();
        int height = window.height();
        float[] result = new float[Math.multiplyExact(width, height)];
        int linesPerPiece = Math.max(1, PIECE / width);
        int pieces = (int) (((long) height + linesPerPiece - 1) / linesPerPiece);
        int tiles = (int) (((long) width + Tile.CAPACITY - 1) / Tile.CAPACITY);
        run.forEach("mixing light", pieces, () -> new Lines(planes.length), (lines, piece) -> {
            int begin = piece * linesPerPiece;
            int end = (int) Math.min((long) begin + linesPerPiece, height);
            for (int line = begin; line < end; line++) {
                for (int tile = 0; tile < tiles; tile++) {
                    int x = tile * Tile.CAPACITY;
                    int length = Math.min(Tile.CAPACITY, width - x);
                    for (int i = 0; i < planes.length; i++) {
                        planes[i].read(window.xMin() + x, window.yMin() + line, length, lines.sources()[i]);
                    }
                    mixture.mix(lines.sources(), lines.target(), length);
                    System.arraycopy(lines.target(), 0, result, line * width + x, length);
                }
            }
        });
        return result;
    }

    private static void scale(float[] plane, float gain, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = gain * plane[i];
        }
    }

    private static void add(float[] first, float[] second, float gain, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = first[i] + gain * second[i];
        }
    }

    private static void multiply(float[] first, float[] second, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = first[i] * second[i];
        }
    }

    private static void coverPremultiplied(float[] front, float[] alpha, float[] back, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = front[i] + back[i] * (1 - alpha[i]);
        }
    }

    /** The smallest normal number added to the divisor turns 0 / 0 into 0 and is lost in every alpha above 1e-30. */
    private static void coverStraight(
            float[] front, float[] alpha, float[] back, float[] backAlpha, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            float seen = backAlpha[i] * (1 - alpha[i]);
            target[i] = (front[i] * alpha[i] + back[i] * seen) / (alpha[i] + seen + Float.MIN_NORMAL);
        }
    }
}
