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

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;

/** Decoded pictures of the JDK to float planes. Samples are taken as stored: no color is converted. */
final class RasterSamples {
    private RasterSamples() {}

    /**
     * The picture as planes: integers with full scale as 1, floats as they are. A palette is looked up. One band is Y,
     * two are Y and A, three R, G and B, four R, G, B and A.
     *
     * @throws UnsupportedFileException if samples are neither 8-bit, 16-bit nor float
     */
    static FloatImage toImage(BufferedImage picture, String file, String name, ColorState color)
            throws FileProblemException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        List<ImageChannel> channels = picture.getColorModel() instanceof IndexColorModel palette
                ? lookUp(picture.getRaster(), palette)
                : copy(picture.getRaster(), file);
        Window window = Window.ofSize(width, height);
        return new FloatImage(name, window, window, 1, channels, color, List.of());
    }

    /** What channels are called if the file has no names for them. */
    static List<String> names(int count) {
        return switch (count) {
            case 1 -> List.of("Y");
            case 2 -> List.of("Y", "A");
            case 3 -> List.of("R", "G", "B");
            case 4 -> List.of("R", "G", "B", "A");
            default -> {
                List<String> numbered = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    numbered.add("channel" + i);
                }
                yield numbered;
            }
        };
    }

    private static List<ImageChannel> copy(Raster raster, String file) throws FileProblemException {
        SampleType type = switch (raster.getDataBuffer().getDataType()) {
            case DataBuffer.TYPE_BYTE -> SampleType.BYTE;
            case DataBuffer.TYPE_USHORT -> SampleType.SHORT;
            case DataBuffer.TYPE_FLOAT -> SampleType.FLOAT;
            default ->
                throw new UnsupportedFileException(
                        file, "pixels", "samples are neither 8-bit, 16-bit nor 32-bit floating point");
        };
        float fullScale = switch (type) {
            case BYTE -> 255;
            case SHORT -> 65535;
            default -> 1;
        };
        int width = raster.getWidth();
        int height = raster.getHeight();
        List<String> names = names(raster.getNumBands());
        List<ImageChannel> channels = new ArrayList<>();
        float[] line = new float[width];
        for (int band = 0; band < raster.getNumBands(); band++) {
            float[] plane = new float[width * height];
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, band, line);
                for (int x = 0; x < width; x++) {
                    plane[y * width + x] = line[x] / fullScale;
                }
            }
            channels.add(new ImageChannel(names.get(band), type, plane));
        }
        return channels;
    }

    private static List<ImageChannel> lookUp(Raster raster, ColorModel palette) {
        int width = raster.getWidth();
        int size = width * raster.getHeight();
        boolean gray = isGray((IndexColorModel) palette);
        boolean alpha = palette.hasAlpha();
        int[] shifts = gray
                ? alpha ? new int[] {0, 24} : new int[] {0}
                : alpha ? new int[] {16, 8, 0, 24} : new int[] {16, 8, 0};
        float[][] planes = new float[shifts.length][size];
        int[] line = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, line);
            for (int x = 0; x < width; x++) {
                int argb = palette.getRGB(line[x]);
                for (int c = 0; c < shifts.length; c++) {
                    planes[c][y * width + x] = (argb >>> shifts[c] & 0xFF) / 255f;
                }
            }
        }
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < planes.length; c++) {
            channels.add(new ImageChannel(names(planes.length).get(c), SampleType.BYTE, planes[c]));
        }
        return channels;
    }

    /** Gray pictures of 1, 2 and 4 bits come with a palette of grays. */
    private static boolean isGray(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
