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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Window;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/** Reads one TIFF file: which of its pages make the picture, and what its channels are called. */
final class TiffReader {
    private final String file;
    private final Path path;
    private final FileChannel channel;

    TiffReader(Path path, FileChannel channel) {
        this.file = path.toString();
        this.path = path;
        this.channel = channel;
    }

    TiffFile read() throws IOException {
        List<TiffDirectory> directories = TiffDirectory.readAll(file, channel);
        TiffDirectory first = directories.get(0);
        TiffPage page = TiffPage.of(file, first, channel.size());
        ImageJDescription description = ImageJDescription.parse(first.text(TiffDirectory.IMAGE_DESCRIPTION));
        ImageJMetadata metadata = description.isImageJ()
                ? ImageJMetadata.parse(
                        first.numbers(TiffDirectory.IMAGEJ_SIZES), first.bytes(TiffDirectory.IMAGEJ_DATA))
                : ImageJMetadata.NONE;
        List<float[]> planes = new ArrayList<>();
        if (description.images() > 1) {
            for (TiffPage plane : stack(page, description)) {
                planes.add(new TiffDecoder(plane, channel).decode()[0]);
            }
        } else {
            checkSinglePage(directories);
            planes.addAll(List.of(new TiffDecoder(page, channel).decode()));
        }
        List<String> names = names(metadata.labels(), planes.size());
        List<ImageChannel> channels = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            channels.add(new ImageChannel(names.get(i), page.type(), planes.get(i)));
        }
        Window window = Window.ofSize(page.width(), page.height());
        Path name = path.getFileName();
        return new TiffFile(
                new FloatImage(
                        name == null ? file : name.toString(),
                        window,
                        window,
                        1,
                        channels,
                        ColorState.UNKNOWN,
                        List.of()),
                metadata.properties());
    }

    /** The planes of a stack of ImageJ's, which has one directory for all; all are checked before one is decoded. */
    private List<TiffPage> stack(TiffPage page, ImageJDescription description) throws IOException {
        if (!description.isOnePicture()) {
            throw new UnsupportedFileException(
                    file,
                    page.place(),
                    "is a stack of " + description.images()
                            + " images over depth or time; save one picture, of at most 4 if they are plain slices");
        }
        if (page.compression() != TiffCompression.NONE || page.samples() != 1) {
            throw new UnsupportedFileException(
                    file, page.place(), "is a stack of packed or color slices; save it uncompressed, in gray");
        }
        List<TiffPage> planes = new ArrayList<>();
        for (int i = 0; i < description.images(); i++) {
            planes.add(page.planeOfStack(i, channel.size()));
        }
        SizeLimits.requireMemory(file, page.place(), 4L * page.width() * page.height() * planes.size());
        return planes;
    }

    private void checkSinglePage(List<TiffDirectory> directories) throws IOException {
        for (TiffDirectory other : directories.subList(1, directories.size())) {
            boolean preview = (other.number(TiffDirectory.NEW_SUBFILE_TYPE, 0) & 1) != 0;
            if (!preview) {
                throw new UnsupportedFileException(
                        file, other.place(), "one page is read, and this is one more; save a single image");
            }
        }
    }

    private static List<String> names(List<String> labels, int count) {
        boolean telling = labels.size() == count
                && labels.stream().noneMatch(String::isBlank)
                && new HashSet<>(labels).size() == count;
        return telling ? labels : RasterSamples.names(count);
    }
}
