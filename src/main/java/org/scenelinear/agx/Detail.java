/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import org.scenelinear.run.Run;
import org.scenelinear.transform.spatial.GaussianBlur;
import org.scenelinear.transform.spatial.Lines;

/**
 * Texture, then clarity, then sharpening: each adds a part of the difference between the luma and the blurred luma to
 * red, green and blue alike, so colors keep their differences. Nothing is clamped: both modes do the same.
 *
 * <p>Formulas: agx-photo 0.2.0. A pixel that is not finite spoils those within three times the blur's sigma.
 *
 * @param texture -100 to 100 percent, against a blur of sigma 3; 0 is neutral
 * @param clarity -100 to 100 percent, against a blur of sigma 20; 0 is neutral
 * @param sharpening the finest differences
 */
public record Detail(double texture, double clarity, Sharpening sharpening) implements PlaneStage {
    private static final double TEXTURE_SIGMA = 3;
    private static final double CLARITY_SIGMA = 20;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a parameter is outside its range; the message names it
     */
    public Detail {
        ParameterRange.check("texture", texture, -100, 100);
        ParameterRange.check("clarity", clarity, -100, 100);
    }

    @Override
    public boolean isNeutral() {
        return texture == 0 && clarity == 0 && sharpening.amount() == 0;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public void apply(float[][] rgb, int width, int height, Mode mode, Run run) {
        if (isNeutral()) {
            return;
        }
        float[] scratch = new float[width * height];
        if (texture != 0) {
            unsharp(rgb, TEXTURE_SIGMA, (float) (texture / 100), scratch, width, height, run);
        }
        if (clarity != 0) {
            unsharp(rgb, CLARITY_SIGMA, (float) (clarity / 100), scratch, width, height, run);
        }
        if (sharpening.amount() > 0) {
            sharpen(rgb, scratch, width, height, run);
        }
    }

    private static void unsharp(
            float[][] rgb, double sigma, float amount, float[] scratch, int width, int height, Run run) {
        Lines.Source luma = (y, line) -> Luma.read(rgb, y * width, line, width);
        new GaussianBlur(sigma).apply(luma, scratch, width, height, run, (y, blurred) -> {
            float[] delta = new float[width];
            luma.read(y, delta);
            scaledDifference(delta, blurred, amount, width);
            addToAll(rgb, y * width, delta, width);
        });
    }

    private void sharpen(float[][] rgb, float[] scratch, int width, int height, Run run) {
        float[] luma = new float[width * height];
        Lines.forEach("sharpening", height, run, () -> new float[width], (line, y) -> {
            Luma.read(rgb, y * width, line, width);
            System.arraycopy(line, 0, luma, y * width, width);
        });
        Lines.Source source = Lines.of(luma, width);
        new GaussianBlur(sharpening.radius()).apply(source, scratch, width, height, run, (y, blurred) -> {
            float[][] lines = new float[3][width];
            source.read(Math.max(y - 1, 0), lines[0]);
            source.read(y, lines[1]);
            source.read(Math.min(y + 1, height - 1), lines[2]);
            sharpening.difference(lines[0], lines[1], lines[2], blurred, width);
            addToAll(rgb, y * width, blurred, width);
        });
    }

    private static void scaledDifference(float[] sharp, float[] blurred, float amount, int length) {
        for (int i = 0; i < length; i++) {
            sharp[i] = amount * (sharp[i] - blurred[i]);
        }
    }

    private static void addToAll(float[][] rgb, int offset, float[] delta, int length) {
        for (float[] plane : rgb) {
            add(plane, offset, delta, length);
        }
    }

    private static void add(float[] plane, int offset, float[] delta, int length) {
        for (int i = 0; i < length; i++) {
            plane[offset + i] += delta[i];
        }
    }
}
