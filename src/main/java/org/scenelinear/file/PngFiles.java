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
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/**
 * PNG files: code values of a display in 8 or 16 bits, stored as they come and read as they are, with full scale as 1.
 * What they mean is told where PNG has a number for it ({@link PngColor}); without, every program takes them for sRGB.
 */
final class PngFiles {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** Deflate makes at most so many bytes of one. */
    private static final int GREATEST_RATIO = 1032;

    private PngFiles() {}

    /**
     * Writes R, G and B, or Y if there are not these three, and A if there is one. Other channels are left out. What is
     * below 0, and NaN, becomes 0; what is above 1 becomes 1; between, values go to the nearest code value.
     *
     * @param displayReferred code values of a display, 0 to 1
     * @param path the file to create or replace
     * @param bits per sample, 8 or 16
     * @throws UnsupportedFileException if the image has neither R, G, B nor Y, or is too large for one array
     * @throws FileAccessException if the file cannot be written; an older one is then still there
     */
    public static void write(FloatImage displayReferred, Path path, int bits) throws IOException {
        if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException("a PNG of 8 or 16 bits, not of " + bits);
        }
        List<float[]> planes = planes(displayReferred, path);
        BufferedImage picture = picture(displayReferred, planes, bits, path);
        AtomicFile.write(path, channel -> {
            ImageWriter writer = PngCodec.writer();
            try (ImageOutputStream output = new MemoryCacheImageOutputStream(Channels.newOutputStream(channel))) {
                writer.setOutput(output);
                ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(picture);
                IIOMetadata metadata =
                        PngColor.metadata(writer, type, displayReferred.color().space());
                writer.write(new IIOImage(picture, null, metadata));
            } finally {
                writer.dispose();
            }
        });
    }

    /**
     * Reads any PNG as planes of values from 0 to 1, named R, G, B or Y, and A. Gamma and color profile of the file are
     * not applied; the color is what its chunk cICP says, else unknown.
     *
     * @throws InvalidFileException if it is no PNG, is damaged or ends too early
     * @throws FileAccessException if it cannot be read
     */
    public static FloatImage read(Path path) throws IOException {
        String file = path.toString();
        ColorState color;
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            checkSize(channel, file);
            color = PngColor.read(channel);
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(file, "", "cannot be read: " + e, e);
        }
        try (FileImageInputStream input = new FileImageInputStream(path.toFile())) {
            Path name = path.getFileName();
            return RasterSamples.toImage(
                    PngCodec.decode(input, file), file, name == null ? file : name.toString(), color);
        }
    }

    /** Compares the size that the header claims with what the file can hold, before memory is taken for it. */
    private static void checkSize(SeekableByteChannel channel, String file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(29);
        while (start.hasRemaining()) {
            if (channel.read(start) < 0) {
                throw new InvalidFileException(file, "header", "ends after " + start.position() + " bytes");
            }
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (start.get(i) != SIGNATURE[i]) {
                throw new InvalidFileException(file, "signature", "is no PNG file");
            }
        }
        if (start.getInt(12) != 0x49484452) {
            throw new InvalidFileException(file, "chunk at byte 8", "is not the header IHDR");
        }
        long width = start.getInt(16);
        long height = start.getInt(20);
        int bits = start.get(24);
        int samples = switch (start.get(25)) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw new InvalidFileException(file, "IHDR", "has the unknown color type " + start.get(25));
        };
        if (width < 1 || height < 1 || bits < 1 || bits > 16) {
            throw new InvalidFileException(
                    file, "IHDR", "claims " + width + " x " + height + " pixels of " + bits + " bits");
        }
        // In floating point first: the product of what a broken header claims can go beyond a long.
        long bytesPerLine = width * samples * bits / 8;
        double claimed = (double) height * bytesPerLine;
        SizeLimits.requirePossible(file, "IHDR", (long) claimed, channel.size(), GREATEST_RATIO);
        long all = width * height * samples;
        // The decoder holds all samples in one array of its own while they become planes of floats.
        SizeLimits.arraySize(file, "IHDR", all, Float.BYTES + (bits > 8 ? 2 : 1));
    }

    private static List<float[]> planes(FloatImage image, Path path) throws FileProblemException {
        List<float[]> planes = new ArrayList<>();
        if (image.rgb().isPresent()) {
            planes.addAll(List.of(image.rgb().get()));
        } else if (image.channel("Y").isPresent()) {
            planes.add(image.channel("Y").get().samples());
        } else {
            throw new UnsupportedFileException(
                    path.toString(),
                    "",
                    "a PNG shows R, G and B, or Y; the image has only "
                            + image.channels().stream().map(ImageChannel::name).toList());
        }
        image.channel("A").map(ImageChannel::samples).ifPresent(planes::add);
        return planes;
    }

    private static BufferedImage picture(FloatImage image, List<float[]> planes, int bits, Path path)
            throws FileProblemException {
        int samples = planes.size();
        int size = SizeLimits.arraySize(path.toString(), "", (long) image.width() * image.height() * samples, bits / 8);
        DataBuffer buffer;
        if (bits == 8) {
            byte[] codes = new byte[size];
            for (int c = 0; c < samples; c++) {
                float[] plane = planes.get(c);
                for (int i = 0; i < plane.length; i++) {
                    codes[i * samples + c] = (byte) code(plane[i], 255);
                }
            }
            buffer = new DataBufferByte(codes, size);
        } else {
            short[] codes = new short[size];
            for (int c = 0; c < samples; c++) {
                float[] plane = planes.get(c);
                for (int i = 0; i < plane.length; i++) {
                    codes[i * samples + c] = (short) code(plane[i], 65535);
                }
            }
            buffer = new DataBufferUShort(codes, size);
        }
        boolean alpha = samples == 2 || samples == 4;
        int[] offsets = new int[samples];
        for (int c = 0; c < samples; c++) {
            offsets[c] = c;
        }
        WritableRaster raster = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(
                        buffer.getDataType(), image.width(), image.height(), samples, image.width() * samples, offsets),
                buffer,
                null);
        return new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(samples < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                        alpha,
                        false,
                        alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        buffer.getDataType()),
                raster,
                false,
                null);
    }

    private static int code(float value, int fullScale) {
        return value > 0 ? (int) (Math.min(value, 1) * (double) fullScale + 0.5) : 0; // a NaN is not above 0
    }
}
