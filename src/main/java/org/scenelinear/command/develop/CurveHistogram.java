/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import ij.ImagePlus;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.math.Matrix3;

/**
 * What curves are drawn over: how the values of an image are spread in gamma Rec.2020, in which curves work. Of large
 * images some pixels stand for all.
 */
final class CurveHistogram {
    private static final int BINS = 128;
    private static final int MOST_PIXELS = 200_000;
    private static final double[] LUMA = {0.2627, 0.678, 0.0593};

    private CurveHistogram() {}

    /** That of the frame in front of an image; of none there is nothing to show. */
    static Map<String, float[]> of(Optional<ImagePlus> active) {
        if (active.isEmpty()) {
            return named(new float[5][0]);
        }
        ImagePlus image = active.get();
        int slice = Math.min(image.getZ(), ImagePlusConversion.slices(image));
        return of(ImagePlusConversion.toFloatImage(image, slice, image.getT()));
    }

    /**
     * Shares of pixels for each bin from 0 to 1; what lies beyond is left out.
     *
     * @param image any; if its space is not known or it has no R, G and B, there is nothing to show
     * @return for {@code rgb}, {@code luma}, {@code red}, {@code green} and {@code blue}
     */
    static Map<String, float[]> of(FloatImage image) {
        float[][] counts = new float[5][BINS];
        Optional<ColorSpace> space = image.color().space();
        Optional<float[][]> rgb = image.rgb();
        if (space.isPresent() && rgb.isPresent()) {
            count(rgb.get(), space.get(), counts);
        }
        return named(counts);
    }

    private static Map<String, float[]> named(float[][] counts) {
        return Map.of("rgb", counts[0], "luma", counts[1], "red", counts[2], "green", counts[3], "blue", counts[4]);
    }

    private static void count(float[][] rgb, ColorSpace space, float[][] counts) {
        Matrix3 matrix = space.matrixTo(ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
        int step = Math.max(1, rgb[0].length / MOST_PIXELS);
        for (int i = 0; i < rgb[0].length; i += step) {
            double[] linear = matrix.times(space.decode(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]}));
            double luma = 0;
            for (int c = 0; c < 3; c++) {
                double value = ColorSpaces.SRGB.curve().encode(linear[c]);
                luma += LUMA[c] * value;
                add(counts[2 + c], value);
                add(counts[0], value);
            }
            add(counts[1], luma);
        }
        for (float[] bins : counts) {
            double sum = 0;
            for (float bin : bins) {
                sum += bin;
            }
            if (sum > 0) {
                float share = (float) (1 / sum);
                for (int i = 0; i < BINS; i++) {
                    bins[i] *= share;
                }
            }
        }
    }

    private static void add(float[] bins, double value) {
        if (value >= 0 && value <= 1) {
            bins[Math.min(BINS - 1, (int) (value * BINS))]++;
        }
    }
}
