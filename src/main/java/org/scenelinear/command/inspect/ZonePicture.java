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

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

/** The colors of zones as an image: 8 bits in sRGB, R, G and B only, a legend at its right. */
final class ZonePicture {
    private static final float FULL_SCALE = 255;

    private ZonePicture() {}

    /**
     * Makes it.
     *
     * @param source what the colors tell of, for its name and history
     * @param pixels opaque, of the source's size
     * @param strip the legend; as high as the picture, or the picture gets room below
     * @param line what made it, for the history
     */
    static FloatImage of(FloatImage source, int[] pixels, Optional<BufferedImage> strip, String line) {
        int width = source.width() + strip.map(BufferedImage::getWidth).orElse(0);
        int height =
                Math.max(source.height(), strip.map(BufferedImage::getHeight).orElse(0));
        float[][] rgb = new float[3][Math.multiplyExact(width, height)];
        for (float[] plane : rgb) {
            Arrays.fill(plane, ZoneLegend.PAPER.getRed() / FULL_SCALE);
        }
        put(pixels, source.width(), rgb, width, 0);
        strip.ifPresent(drawn -> {
            int[] legend = drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth());
            put(legend, drawn.getWidth(), rgb, width, source.width());
        });
        Window window = Window.ofSize(width, height);
        return source.withChannels(
                        List.of(
                                new ImageChannel("R", SampleType.BYTE, rgb[0]),
                                new ImageChannel("G", SampleType.BYTE, rgb[1]),
                                new ImageChannel("B", SampleType.BYTE, rgb[2])),
                        window,
                        window)
                .withColor(ColorState.of(ColorSpaces.SRGB, "colors of zones of light"))
                .withStep(line);
    }

    private static void put(int[] pixels, int width, float[][] rgb, int totalWidth, int column) {
        for (int i = 0; i < pixels.length; i++) {
            int target = i / width * totalWidth + column + i % width;
            rgb[0][target] = (pixels[i] >> 16 & 0xFF) / FULL_SCALE;
            rgb[1][target] = (pixels[i] >> 8 & 0xFF) / FULL_SCALE;
            rgb[2][target] = (pixels[i] & 0xFF) / FULL_SCALE;
        }
    }
}
