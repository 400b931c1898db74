/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import ij.ImagePlus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.ij.ImageFileOpener;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.ui.MetadataBeside;
import org.scenelinear.ui.WarmUp;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/**
 * Fiji's way in for File &gt; Open, drag and drop, Open Recent and the macro function {@code open}. It is eager, so
 * Fiji asks it before ImageJ's own readers, and it shows the image itself: Fiji displays only what is a
 * {@code Dataset}, which would lose channel names, display ranges and properties.
 */
@Plugin(type = IOPlugin.class, attrs = @Attr(name = "eager"))
public final class ExrOpener extends AbstractIOPlugin<ImagePlus> {
    /** The four bytes every OpenEXR file begins with. */
    private static final byte[] MAGIC = {0x76, 0x2f, 0x31, 0x01};

    @Override
    public Class<ImagePlus> getDataType() {
        return ImagePlus.class;
    }

    /** Whether it is a local file whose name ends in {@code .exr} or which begins as an OpenEXR file does. */
    @Override
    public boolean supportsOpen(Location source) {
        if (!(source instanceof FileLocation location)) {
            return false;
        }
        Path path = location.getFile().toPath();
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".exr") || hasMagic(path);
    }

    /**
     * Opens and shows a file: its first part, the channels of no layer, the data window.
     *
     * @throws IOException if it cannot be read; names the file, the place and what is wrong
     */
    @Override
    public ImagePlus open(Location source) throws IOException {
        if (!(source instanceof FileLocation location)) {
            throw new IOException(source.getURI() + ": is not a local file");
        }
        Path path = location.getFile().toPath();
        try {
            ImagePlus image = ImageJRun.call(() -> false, run -> ImageFileOpener.open(path, OpenOptions.DEFAULT, run));
            image.show();
            MetadataBeside.offer(image);
            WarmUp.begin();
            return image;
        } catch (FileProblemException e) {
            throw asOneLine(e);
        }
    }

    /** Fiji shows the stack trace of what a reader throws; here the message says it all. */
    private static IOException asOneLine(FileProblemException problem) {
        IOException line = new IOException(problem.getMessage());
        line.setStackTrace(new StackTraceElement[0]);
        return line;
    }

    private static boolean hasMagic(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream file = Files.newInputStream(path)) {
            return Arrays.equals(file.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false; // not readable: whoever opens it will say so
        }
    }
}
