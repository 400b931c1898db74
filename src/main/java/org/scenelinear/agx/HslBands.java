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

import java.util.List;
import java.util.Optional;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;

/**
 * Hue, saturation and lightness of eight ranges of hues, in the cylinder of HSL over values of 0 to 1. The more
 * saturated a color and the nearer to the middle of a range, the more it changes; grays do not.
 *
 * <p>In the mode that is as agx-photo 0.2.0 components are limited to 0 to 1 first. In {@link Mode#HDR} a color whose
 * largest component is above 1 is scaled to 1, changed, and scaled back; what negative components have below 0 is set
 * aside and added again. Formulas: agx-photo 0.2.0.
 *
 * @param red about 0 degrees
 * @param orange about 30 degrees
 * @param yellow about 60 degrees
 * @param green about 120 degrees
 * @param aqua about 180 degrees
 * @param blue about 240 degrees
 * @param purple about 270 degrees
 * @param magenta about 330 degrees
 */
public record HslBands(
        HslBand red,
        HslBand orange,
        HslBand yellow,
        HslBand green,
        HslBand aqua,
        HslBand blue,
        HslBand purple,
        HslBand magenta)
        implements PixelStage {
    private static final double[] MIDDLES = {0, 30, 60, 120, 180, 240, 270, 330};
    private static final double[] HALF_WIDTHS = {30, 30, 30, 60, 60, 30, 30, 30};

    private List<HslBand> bands() {
        return List.of(red, orange, yellow, green, aqua, blue, purple, magenta);
    }

    @Override
    public boolean isNeutral() {
        return bands().stream().allMatch(HslBand::isNeutral);
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        return new Turn(this, mode);
    }

    /** The change of a fully saturated color of a hue in degrees: hue in degrees, saturation, lightness. */
    double[] change(double hue) {
        double[] sum = new double[3];
        for (int i = 0; i < MIDDLES.length; i++) {
            double distance = Math.abs(hue - MIDDLES[i]);
            distance = Math.min(distance, 360 - distance);
            if (distance < HALF_WIDTHS[i]) {
                double weight = 0.5 + 0.5 * Math.cos(Math.PI * distance / HALF_WIDTHS[i]);
                HslBand band = bands().get(i);
                sum[0] += weight * band.hue();
                sum[1] += weight * band.saturation() / 100;
                sum[2] += weight * band.luminance() / 100;
            }
        }
        return sum;
    }

    /** The change of colors. */
    private record Turn(HslBands bands, Mode mode) implements ColorTransform {
        /** Empty: colors meet at the ends of saturation and lightness. */
        @Override
        public Optional<ColorTransform> inverse() {
            return Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return bands.isNeutral();
        }

        @Override
        public String description() {
            return "hue, saturation and lightness of eight ranges of hues";
        }

        @Override
        public Kernel compile() {
            return new HslKernel(bands, mode);
        }
    }
}
