/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import org.scenelinear.inspect.ImageComparison.Measure;
import org.scenelinear.ui.scope.DensityColors;

/** An image of a measure of each pixel: colors that everybody can tell apart, and a bar that says what they mean. */
public final class DifferenceMap {
    private static final int LEVELS = 256;

    private DifferenceMap() {}

    /**
     * The image, not yet shown. From 0 to the largest value; of stops as far below 0 as above.
     *
     * @param measure what its values are
     * @param title of its window
     * @param maps a slice for each frame
     */
    public static ImagePlus of(Measure measure, String title, ImageStack maps) {
        ImagePlus image = new ImagePlus(title, maps);
        double largest = 0;
        for (int i = 1; i <= maps.getSize(); i++) {
            for (float value : (float[]) maps.getPixels(i)) {
                largest = Math.max(largest, Float.isFinite(value) ? Math.abs(value) : 0);
            }
        }
        double end = largest == 0 ? 1 : largest;
        image.setLut(measure == Measure.STOPS ? aroundZero() : fromZero());
        image.setDisplayRange(measure == Measure.STOPS ? -end : 0, end);
        return image;
    }

    /** Shows it, with a calibration bar where there is a screen. */
    public static void show(ImagePlus image) {
        image.show();
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.run(
                    image,
                    "Calibration Bar...",
                    "location=[Upper Right] fill=White label=Black number=5 decimal=2 font=12 zoom=1 overlay");
        }
    }

    /** From dark to bright. */
    private static LUT fromZero() {
        Color[] colors = new Color[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            colors[i] = DensityColors.viridis(i / (LEVELS - 1.0));
        }
        return lut(colors);
    }

    /** Blue below, white at 0, orange above. */
    private static LUT aroundZero() {
        Color[] colors = new Color[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double place = 2 * (i - (LEVELS - 1) / 2.0) / (LEVELS - 1);
            Color end = place < 0 ? new Color(0x2166AC) : new Color(0xE08214);
            double part = Math.abs(place);
            colors[i] = new Color(
                    (int) Math.round(255 + part * (end.getRed() - 255)),
                    (int) Math.round(255 + part * (end.getGreen() - 255)),
                    (int) Math.round(255 + part * (end.getBlue() - 255)));
        }
        return lut(colors);
    }

    private static LUT lut(Color[] colors) {
        byte[][] rgb = new byte[3][LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            rgb[0][i] = (byte) colors[i].getRed();
            rgb[1][i] = (byte) colors[i].getGreen();
            rgb[2][i] = (byte) colors[i].getBlue();
        }
        return new LUT(rgb[0], rgb[1], rgb[2]);
    }
}
