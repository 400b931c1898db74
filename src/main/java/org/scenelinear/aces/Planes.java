/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

/**
 * The small loops over planes that several stages of the rendering share. Each works in place or from arrays to an
 * array, from index 0.
 *
 * <p>They, and all other loops of the float rendering, keep to forms that Java 17 turns into vector code: one result
 * per loop, few arrays, no choice by condition, no cast. A choice is arithmetic instead: a mask is 1 or 0, {@code y +
 * mask * (x - y)} is x or y; it needs finite operands.
 */
final class Planes {
    /** Makes a difference above or below 1 so that clamped to 0 and 1 it is a mask. */
    static final float SHARP = 1e30f;

    private Planes() {}

    /** Limits values to a range. */
    static void clamp(float[] x, float low, float high, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(Math.min(x[i], high), low);
        }
    }

    /** result = factor x. */
    static void scale(float[] x, float factor, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = x[i] * factor;
        }
    }

    /** result = x y. */
    static void multiply(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = x[i] * y[i];
        }
    }

    /** result = x / max(y, least). */
    static void divide(float[] x, float[] y, float least, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = x[i] / Math.max(y[i], least);
        }
    }

    /** result = factor x / (x + offset): saturates towards the factor. */
    static void saturate(float[] x, float factor, float offset, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float value = x[i];
            result[i] = factor * value / (value + offset);
        }
    }

    /** result = sqrt(x x + factor y y + offset). */
    static void hypotenuse(float[] x, float[] y, float factor, float offset, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float first = x[i];
            float second = y[i];
            result[i] = (float) Math.sqrt(first * first + second * second * factor + offset);
        }
    }

    /** result = 1 where x > y, otherwise 0. */
    static void maskGreater(float[] x, float[] y, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = Math.max(Math.min((x[i] - y[i]) * SHARP, 1f), 0f);
        }
    }
}
