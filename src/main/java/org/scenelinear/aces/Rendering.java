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

import org.scenelinear.color.Adaptation;
import org.scenelinear.math.Matrix3;

/**
 * One ACES 2 rendering ready to run, in double: from linear AP0 to linear RGB of the limiting gamut, 1.0 = 100 cd/m².
 * Immutable. Building it takes some milliseconds.
 */
final class Rendering {
    private final RenderingParameters parameters;
    private final Matrix3 toAp1 = Primaries.AP0.matrixTo(Primaries.AP1, Adaptation.NONE);
    private final Matrix3 fromAp1 = toAp1.inverse();
    private final AppearanceModel scene = new AppearanceModel(Primaries.AP0);
    private final AppearanceModel limiting;
    private final ToneScale toneScale;
    private final ChromaCompression chromaCompression;
    private final GamutGeometry geometry;
    private final HueTables tables;
    private final GamutCompression gamutCompression;

    Rendering(RenderingParameters parameters) {
        this.parameters = parameters;
        double peakLuminance = parameters.peakLuminance();
        limiting = new AppearanceModel(parameters.limiting());
        toneScale = new ToneScale(peakLuminance);
        chromaCompression = new ChromaCompression(peakLuminance, toneScale.logPeak());
        geometry = new GamutGeometry(toneScale, chromaCompression.highestLightness());
        tables = HueTablesBuilder.build(
                geometry, new AppearanceModel(Primaries.AP1), limiting, parameters.peak(), toneScale.forwardLimit());
        gamutCompression = new GamutCompression(geometry, tables);
    }

    /** The rendered color, each component 0 to the peak, of any linear AP0 color. */
    double[] render(double[] ap0) {
        double[] jmh = renderToJmh(clampToAp1(ap0));
        double[] rgb = limiting.jmhToRgb(jmh[0], jmh[1], jmh[2]);
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.max(0, Math.min(parameters.peak(), rgb[i]));
        }
        return rgb;
    }

    /** The JMh within the limiting gamut of a linear AP0 color, without any clamp of the RGB before or after. */
    double[] renderToJmh(double[] ap0) {
        double[] aab = scene.rgbToAab(ap0);
        if (aab[0] <= 0) {
            return new double[3];
        }
        double[] jmh = scene.rgbToJmh(ap0);
        double achromatic = toneScale.achromatic(aab[0]);
        double colorfulness = chromaCompression.compress(aab[0], achromatic, jmh[1], jmh[2], tables.reachAt(jmh[2]));
        return gamutCompression.compress(AppearanceModel.achromaticToLightness(achromatic), colorfulness, jmh[2]);
    }

    /**
     * The linear AP0 color that is rendered as a color of the limiting gamut; within AP1. Undoes {@link #render} but
     * for clamps and, in the brightest saturated colors, an estimate.
     *
     * @param rgb the linear rendered color; components below 0 and above the peak are clamped first
     */
    double[] invert(double[] rgb) {
        double[] clamped = new double[3];
        for (int i = 0; i < 3; i++) {
            clamped[i] = Math.max(0, Math.min(parameters.peak(), rgb[i]));
        }
        return clampToAp1(invertToAp0(clamped));
    }

    /** The same without any clamp of the RGB before or after. */
    double[] invertToAp0(double[] rgb) {
        double[] compressed = limiting.rgbToJmh(rgb);
        if (compressed[0] <= 0) {
            return new double[3];
        }
        double hue = compressed[2];
        double[] jmh = gamutCompression.expand(compressed[0], compressed[1], hue);
        double displayAchromatic = AppearanceModel.lightnessToAchromatic(jmh[0]);
        double achromatic = toneScale.sceneAchromatic(displayAchromatic);
        double colorfulness = chromaCompression.expand(achromatic, displayAchromatic, jmh[1], hue, tables.reachAt(hue));
        return scene.jmhToRgb(AppearanceModel.achromaticToLightness(achromatic), colorfulness, hue);
    }

    /** The AP0 color with its AP1 components clamped to 0 and the largest value that is rendered. */
    private double[] clampToAp1(double[] ap0) {
        double limit = toneScale.forwardLimit();
        double[] finite = new double[3];
        for (int i = 0; i < 3; i++) {
            finite[i] = finite(ap0[i], limit);
        }
        double[] ap1 = toAp1.times(finite);
        for (int i = 0; i < 3; i++) {
            ap1[i] = Math.max(0, Math.min(limit, ap1[i]));
        }
        return fromAp1.times(ap1);
    }

    /** What counts for a value that may not be finite: the limit for +infinity, 0 for -infinity and NaN. */
    static double finite(double value, double limit) {
        if (Double.isFinite(value)) {
            return value;
        }
        return value > 0 ? limit : 0;
    }

    RenderingParameters parameters() {
        return parameters;
    }

    AppearanceModel scene() {
        return scene;
    }

    AppearanceModel limiting() {
        return limiting;
    }

    ToneScale toneScale() {
        return toneScale;
    }

    ChromaCompression chromaCompression() {
        return chromaCompression;
    }

    GamutGeometry geometry() {
        return geometry;
    }

    HueTables tables() {
        return tables;
    }
}
