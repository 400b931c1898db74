/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.UnsupportedFileException;

/** Writes finished pictures as PNG, 8 or 16 bits a sample: gray or RGB, with alpha if there is any. */
final class PngFiles {
    private PngFiles() {}

    /**
     * Writes a picture. Values are display code values: 0 is black, 1 the largest integer; what lies outside is
     * clipped, NaN becomes 0, and the rest is rounded to the nearest.
     *
     * @param image has R, G, B or Y; may have A; further channels are left out
     * @param path the file to create or replace
     * @param bits 8 or 16
     * @throws UnsupportedFileException if the image has neither R, G, B nor Y
     * @throws IOException if the file cannot be written
     */
    static void write(FloatImage image, Path path, int bits) throws IOException {
        float[][] planes = planes(image, path);
        int bands = planes.length;
        boolean alpha = bands % 2 == 0;
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        WritableRaster raster = Raster.createInterleavedRaster(type, image.width(), image.height(), bands, null);
        int[] line = new int[image.width()];
        for (int band = 0; band < bands; band++) {
            for (int y = 0; y < image.height(); y++) {
                quantize(planes[band], y * image.width(), line, (1 << bits) - 1);
                raster.setSamples(0, y, image.width(), 1, band, line);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(model, raster, false, null), "png", png);
        AtomicFile.write(path, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(png.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    private static float[][] planes(FloatImage image, Path path) throws UnsupportedFileException {
        Optional<float[]> alpha = image.channel("A").map(ImageChannel::samples);
        List<float[]> color = image.rgb()
                .map(List::of)
                .or(() -> image.channel("Y").map(y -> List.of(y.samples())))
                .orElseThrow(() -> new UnsupportedFileException(
                        path.toString(), "", "a PNG file needs the channels R, G and B, or Y"));
        float[][] planes = new float[color.size() + (alpha.isPresent() ? 1 : 0)][];
        for (int i = 0; i < color.size(); i++) {
            planes[i] = color.get(i);
        }
        alpha.ifPresent(a -> planes[color.size()] = a);
        return planes;
    }

    private static void quantize(float[] plane, int start, int[] line, int largest) {
        for (int x = 0; x < line.length; x++) {
            float value = plane[start + x];
            line[x] = value > 0 ? (int) (Math.min(value, 1f) * largest + 0.5f) : 0;
        }
    }
}
