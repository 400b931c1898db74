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

import java.util.Objects;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.math.Matrix3;

/**
 * How rendered colors become the code values of a display.
 *
 * @param chromaticities the primaries and white of the display's signal, which holds the limiting gamut
 * @param curve the inverse EOTF
 * @param linearScale a factor on linear light, such as 0.48 where the white of a cinema screen of 48 cd/m² is rendered
 *     as 100
 * @param fitWhite whether to scale colors down so that a creative white other than that of the signal fits into it
 */
public record DisplayEncoding(Chromaticities chromaticities, DisplayCurve curve, double linearScale, boolean fitWhite) {
    /** The exponent of the HLG system gamma for a display of 1000 cd/m², BT.2100 table 5. */
    static final double HLG_GAMMA = 1.2;
    /** The peak luminance of the HLG display in units of 100 cd/m². */
    static final double HLG_PEAK = 10;
    /** Below this display light, relative to a peak of 3^1.2, the HLG system gamma gains no further. */
    static final double HLG_DARKEST = 1e-4 / Math.pow(3, HLG_GAMMA);
    /** The same as scene light. */
    static final double HLG_DARKEST_SCENE = Math.pow(HLG_DARKEST, 1 / HLG_GAMMA);
    /** How much brighter than anything rendered light is still told apart. */
    private static final double HEADROOM = 4;
    /** The luminance of Rec.2020 red, green and blue as BT.2100 rounds them. */
    static final double[] HLG_LUMINANCE = {0.2627, 0.6780, 0.0593};

    /**
     * Checks the scale.
     *
     * @throws IllegalArgumentException if the scale is not a finite number above 0
     */
    public DisplayEncoding {
        Objects.requireNonNull(chromaticities);
        Objects.requireNonNull(curve);
        if (!(linearScale > 0 && linearScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a linear scale must be a number above 0, not " + linearScale);
        }
    }

    /** An encoding that scales nothing. */
    public static DisplayEncoding of(Chromaticities chromaticities, DisplayCurve curve) {
        return new DisplayEncoding(chromaticities, curve, 1, false);
    }

    /** From linear RGB of a limiting gamut to linear RGB of the signal, with all scales. */
    Matrix3 matrixFrom(Chromaticities limiting) {
        Matrix3 conversion = limiting.matrixTo(chromaticities, Adaptation.NONE);
        double scale = linearScale;
        if (fitWhite) {
            double[] white = conversion.times(new double[] {1, 1, 1});
            scale /= Math.max(white[0], Math.max(white[1], white[2]));
        }
        return Matrix3.diagonal(scale, scale, scale).times(conversion);
    }

    /** The largest linear component of the signal that a rendering can make. */
    double brightest(RenderingParameters rendering) {
        Matrix3 matrix = matrixFrom(rendering.limiting());
        double largest = 0;
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += Math.max(0, matrix.get(row, column));
            }
            largest = Math.max(largest, sum);
        }
        return largest * rendering.peak();
    }

    /**
     * The largest code value that is told from larger ones when it is decoded: light of several times the brightest.
     */
    double highestCode(RenderingParameters rendering) {
        double light = HEADROOM * brightest(rendering);
        return switch (curve) {
            case PQ -> curve.encode(Math.min(light, 100));
            case HLG -> curve.encode(light / HLG_PEAK);
            default -> curve.encode(light);
        };
    }

    /** The code values of linear RGB of the signal, each 0 or more. */
    double[] encode(double[] rgb) {
        double scale = 1;
        if (curve == DisplayCurve.HLG) {
            double luminance = 0;
            for (int i = 0; i < 3; i++) {
                luminance += HLG_LUMINANCE[i] * rgb[i] / HLG_PEAK;
            }
            scale = Math.pow(Math.max(HLG_DARKEST, luminance), 1 / HLG_GAMMA - 1) / HLG_PEAK;
        }
        double[] code = new double[3];
        for (int i = 0; i < 3; i++) {
            code[i] = curve.encode(rgb[i] * scale);
        }
        return code;
    }

    /** The linear RGB of the signal for code values, each 0 or more; undoes {@link #encode}. */
    double[] decode(double[] code) {
        double[] rgb = new double[3];
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            rgb[i] = curve.decode(code[i]);
            luminance += HLG_LUMINANCE[i] * rgb[i];
        }
        if (curve == DisplayCurve.HLG) {
            double scale = HLG_PEAK * Math.pow(Math.max(HLG_DARKEST_SCENE, luminance), HLG_GAMMA - 1);
            for (int i = 0; i < 3; i++) {
                rgb[i] *= scale;
            }
        }
        return rgb;
    }
}
