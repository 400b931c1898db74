/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.ImageComparison;
import org.scenelinear.inspect.ImageComparison.Measure;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.TransformRunner;

/** Two images compared: the second in the first one's light, and the figures that tables show and limits are set on. */
public final class Comparison {
    private final ImageComparison colors;
    private final double peak;

    private Comparison(ImageComparison colors, double peak) {
        this.colors = colors;
        this.peak = peak;
    }

    /**
     * Compares.
     *
     * @param first says what 1 is in cd/m², if it says so; otherwise it is 100
     * @param second of the same size; its own color space is converted to the first one's
     * @param from the space to take the first for; empty for the one it says itself
     * @param peak of linear light, for the signal-to-noise ratio
     * @throws StepException if sizes differ, a color space is not known, or one has no R, G and B
     */
    public static Comparison of(FloatImage first, FloatImage second, Optional<ColorSpace> from, double peak, Run run)
            throws StepException {
        if (first.width() != second.width() || first.height() != second.height()) {
            throw new StepException(first.name() + " has " + first.width() + " x " + first.height() + " pixels, "
                    + second.name() + " has " + second.width() + " x " + second.height()
                    + "; only images of one size can be compared");
        }
        LinearPlanes one = LinearPlanes.of(from, first, run);
        LinearPlanes other = LinearPlanes.of(Optional.empty(), second, run);
        float[][] converted = other.rgb();
        if (!other.space().equals(one.space())) {
            converted = new float[3][first.width() * first.height()];
            TransformRunner.apply(
                    ColorSpaceConversion.between(other.space(), one.space(), Adaptation.BRADFORD)
                            .compile(),
                    other.rgb(),
                    converted,
                    converted[0].length,
                    run);
        }
        LightCalibration light = LightCalibration.of(first).orElse(LightCalibration.ASSUMED);
        return new Comparison(ImageComparison.of(one.space(), one.rgb(), converted, first.width(), light, run), peak);
    }

    /** A measure of each pixel, line by line; NaN where there is none. Not to be changed. */
    public float[] map(Measure measure) {
        return colors.map(measure);
    }

    /** The figures of an area by their names, in the order of a table. */
    public Map<String, Double> figures(Area area, Run run) {
        Map<String, Double> figures = new LinkedHashMap<>();
        ImageComparison.Quality quality = colors.quality(area, peak, run);
        figures.put("Pixels", (double) quality.pixels());
        figures.put("Invalid", (double) quality.invalid());
        for (Measure measure : Measure.values()) {
            ImageComparison.Summary summary = colors.summary(measure, area, run);
            figures.put(measure.label() + " mean", summary.mean());
            figures.put(measure.label() + " 99 %", summary.percentile99());
            figures.put(measure.label() + " maximum", summary.largest());
        }
        figures.put(ComparisonLimit.PSNR, quality.psnr());
        figures.put(ComparisonLimit.PU21, quality.pu21());
        figures.put(ComparisonLimit.SSIM, quality.ssim());
        return figures;
    }
}
