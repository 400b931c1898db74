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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;

/**
 * The JDK's own reader and writer of PNG. Other libraries on the class path may bring theirs; those are never used, so
 * that a file gives the same values everywhere.
 */
final class PngCodec {
    private PngCodec() {}

    /** The writer. Dispose it. */
    static ImageWriter writer() {
        return own(ImageIO.getImageWritersByFormatName("png"));
    }

    private static <T> T own(Iterator<T> codecs) {
        while (codecs.hasNext()) {
            T codec = codecs.next();
            if (codec.getClass().getModule() == ImageIO.class.getModule()) {
                return codec;
            }
        }
        throw new IllegalStateException("this Java has no codec for PNG");
    }

    /**
     * Decodes the first picture of a stream. The caller has checked the size that the file claims.
     *
     * @param input the stream, closed by the caller
     * @param file its name, for messages
     * @throws InvalidFileException if the decoder fails or warns, as it does of missing data
     */
    static BufferedImage decode(ImageInputStream input, String file) throws FileProblemException {
        ImageReader reader = own(ImageIO.getImageReadersByFormatName("png"));
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try {
            reader.setInput(input, true, true);
            BufferedImage image = reader.read(0);
            if (!warnings.isEmpty()) {
                throw new InvalidFileException(file, "pixels", warnings.get(0));
            }
            return image;
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the decoders throw whatever a broken file leads them to
            throw new InvalidFileException(file, "pixels", "cannot be decoded: " + rootCause(e), e);
        } finally {
            reader.dispose();
        }
    }

    private static String rootCause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
