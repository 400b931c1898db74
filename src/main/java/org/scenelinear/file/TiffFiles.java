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
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

/**
 * TIFF files: 32-bit floating point as ImageJ writes and reads it, and pictures of 8, 16 and 32 bits.
 *
 * <p>Reading: pages of one to four samples, interleaved or in planes, in strips or tiles, without compression or with
 * LZW, Deflate or PackBits and any predictor; and ImageJ's stacks, whose slices become channels. (The JDK's reader is
 * not used: it reads neither the predictors of 16-bit and float samples nor ImageJ's stacks.) Writing: one float page
 * per channel.
 */
final class TiffFiles {
    private static final List<String> COLOR = List.of("R", "G", "B", "A");
    /** TIFF's offsets have 32 bits. */
    private static final long LARGEST_FILE = 0xFFFFFFFFL;

    private TiffFiles() {}

    /**
     * Writes all channels as 32-bit float, without compression: R, G, B and A first, then the others as they stand.
     * ImageJ opens it as a composite with the channels' names as labels and the display range 0 to 1.
     *
     * @param file the image, and what ImageJ shall keep with it as properties
     * @param path the file to create or replace
     * @throws UnsupportedFileException if there is no channel, or the file would be larger than 4 GiB
     * @throws FileAccessException if the file cannot be written; an older one is then still there
     */
    public static void write(TiffFile file, Path path) throws IOException {
        FloatImage image = file.image();
        List<ImageChannel> planes = new ArrayList<>();
        COLOR.forEach(name -> image.channel(name).ifPresent(planes::add));
        image.channels().stream()
                .filter(channel -> !COLOR.contains(channel.name()))
                .forEach(planes::add);
        if (planes.isEmpty()) {
            throw new UnsupportedFileException(path.toString(), "", "an image without channels makes no TIFF");
        }
        List<String> labels = planes.stream().map(ImageChannel::name).toList();
        TiffStackWriter writer = new TiffStackWriter(image, planes, new ImageJMetadata(labels, file.properties()));
        if (writer.size() > LARGEST_FILE) {
            throw new UnsupportedFileException(
                    path.toString(), "", writer.size() + " bytes are more than a TIFF can hold; save as EXR");
        }
        AtomicFile.write(path, writer::write);
    }

    /**
     * Reads a file with one picture, or a stack of ImageJ's as one picture of several channels. Integers become values
     * from 0 to 1, floats stay as they are. Channels are named by ImageJ's slice labels if all differ; otherwise one is
     * Y, two Y and A, three R, G and B, four R, G, B and A, and more are numbered.
     *
     * @throws InvalidFileException if it is no TIFF, is damaged or ends too early
     * @throws UnsupportedFileException if it has samples, a color model or pages of another kind
     * @throws FileAccessException if it cannot be read
     */
    public static TiffFile read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new TiffReader(path, channel).read();
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(path.toString(), "", "cannot be read: " + e, e);
        }
    }
}
