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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.exr.meta.HeaderReader;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/**
 * The door by which images come in and go out.
 *
 * <pre>{@code
 * FloatImage frame = ImageFiles.open(Path.of("shot.1001.exr"), OpenOptions.DEFAULT, run);
 * ImageFiles.save(frame, Path.of("copy.exr"), SaveOptions.DEFAULT, run);
 * }</pre>
 *
 * <p>Opening tells files by their first bytes, saving by the suffix. Samples are neither clipped nor rendered on the
 * way, save where an integer format cannot hold them; that is why PNG takes only finished pictures.
 */
public final class ImageFiles {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] TIFF_LITTLE_ENDIAN = {'I', 'I', 42, 0};
    private static final byte[] TIFF_BIG_ENDIAN = {'M', 'M', 0, 42};
    private static final int FLOAT_BITS = 32;
    private static final Set<String> PICTURE = Set.of("R", "G", "B", "Y");

    private ImageFiles() {}

    /**
     * Opens an image.
     *
     * @param path an OpenEXR, TIFF or PNG file
     * @param options which picture of the file; files that hold just one look at none of it
     * @param run how to work
     * @return the picture, with the color space the file tells or is assumed to have
     * @throws FileProblemException if the file is broken, not supported, too large for the memory or cannot be read
     */
    public static FloatImage open(Path path, OpenOptions options, Run run) throws IOException {
        byte[] start = firstBytes(path);
        if (HeaderReader.isMagic(start)) {
            return ExrImages.open(path, options, run);
        }
        if (startsWith(start, PNG)) {
            return PngFiles.read(path);
        }
        if (startsWith(start, TIFF_LITTLE_ENDIAN) || startsWith(start, TIFF_BIG_ENDIAN)) {
            return described(TiffFiles.read(path));
        }
        throw new UnsupportedFileException(path.toString(), "first bytes", "this is neither OpenEXR nor TIFF nor PNG");
    }

    /**
     * Saves an image, whole or not at all.
     *
     * @param image what to save; stays as it is
     * @param path where, with the suffix {@code .exr}, {@code .tif}, {@code .tiff} or {@code .png}
     * @param options how an OpenEXR file is written; a PNG file gets 8 bits if the picture was made for 8, else 16
     * @param run how to work
     * @throws UnsupportedFileException if the format cannot hold such an image or the suffix is unknown
     * @throws FileProblemException if the file cannot be written
     */
    public static void save(FloatImage image, Path path, SaveOptions options, Run run) throws IOException {
        switch (suffix(path)) {
            case "exr" -> ExrImages.save(image, path, options, run);
            case "tif", "tiff" -> TiffFiles.write(new TiffFile(image, ImageProperties.of(image, FLOAT_BITS)), path);
            case "png" -> savePicture(image, path);
            default ->
                throw new UnsupportedFileException(
                        path.toString(), "", "files are written as .exr, .tif or .png; this suffix says nothing known");
        }
    }

    /** The picture of a TIFF file with what its properties say of it. */
    private static FloatImage described(TiffFile file) {
        FloatImage image = file.image();
        boolean isFloat = image.channels().stream().allMatch(channel -> channel.source() == SampleType.FLOAT);
        if (!isFloat || file.properties().isEmpty()) {
            return image;
        }
        ImageProperties properties =
                new ImageProperties(key -> file.properties().get(key), image.width(), image.height(), FLOAT_BITS);
        List<ImageChannel> channels = image.channels().stream()
                .map(channel -> new ImageChannel(
                        channel.name(), properties.samples(channel.name(), SampleType.FLOAT), channel.samples()))
                .toList();
        return new FloatImage(
                image.name(),
                properties.dataWindow(),
                properties.displayWindow(),
                properties.pixelAspectRatio(),
                channels,
                properties.color(),
                properties.history(),
                properties.attributes(),
                properties.losses());
    }

    /** Integers would clip scene light at 1: PNG is for what is meant for a display or has been integers before. */
    private static void savePicture(FloatImage image, Path path) throws IOException {
        boolean display = image.color()
                .space()
                .map(space -> space.reference() == ColorSpace.Reference.DISPLAY)
                .orElse(false);
        if (!display && !hasOnly(image, EnumSet.of(SampleType.BYTE, SampleType.SHORT))) {
            throw new UnsupportedFileException(
                    path.toString(),
                    "",
                    "PNG would clip scene-referred light; render it first with ACES Output Transform, or save as .exr");
        }
        PngFiles.write(image, path, hasOnly(image, EnumSet.of(SampleType.BYTE)) ? 8 : 16);
    }

    /** Whether the channels of the picture, alpha and others apart, come from samples of these types. */
    private static boolean hasOnly(FloatImage image, Set<SampleType> types) {
        return image.channels().stream()
                .filter(channel -> PICTURE.contains(channel.name()))
                .allMatch(channel -> types.contains(channel.source()));
    }

    /** The suffix of a file's name in lower case, without the dot; empty if it has none. */
    private static String suffix(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] firstBytes(Path path) throws FileAccessException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(8);
        } catch (NoSuchFileException e) {
            throw new FileAccessException(path.toString(), "", "there is no such file", e);
        } catch (IOException e) {
            throw new FileAccessException(path.toString(), "", "cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
