/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.awt.Color;
import java.util.List;
import org.scenelinear.image.FloatImage;

/**
 * How ImageJ shows the channels of a new image: colors, display ranges, which are added up. ImageJ's own choice is the
 * range of the first slice for all, which one infinite pixel turns into a black picture.
 */
final class ChannelDisplay {
    private static final List<String> COLOR_NAMES = List.of("R", "G", "B");

    private ChannelDisplay() {}

    /**
     * Shows R, G, B as one picture, other channels one at a time in gray.
     *
     * @param plain the stack, its dimensions set
     * @param image where the planes come from
     * @param names names of the planes in the order of slices
     */
    static ImagePlus composite(ImagePlus plain, FloatImage image, List<String> names, PlaneDepth depth) {
        int channels = plain.getNChannels();
        boolean together = names.containsAll(COLOR_NAMES) && channels <= CompositeImage.MAX_CHANNELS;
        CompositeImage composite =
                new CompositeImage(plain, together ? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
        LUT[] luts = new LUT[channels];
        StringBuilder active = new StringBuilder();
        for (int c = 0; c < channels; c++) {
            double[] range = range(image, names.get(c), depth);
            luts[c] = LUT.createLutFromColor(together ? color(names.get(c)) : Color.WHITE);
            luts[c].min = range[0];
            luts[c].max = range[1];
            active.append(COLOR_NAMES.contains(names.get(c)) ? '1' : '0');
        }
        composite.setLuts(luts);
        for (int c = channels; c >= 1; c--) {
            composite.setC(c);
            composite.setDisplayRange(luts[c - 1].min, luts[c - 1].max);
        }
        if (together) {
            composite.setActiveChannels(active.toString());
        }
        return composite;
    }

    /** Sets the display range of an image of one channel or of RGB pixels. */
    static void setRange(ImagePlus imp, FloatImage image, List<String> names, PlaneDepth depth) {
        double[] range = range(image, names.get(0), depth);
        imp.setDisplayRange(range[0], range[1]);
    }

    private static Color color(String name) {
        return switch (name) {
            case "R" -> Color.RED;
            case "G" -> Color.GREEN;
            case "B" -> Color.BLUE;
            default -> Color.WHITE;
        };
    }

    /** 0 to 1 for color, luminance and alpha; from the least to the largest finite sample for data such as depth. */
    private static double[] range(FloatImage image, String name, PlaneDepth depth) {
        if (depth != PlaneDepth.FLOAT || List.of("R", "G", "B", "A", "Y").contains(name)) {
            return new double[] {depth.rangeStart(), depth.rangeEnd()};
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float sample : image.channel(name).orElseThrow().samples()) {
            if (Float.isFinite(sample)) {
                least = Math.min(least, sample);
                most = Math.max(most, sample);
            }
        }
        return least < most ? new double[] {least, most} : new double[] {0, 1};
    }
}
